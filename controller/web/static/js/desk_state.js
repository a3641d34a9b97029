/** What a counter is doing: `none`, `paused`, or its ticket's state. */
export function stateOf({ ticket, pause }) {
  return ticket?.state ?? (pause === null ? "none" : "paused");
}

/** What a question about the counter was asked about: once this is another, it is out of date. */
export function momentOf(desk) {
  return `${desk.counter} ${stateOf(desk)} ${desk.ticket?.ticket}`;
}
