/** «More actions» on an agent's page: what not every visitor needs, one question after the other. */
import { clockLength, hourMinute, secondsSince } from "./clock.js";
import { byId, counted, element, fill, line, page, serviceName, words } from "./page.js";
import { because, Steps } from "./steps.js";

const MINUTES = [5, 10, 15, 30, 60];

/** Each action: its picture, the states of the counter in which it makes sense, what it asks for. */
const ACTIONS = {
  park: { icon: "hourglass", when: ["called", "serving"], steps: () => [because("park", page.reasons), minutes()] },
  finish: { icon: "check-circle", when: ["serving"], isThere: (desk) => desk.outcomes.length > 0, steps: (desk) => [outcome(desk)] },
  call_ticket: { icon: "megaphone", when: ["none"], steps: (desk) => [ticket(desk.line.map(waiting)), because("call_ticket", page.reasons, words("is_published"))] },
  walk_in: { icon: "enter", when: ["none"], steps: (desk) => [service(desk.services)] },
  pause: { icon: "pause", when: ["none"], steps: () => [because("pause", page.reasons)] },
  pre_call: { icon: "bell", when: ["none", "called", "serving"], steps: () => [] },
  resume_ticket: { icon: "repeat", isThere: (desk) => desk.parked.length > 0, steps: (desk) => [ticket(desk.parked.map(parked))] },
  reinstate: { icon: "person", isThere: (desk) => desk.missed.length > 0, steps: (desk) => [ticket(desk.missed.map(missed))] },
  cancel: { icon: "cross", steps: (desk) => [ticket([...desk.line.map(waiting), ...desk.parked.map(parked)]), because("cancel", page.reasons)] },
};

export class More {
  #steps = new Steps();
  #ask;
  #desk = null;
  #at = null;

  /** `ask` is called with the name of an event and its data. */
  constructor(ask) {
    this.#ask = ask;
    byId("more").addEventListener("click", () => this.#menu());
  }

  /** Follow the desk: what was asked about a visitor who has left is withdrawn. */
  look(desk, { isUp }) {
    this.#desk = desk;
    byId("more").disabled = !isUp;
    fill(byId("more-counts"), ...counts(desk));
    if (this.#steps.isOpen && (!isUp || moment(desk) !== this.#at)) this.#steps.close();
  }

  #menu() {
    this.#at = moment(this.#desk);
    const choices = Object.entries(ACTIONS)
      .filter(([, action]) => isPossible(action, this.#desk))
      .map(([name, { icon }]) => ({ value: name, content: words(`more_${name}`), icon }));
    this.#steps.begin([{ name: "action", title: words("more"), choices, goesOn: true }], ({ action }) => this.#begin(action));
  }

  #begin(name) {
    const steps = ACTIONS[name].steps(this.#desk);
    const done = (answers) => this.#ask(name, answers);
    if (steps.length) this.#steps.begin(steps, done, () => this.#menu());
    else {
      this.#steps.close();
      done({});
    }
  }
}

function isPossible({ when, isThere }, desk) {
  return (!when || when.includes(stateOf(desk))) && (!isThere || isThere(desk));
}

/** What the counter is doing: `none`, `paused`, or its ticket's state. */
export function stateOf({ ticket, pause }) {
  return ticket?.state ?? (pause === null ? "none" : "paused");
}

function moment(desk) {
  return `${desk.counter} ${stateOf(desk)} ${desk.ticket?.ticket}`;
}

function counts({ parked: away, missed: gone }) {
  return [count("hourglass", "parked", away.length), count("absent", "missed", gone.length)];
}

function count(icon, name, n) {
  if (!n) return null;
  const sign = element("i", { class: `pictogram pictogram-${icon}`, role: "img", "aria-label": line(name), title: line(name) });
  return element("span", { class: "more-count" }, sign, String(n));
}

function ticket(choices) {
  return { name: "ticket", title: words("which_ticket"), choices };
}

function numbered({ ticket: number, service: id }, icon, note) {
  const content = [element("strong", { class: "steps-number", dir: "ltr" }, number), element("span", {}, ...serviceName(id))];
  return { value: number, content, icon, note };
}

function waiting(each) {
  return numbered(each, null, [clockLength(secondsSince(each.issued_at))]);
}

function parked(each) {
  const until = each.back_at ? words("back_at", { time: hourMinute(each.back_at) }) : [];
  return numbered(each, "hourglass", [element("bdi", {}, each.reason), ...(until.length ? [element("span", {}, ...until)] : [])]);
}

function missed(each) {
  return numbered(each, "absent", words("until", { time: hourMinute(each.until) }));
}

function service(ids) {
  return { name: "service", title: words("which_service"), choices: ids.map((id) => ({ value: id, content: serviceName(id) })) };
}

function outcome({ outcomes }) {
  const named = (code) => (`outcome_${code}` in page.texts ? words(`outcome_${code}`) : [code.replaceAll("_", " ")]);
  return { name: "outcome", title: words("which_outcome"), choices: outcomes.map((code) => ({ value: code, content: named(code) })) };
}

function minutes() {
  const choices = MINUTES.map((n) => ({ value: n, content: counted("minutes", n) }));
  return { name: "minutes", title: words("how_long"), choices: [...choices, { value: null, content: words("no_end") }] };
}
