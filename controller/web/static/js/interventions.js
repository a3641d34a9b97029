/** What a supervisor may do besides watching, and what the hall's rules have noticed. */
import { agentName } from "./overview_view.js";
import { byId, element, fill, page, serviceName, words } from "./page.js";
import { because, Steps } from "./steps.js";

/** Each intervention: what it asks for, of the overview as it is then. */
const ASKED = {
  pause_service: (overview) => [service(ids(overview, (each) => each.paused === null)), because("pause_service", page.reasons, words("is_read"))],
  resume_service: (overview) => [service(ids(overview, (each) => each.paused !== null))],
  change_services: (overview) => [counter(overview), ({ counter: number }) => given(overview, number)],
  cancel: (overview) => [ticket(overview), because("cancel", page.reasons)],
  close_day: () => [question()],
  reopen_day: () => [because("reopen_day", page.reasons)],
};

export class Interventions {
  #steps = new Steps();
  #overview = null;

  /** `ask` is called with the name of an event and its data. */
  constructor(ask) {
    byId("interventions").addEventListener("click", (tap) => {
      const name = tap.target.closest("[data-intervene]")?.dataset.intervene;
      if (name) this.#steps.begin(ASKED[name](this.#overview), (answers) => ask(name, answers));
    });
  }

  look(overview, { isUp }) {
    this.#overview = overview;
    byId("interventions").hidden = false;
    for (const button of document.querySelectorAll("[data-intervene]")) button.disabled = !isUp;
    fill(byId("alerts"), ...overview.alerts.map(alert));
    fill(byId("alerts-said"), overview.alerts.map(({ rule }) => rule).join(" · ")); // once, not each second
    fill(byId("paused"), ...overview.services.filter(({ paused }) => paused !== null).map(paused));
    if (this.#steps.isOpen && !isUp) this.#steps.close();
  }
}

function alert({ rule, service: id, counter: number, since }) {
  return element(
    "li",
    { class: "alert" },
    element("i", { class: "pictogram pictogram-warning", "aria-hidden": "true" }),
    element("bdi", { class: "alert-rule" }, rule),
    element("span", { class: "side-by-side" }, ...serviceName(id)),
    number === null ? null : element("span", { class: "side-by-side" }, ...words("counter", { counter: number })),
    element("span", { class: "alert-since", "data-since": since }),
  );
}

function paused({ service: id, paused: reason }) {
  return element(
    "li",
    { class: "paused-service" },
    element("i", { class: "pictogram pictogram-pause", "aria-hidden": "true" }),
    element("span", { class: "side-by-side" }, ...serviceName(id)),
    element("bdi", { class: "quiet" }, reason),
  );
}

function ids(overview, isMeant) {
  return overview.services.filter(isMeant).map((each) => each.service);
}

function service(known) {
  return { name: "service", title: words("which_service"), choices: known.map((id) => ({ value: id, content: serviceName(id) })) };
}

function counter({ counters }) {
  const open = counters.filter(({ agent }) => agent !== null);
  const choices = open.map(({ counter: number, agent }) => ({
    value: number,
    content: words("counter", { counter: number }),
    note: [element("bdi", {}, agentName(agent))],
  }));
  return { name: "counter", title: words("which_counter"), choices };
}

function given({ counters }, number) {
  const { services } = counters.find((each) => each.counter === number);
  return { ...service(Object.keys(page.services)), name: "services", several: true, chosen: services };
}

function ticket({ parked }) {
  const choices = parked.map(({ ticket: number, service: id }) => ({ value: number, content: [number], note: serviceName(id) }));
  return { name: "ticket", title: words("which_ticket"), choices, own: words("ticket_number"), isUpper: true };
}

function question() {
  const choices = [{ value: "yes", content: words("more_close_day"), icon: "lock" }];
  return { name: null, title: words("close_day_question"), note: words("close_day_effect"), choices };
}
