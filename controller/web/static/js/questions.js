/** The steps that agents' and supervisors' dialogs share: which ticket, which service, why. */
import { clockLength, hourMinute, secondsSince } from "./clock.js";
import { element, page, reasonText, serviceName, words } from "./page.js";

/** Asks for a reason: those that the server proposes for it, or own words. */
export function because(kind, note = []) {
  return { name: "reason", title: words("why"), note, choices: proposed(kind), own: words("another_reason") };
}

/** What the server proposes to choose from. */
export function proposed(kind) {
  return page.proposed[kind].map((code) => ({ value: code, content: reasonText(code) }));
}

/** Asks for a ticket; `isAny`: also for one that is not among the choices, by its number. */
export function ticket(choices, { isAny = false, note = [] } = {}) {
  return { name: "ticket", title: words("which_ticket"), note, choices, own: isAny ? words("ticket_number") : null, read: ticketNumber };
}

/** Asks for a ticket that is to wait again: those that are gone may be more than are proposed. */
export function goneTicket(tickets) {
  return ticket(tickets.map(gone), { isAny: true, note: words("which_gone") });
}

/** Asks why, unless the ticket is proposed: nobody who was served is, and only they need a reason. */
export function whyBack(tickets) {
  const isProposed = (number) => tickets.some((each) => each.ticket === number);
  return ({ ticket: number }) => (isProposed(number) ? null : because("reinstate", words("only_if_served")));
}

/** Return a ticket's number as the hall writes it: A042, of « a 42 » or of Arabic digits, too. */
function ticketNumber(written) {
  const latin = written.replace(/[٠-٩]/g, (digit) => "٠١٢٣٤٥٦٧٨٩".indexOf(digit)).replace(/[\s-]/g, "");
  return latin.toUpperCase().replace(/\d+$/, (digits) => digits.padStart(3, "0"));
}

export function service(ids) {
  return { name: "service", title: words("which_service"), choices: ids.map((id) => ({ value: id, content: serviceName(id) })) };
}

/** Choices among tickets: one that waits, one that is parked, one that was missed or cancelled. */
export function waiting(each, ...more) {
  return numbered(each, null, [element("span", {}, clockLength(secondsSince(each.issued_at))), ...more]);
}

export function parked(each) {
  const told = [each.reason, each.place].filter(Boolean).map((code) => element("span", {}, ...reasonText(code)));
  const until = each.back_at ? [element("span", {}, ...words("back_at", { time: hourMinute(each.back_at) }))] : [];
  return numbered(each, "hourglass", [...told, ...until]);
}

function gone(each) {
  return numbered(each, each.state === "cancelled" ? "cross" : "absent", words("until", { time: hourMinute(each.until) }));
}

function numbered({ ticket: number, service: id }, icon, note) {
  const content = [element("strong", { class: "steps-number", dir: "ltr" }, number), element("span", {}, ...serviceName(id))];
  return { value: number, content, icon, note };
}
