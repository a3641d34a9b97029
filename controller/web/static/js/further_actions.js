/** An agent's further actions: what not every visitor needs, one question after the other. */
import { momentOf, stateOf } from "./desk_state.js";
import { byId, counted, element, fill, line, page, words } from "./page.js";
import { because, goneTicket, parked, proposed, service, ticket, waiting, whyBack } from "./questions.js";
import { Steps } from "./steps.js";

const MINUTES = [5, 10, 15, 30, 60];

/** As long a note as the hall takes. */
const LONGEST_NOTE = 500;

/** Each action: its picture, the states of the counter in which it makes sense, what it asks for; its event, when that has another name. */
const ACTIONS = {
  finish: { icon: "check-circle", when: ["serving"], steps: (desk) => [...outcome(desk), quantity(desk.ticket.quantity), note()] },
  go_on: { event: "finish", icon: "enter", when: ["serving"], steps: (desk) => [further(desk), ...outcome(desk), quantity(desk.ticket.quantity)] },
  park: { icon: "hourglass", when: ["called", "serving"], steps: () => [because("park"), place(), minutes()] },
  call_ticket: { icon: "megaphone", when: ["none"], steps: (desk) => [ticket(desk.line.map((each) => waiting(each)), { isAny: true }), because("call_ticket", words("is_published"))] },
  take_ticket: { icon: "ticket", steps: (desk) => [service(desk.waiting.map((each) => each.service)), quantity(1), after(desk), ...priority(desk), language()] },
  check_in: { icon: "calendar", isThere: (desk) => desk.takes_appointments, steps: (desk) => [appointment(), ...priority(desk)] },
  walk_in: { icon: "enter", when: ["none"], steps: (desk) => [service(desk.services), passing(desk)] },
  pause: { icon: "pause", when: ["none"], steps: () => [because("pause")] },
  pre_call: { icon: "bell", when: ["none", "called", "serving"], steps: () => [] },
  resume_ticket: { icon: "repeat", isThere: (desk) => desk.parked.length > 0, steps: (desk) => [ticket(desk.parked.map(parked))] },
  reinstate: { icon: "person", steps: (desk) => [goneTicket(desk.missed), whyBack(desk.missed)] },
  cancel: { icon: "cross", steps: (desk) => [ticket([...desk.line.map((each) => waiting(each)), ...desk.parked.map(parked)], { isAny: true }), because("cancel")] },
};

export class FurtherActions {
  #steps = new Steps();
  #ask;
  #refuse;
  #desk = null;
  #at = null;

  /** `ask` is called with the name of an event and its data; `refuse` when a question is withdrawn. */
  constructor(ask, refuse) {
    this.#ask = ask;
    this.#refuse = refuse;
    byId("more").addEventListener("click", () => this.#menu());
    byId("choose").addEventListener("click", (tap) => {
      const name = tap.target.closest("[data-further]")?.dataset.further;
      if (name) this.#beginAtOnce(name);
    });
  }

  /** Follow the desk: what was asked about a visitor who has left is withdrawn. */
  look(desk, { isUp }) {
    this.#desk = desk;
    for (const button of [byId("more"), ...document.querySelectorAll("[data-further]")]) button.disabled = !isUp;
    document.querySelector("[data-further=check_in]").hidden = !desk.takes_appointments;
    fill(byId("more-counts"), ...counts(desk));
    if (!this.#steps.isOpen) return;
    const isPast = momentOf(desk) !== this.#at;
    if (isPast || !isUp) this.#steps.close();
    if (isPast) this.#refuse();
  }

  /** Ask why, of what was chosen elsewhere. */
  because(kind, done) {
    this.#at = momentOf(this.#desk);
    this.#steps.begin([because(kind)], done);
  }

  #menu() {
    this.#at = momentOf(this.#desk);
    const choices = Object.entries(ACTIONS)
      .filter(([, action]) => isPossible(action, this.#desk))
      .map(([name, { icon }]) => ({ value: name, content: words(`more_${name}`), icon }));
    this.#steps.begin([{ name: "action", title: words("more"), choices, goesOn: true }], ({ action }) => this.#begin(action));
  }

  /** From the page where no counter is chosen yet: a reception desk has none. */
  #beginAtOnce(name) {
    this.#at = momentOf(this.#desk);
    this.#begin(name, null);
  }

  #begin(name, before = () => this.#menu()) {
    const { steps: asked, event = name } = ACTIONS[name];
    const steps = asked(this.#desk);
    const done = (answers) => this.#ask(event, answers);
    if (steps.length) this.#steps.begin(steps, done, before);
    else {
      this.#steps.close();
      done({});
    }
  }
}

function isPossible({ when, isThere }, desk) {
  return (!when || when.includes(stateOf(desk))) && (!isThere || isThere(desk));
}

function counts({ parked: away, missed }) {
  return [count("hourglass", "parked", away.length), count("absent", "missed", missed.length)];
}

function count(icon, name, n) {
  if (!n) return null;
  const sign = element("i", { class: `pictogram pictogram-${icon}`, role: "img", "aria-label": line(name), title: line(name) });
  return element("span", { class: "more-count" }, sign, String(n));
}

/** A hall without outcomes asks for none. */
function outcome({ outcomes }) {
  if (!outcomes.length) return [];
  const named = (code) => (`outcome_${code}` in page.texts ? words(`outcome_${code}`) : [code.replaceAll("_", " ")]);
  const choices = outcomes.map((code) => ({ value: code, content: named(code) }));
  return [{ name: "outcome", title: words("which_outcome"), choices: [...choices, { value: "", content: words("no_outcome") }] }];
}

/** Whoever is served before those who wait is served for a reason. */
function passing({ line: inLine, waiting: queues }) {
  const isWaited = (id) => inLine.length > 0 || queues.some((each) => each.service === id && each.waiting > 0);
  return ({ service: id }) => (isWaited(id) ? because("walk_in") : null);
}

function quantity(chosen) {
  return { name: "quantity", title: words("how_many"), choices: [], count: { least: 1, most: page.most.at_once, chosen } };
}

/** A service that came up at the counter; what is served now is done. */
function further({ ticket, waiting: queues }) {
  return { ...service(queues.map((each) => each.service).filter((id) => id !== ticket.service)), name: "goes_on_to" };
}

/** The services that are visited afterwards on the same ticket, in the order of the hall. */
function after({ waiting: queues }) {
  const most = page.most.services - 1;
  return ({ service: first }) => {
    const others = service(queues.map((each) => each.service).filter((id) => id !== first));
    return { ...others, name: "then", title: words("services_after"), note: counted("most_after", most), several: true, isOptional: true, most };
  };
}

/** A hall without classes asks for none. */
function priority({ priorities }) {
  const choices = ["normal", ...priorities].map((each) => ({ value: each, content: words(`class_${each}`) }));
  return priorities.length ? [{ name: "priority", title: words("which_class"), note: words("no_proof"), choices }] : [];
}

function language() {
  const choices = ["ar", "zgh", "fr", "en"].map((each) => ({ value: each, content: words(`language_${each}`) }));
  return { name: "language", title: words("which_language"), choices };
}

/** A scanner types the whole address of the appointment; the controller knows it by that, too. */
function appointment() {
  return { name: "code", title: words("more_check_in"), choices: [], own: words("appointment_code") };
}

function note() {
  return { name: "note", title: words("any_note"), note: words("may_be_empty"), choices: [], own: words("note"), isOptional: true, longest: LONGEST_NOTE };
}

function place() {
  const choices = [...proposed("place"), { value: "", content: words("no_place") }];
  return { name: "place", title: words("where_meanwhile"), choices, own: words("another_place"), longest: 100 };
}

function minutes() {
  const choices = MINUTES.map((n) => ({ value: n, content: counted("minutes", n) }));
  return { name: "minutes", title: words("how_long"), choices: [...choices, { value: null, content: words("no_end") }] };
}
