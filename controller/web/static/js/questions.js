/** The steps that agents' and supervisors' dialogs share: which ticket, which service, why. */
import { clockLength, hourMinute, secondsSince } from "./clock.js";
import { element, nodes, page, serviceName, words } from "./page.js";

/** Asks for a reason: those that the server proposes for it, or own words. */
export function because(kind, note = []) {
  return { name: "reason", title: words("why"), note, choices: proposed(kind), own: words("another_reason") };
}

/** What the server proposes to choose from. */
export function proposed(kind) {
  return page.reasons[kind].map((parts) => ({ value: parts[0][1], content: nodes(parts) }));
}

/** Asks for a ticket; `own` adds a field for its number. */
export function ticket(choices, own = null) {
  return { name: "ticket", title: words("which_ticket"), choices, own, isUpper: true };
}

export function service(ids) {
  return { name: "service", title: words("which_service"), choices: ids.map((id) => ({ value: id, content: serviceName(id) })) };
}

/** Choices among tickets: one that waits, one that is parked, one that was missed or cancelled. */
export function waiting(each, ...more) {
  return numbered(each, null, [element("span", {}, clockLength(secondsSince(each.issued_at))), ...more]);
}

export function parked(each) {
  const told = [each.reason, each.place].filter(Boolean).join(" · ");
  const until = each.back_at ? [element("span", {}, ...words("back_at", { time: hourMinute(each.back_at) }))] : [];
  return numbered(each, "hourglass", [element("bdi", {}, told), ...until]);
}

export function gone(each) {
  return numbered(each, each.state === "cancelled" ? "cross" : "absent", words("until", { time: hourMinute(each.until) }));
}

function numbered({ ticket: number, service: id }, icon, note) {
  const content = [element("strong", { class: "steps-number", dir: "ltr" }, number), element("span", {}, ...serviceName(id))];
  return { value: number, content, icon, note };
}
