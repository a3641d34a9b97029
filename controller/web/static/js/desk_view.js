/** Draws a desk. Knows nothing of the link: everything comes in as arguments. */
import { clockLength, secondsSince } from "./clock.js";
import { stateOf } from "./desk_state.js";
import { byId, counted, counterSign, element, fill, line, page, reasonText, serviceName, words } from "./page.js";
import { showSheet } from "./sheet.js";

/** Which requests make sense in each state of the counter's ticket. */
const POSSIBLE = {
  none: ["call_next", "close"],
  paused: ["resume", "close"],
  called: ["start", "recall", "no_show", "transfer"],
  serving: ["finish", "transfer"],
};
const NEXT_STEP = { none: "call_next", paused: "resume", called: "start", serving: "finish" };

export function render(desk, link) {
  byId("choose").hidden = desk.counter !== null;
  byId("desk").hidden = desk.counter === null;
  if (desk.counter === null) renderChoice(desk);
  else renderPlace(desk);
  renderButtons(desk, link);
}

function renderChoice(desk) {
  const buttons = desk.free_counters.map((counter) =>
    element(
      "button",
      { class: "choose-counter", "data-counter": counter },
      element("span", { class: "choose-number" }, ...counterSign(counter)),
      element("span", { class: "choose-services one-line" }, ...listed(page.counters[counter] ?? [])),
    ),
  );
  fill(byId("free-counters"), ...buttons);
  byId("no-counter-free").hidden = buttons.length > 0;
}

function listed(services) {
  return services.map((service) => element("span", {}, ...serviceName(service)));
}

function renderPlace(desk) {
  const { ticket } = desk;
  const state = stateOf(desk);
  document.body.dataset.state = state;
  fill(byId("counter"), ...words("counter", { counter: desk.counter }));
  fill(byId("state"), ...words(`state_${state}`), desk.pause === null ? null : element("span", { class: "place-reason side-by-side" }, ...reasonText(desk.pause)));
  byId("call").hidden = state === "paused";
  byId("resume").hidden = state !== "paused";
  fill(byId("number"), ticket?.ticket ?? element("i", { class: "pictogram pictogram-chair", "aria-hidden": "true" }));
  fill(byId("service"), ...(ticket ? serviceName(ticket.service) : []));
  renderReceipt(desk);
  renderQueue(desk);
  showSheet(ticket?.service ?? null);
  tick(desk);
}

/** Redraw what changes by itself: the times. */
export function tick(desk) {
  if (desk.counter === null) return;
  fill(byId("facts"), ...(desk.ticket ? facts(desk.ticket) : []));
  for (const place of document.querySelectorAll("[data-since]")) {
    place.textContent = clockLength(secondsSince(place.dataset.since));
  }
}

function facts(ticket) {
  const waited = (Date.parse(ticket.first_called_at) - Date.parse(ticket.issued_at)) / 1000;
  const [label, since] = ticket.started_at ? ["since_start", ticket.started_at] : ["since_call", ticket.called_at];
  return [
    fact("language", ...words(`language_${ticket.language}`)),
    fact("wait_time", clockLength(waited)),
    fact(label, clockLength(secondsSince(since)), ticket.calls > 1 ? ` ×${ticket.calls}` : ""),
    ...special(ticket),
  ];
}

/** What only some visitors have. Of a priority no more is told than that there is one: the place is public. */
function special({ priority, quantity, then }) {
  return [
    priority === "normal" ? null : chip("star", "priority"),
    quantity > 1 ? chip("copy", "quantity", `×${quantity}`) : null,
    ...then.map((service) => chip("swap", "then", ...serviceName(service))),
  ];
}

function chip(icon, label, ...value) {
  const sign = element("i", { class: `pictogram pictogram-${icon}`, role: "img", "aria-label": line(label), title: line(label) });
  return element("li", { class: "special side-by-side" }, sign, value.length ? element("span", {}, ...value) : null);
}

function fact(label, ...value) {
  return element(
    "li",
    {},
    element("span", { class: "fact-label side-by-side" }, ...words(label)),
    element("span", { class: "fact-value" }, ...value),
  );
}

function renderReceipt({ receipt, ticket }) {
  const lines = receipt && ticket?.state === "called" ? receiptLines(receipt) : [];
  fill(byId("receipt"), ...lines.map(([kind, nodes]) => element("span", { class: `receipt-${kind}` }, ...nodes)));
}

function receiptLines({ screens, shown, spoken, off }) {
  const lines = off.map((screen) => ["bad", words("screen_off", { name: screen })]);
  if (screens === 0) return lines.length ? lines : [["bad", words("no_screen")]];
  if (shown === 0) return [["wait", words("not_shown_yet")], ...lines];
  const total = screens + off.length;
  return [...(total === 1 ? ofOnlyScreen(spoken) : ofScreens(shown, spoken, total)), ...lines];
}

function ofOnlyScreen(spoken) {
  return [["good", words(spoken ? "shown_and_spoken" : "shown")]];
}

function ofScreens(shown, spoken, total) {
  const heard = spoken ? ["good", counted("spoken_by", spoken)] : ["wait", words("not_spoken_yet")];
  return [["good", counted("shown_on", shown, { total })], heard];
}

function renderQueue(desk) {
  const own = new Set(desk.services);
  const rank = ({ service, waiting }) => (own.has(service) ? 2 : 0) + (waiting > 0 ? 1 : 0);
  const ordered = [...desk.waiting].sort((a, b) => rank(b) - rank(a));
  const total = desk.waiting.filter(({ service }) => own.has(service)).reduce((sum, each) => sum + each.waiting, 0);
  byId("waiting-total").textContent = String(total);
  fill(byId("queue"), ...ordered.map((each) => queueLine(each, own.has(each.service))));
}

function queueLine({ service, waiting, oldest_issued_at: oldest }, isOwn) {
  return element(
    "li",
    { class: isOwn ? "is-own" : "is-other", "data-empty": waiting === 0 },
    element("span", { class: "queue-service two-sides" }, ...serviceName(service)),
    element("span", { class: "queue-oldest" }, oldest ? element("span", { "data-since": oldest }) : ""),
    element("span", { class: "queue-count" }, String(waiting)),
  );
}

function renderButtons(desk, { isUp, isBusy }) {
  const state = stateOf(desk);
  for (const button of document.querySelectorAll("[data-ask], [data-needs]")) {
    const event = button.dataset.ask ?? button.dataset.needs;
    button.disabled = !isUp || isBusy || !POSSIBLE[state].includes(event);
    button.classList.toggle("is-next", event === NEXT_STEP[state]);
  }
  for (const button of document.querySelectorAll("[data-counter]")) {
    button.disabled = !isUp || isBusy;
  }
  document.body.classList.toggle("is-busy", isBusy);
}
