/** What a supervisor may do besides watching, and what the hall's rules have noticed. */
import { dayAndMinute } from "./clock.js";
import { agentName, freeing } from "./overview_view.js";
import { byId, element, fill, line, page, reasonText, serviceName, words } from "./page.js";
import { because, goneTicket, parked, service, ticket, waiting, whyBack } from "./questions.js";
import { Steps } from "./steps.js";

/** Each intervention: when it makes sense, and what it asks for, of the overview as it is then. */
const ASKED = {
  redirect: { steps: (overview) => [waitingTicket(overview), where(overview), ({ where: kind }) => destination(overview, kind), place, because("redirect")] },
  reprioritise: { isThere: ({ priorities }) => priorities.length > 0, steps: (overview) => [classedTicket(overview), priority(overview), because("reprioritise")] },
  reinstate: { steps: (overview) => [goneTicket(overview.gone), whyBack(overview.gone)] },
  cancel: { steps: (overview) => [openTicket(overview), because("cancel")] },
  change_services: { steps: (overview) => [counter(overview), ({ counter: number }) => given(overview, number)] },
  pause_service: { steps: (overview) => [someOrAll(ids(overview, (each) => !isPaused(each))), because("pause_service", words("is_read"))] },
  resume_service: { isThere: ({ services }) => services.some(isPaused), steps: (overview) => [someOrAll(ids(overview, isPaused))] },
  announce: { steps: () => [announcement(ANNOUNCED), announcedService] },
  withdraw_announcement: { isThere: ({ announcements }) => announcements.length > 0, steps: ({ announcements }) => [standing(announcements)] },
  close_day: { steps: () => [question()] },
  reopen_day: { isOfNight: true, steps: () => [because("reopen_day")] },
};

/** What may be announced, and its pictogram. */
const ANNOUNCED = { closing_soon: "clock", service_paused: "pause", service_resumed: "document", no_more_tickets: "ticket", long_waits: "queue", documents_ready: "documents" };

/** Those that name a service, or all. */
const OF_SERVICES = ["service_paused", "service_resumed", "no_more_tickets"];

export class Interventions {
  #steps = new Steps();
  #overview = null;

  /** `ask` is called with the name of an event and its data. */
  constructor(ask) {
    byId("interventions").addEventListener("click", (tap) => {
      const name = tap.target.closest("[data-intervene]")?.dataset.intervene;
      if (name) this.#steps.begin(ASKED[name].steps(this.#overview), ({ where: _, standing: made = {}, ...answers }) => ask(name, { ...answers, ...made }));
    });
  }

  look(overview, link) {
    const { isUp } = link;
    this.#overview = overview;
    byId("interventions").hidden = false;
    for (const button of document.querySelectorAll("[data-intervene]")) {
      button.disabled = !isUp;
      button.hidden = !isPossible(ASKED[button.dataset.intervene], overview);
    }
    const unattended = overview.counters.filter(({ counter }) => overview.unattended.includes(counter));
    fill(byId("alerts"), overview.clocks && clockAlarm(overview.clocks), ...unattended.map((each) => unattendedAlarm(each, link)), ...overview.alarms.map(alarm), ...overview.alerts.map(alert));
    const said = [...(overview.clocks ? [line("clock_astray")] : []), ...unattended.map(({ counter }) => `${line("counter", { counter })} ${line("unattended")}`), ...overview.alarms.map(({ device, trouble }) => `${device} ${line(`trouble_${trouble}`)}`), ...overview.alerts.map(({ rule }) => rule)];
    fill(byId("alerts-said"), said.join(" · ")); // once, not each second
    fill(byId("paused"), ...pauses(overview.services));
    if (this.#steps.isOpen && !isUp) this.#steps.close();
  }
}

/** Once the day is over, nothing is left but to open it again. */
function isPossible({ isOfNight = false, isThere = () => true }, overview) {
  return overview.is_over === isOfNight && isThere(overview);
}

function isPaused({ paused: reason }) {
  return reason !== null;
}

function alert({ rule, service: id, counter: number, since }) {
  return element(
    "li",
    { class: "alert" },
    element("i", { class: "pictogram pictogram-warning", "aria-hidden": "true" }),
    element("bdi", { class: "alert-rule" }, rule),
    element("span", { class: "side-by-side" }, ...(id === null ? words("all_services") : serviceName(id))),
    number === null ? null : element("span", { class: "side-by-side" }, ...words("counter", { counter: number })),
    element("span", { class: "alert-since", "data-since": since }),
  );
}

/** Nothing can be done here: the clock of the controller's machine is wrong. */
function clockAlarm({ ours, theirs }) {
  return element(
    "li",
    { class: "alert alarm" },
    element("i", { class: "pictogram pictogram-clock", "aria-hidden": "true" }),
    element("span", { class: "alert-rule side-by-side" }, ...words("clock_astray")),
    element("span", { class: "side-by-side" }, ...words("clocks_say", { ours: dayAndMinute(ours), theirs: dayAndMinute(theirs) })),
  );
}

/** A counter that has been without its agent for too long, and what frees it. */
function unattendedAlarm(counter, link) {
  return element(
    "li",
    { class: "alert alarm" },
    element("i", { class: "pictogram pictogram-warning", "aria-hidden": "true" }),
    element("span", { class: "alert-rule side-by-side" }, ...words("counter", counter)),
    element("bdi", {}, agentName(counter.agent)),
    element("span", { class: "side-by-side" }, ...words("unattended")),
    counter.ticket && element("strong", { dir: "ltr" }, counter.ticket),
    element("span", { class: "alert-since", "data-since": counter.unattended_since }),
    freeing(counter, link),
  );
}

/** What is wrong with a device, for too long. */
function alarm({ device, trouble, since }) {
  return element(
    "li",
    { class: "alert alarm" },
    element("i", { class: "pictogram pictogram-warning", "aria-hidden": "true" }),
    element("bdi", { class: "alert-rule" }, device),
    element("span", { class: "side-by-side" }, ...words(`trouble_${trouble}`)),
    element("span", { class: "alert-since", "data-since": since }),
  );
}

/** A line for each paused service; one for all of them when the whole hall is paused for one reason. */
function pauses(services) {
  const found = services.filter(isPaused);
  const isAll = found.length === services.length && new Set(found.map(({ paused: reason }) => reason)).size === 1;
  return isAll ? [paused(words("all_services"), found[0].paused)] : found.map((each) => paused(serviceName(each.service), each.paused));
}

function paused(name, reason) {
  return element(
    "li",
    { class: "paused-service" },
    element("i", { class: "pictogram pictogram-pause", "aria-hidden": "true" }),
    element("span", { class: "side-by-side" }, ...name),
    element("span", { class: "quiet side-by-side" }, ...reasonText(reason)),
  );
}

function ids(overview, isMeant) {
  return overview.services.filter(isMeant).map((each) => each.service);
}

/** One of these services, or all of them. */
function someOrAll(known) {
  const one = service(known);
  const all = { value: null, content: words("all_services"), icon: "documents" };
  return known.length > 1 ? { ...one, choices: [all, ...one.choices] } : one;
}

function announcement(kinds) {
  const choices = Object.entries(kinds).map(([kind, icon]) => ({ value: kind, content: words(`announcement_${kind}`), icon }));
  return { name: "kind", title: words("which_announcement"), note: words("announcement_effect"), choices };
}

function announcedService({ kind }) {
  return OF_SERVICES.includes(kind) ? someOrAll(Object.keys(page.services)) : null;
}

/** One of those that the screens still say. */
function standing(announcements) {
  const choices = announcements.map(({ kind, service: id }) => ({
    value: { kind, service: id },
    content: words(`announcement_${kind}`),
    note: OF_SERVICES.includes(kind) ? (id === null ? words("all_services") : serviceName(id)) : [],
    icon: ANNOUNCED[kind],
  }));
  return { name: "standing", title: words("which_announcement"), choices };
}

function open({ counters }) {
  return counters.filter(({ agent }) => agent !== null);
}

function counter(overview) {
  const choices = open(overview).map(({ counter: number, agent }) => ({
    value: number,
    content: words("counter", { counter: number }),
    note: [element("bdi", {}, agentName(agent))],
  }));
  return { name: "counter", title: words("which_counter"), choices };
}

function agent(overview) {
  const choices = open(overview).map(({ counter: number, agent: name }) => ({
    value: name,
    content: [element("bdi", {}, agentName(name))],
    note: words("counter", { counter: number }),
  }));
  return { name: "agent", title: words("which_agent"), choices };
}

function given({ counters }, number) {
  const { services } = counters.find((each) => each.counter === number);
  return { ...service(Object.keys(page.services)), name: "services", several: true, chosen: services };
}

function waitingTicket({ line }) {
  return ticket(line.map((each) => waiting(each)), { isAny: true });
}

function classedTicket({ line }) {
  const choices = line.map((each) => waiting(each, element("span", {}, ...words(`class_${each.priority}`))));
  return ticket(choices, { isAny: true });
}

function openTicket({ line, parked: away }) {
  return ticket([...line.map((each) => waiting(each)), ...away.map(parked)], { isAny: true });
}

function priority({ priorities }) {
  const choices = priorities.map((each) => ({ value: each, content: words(`class_${each}`) }));
  return { name: "priority", title: words("which_class"), choices };
}

/** Where a ticket may go: nobody is sent to a counter while none is open. */
function where(overview) {
  const kinds = [["service", "to_service", "document"], ["counter", "to_counter", "counter"], ["agent", "to_agent", "agent"], ["stays", "stays", "queue"]];
  const possible = kinds.filter(([kind]) => open(overview).length || !["counter", "agent"].includes(kind));
  const choices = possible.map(([value, text, icon]) => ({ value, content: words(text), icon }));
  return { name: "where", title: words("where_to"), choices };
}

function destination(overview, kind) {
  switch (kind) {
    case "service":
      return service(Object.keys(page.services));
    case "counter":
      return counter(overview);
    case "agent":
      return agent(overview);
    default:
      return null;
  }
}

/** A ticket that stays where it is cannot stay in its place, too. */
function place({ where: kind }) {
  const places = kind === "stays" ? ["first", "last"] : ["first", "due", "last"];
  const choices = places.map((each) => ({ value: each, content: words(`place_${each}`) }));
  return { name: "place", title: words("which_place"), choices };
}

function question() {
  const choices = [{ value: "yes", content: words("more_close_day"), icon: "lock" }];
  return { name: null, title: words("close_day_question"), note: words("close_day_effect"), choices };
}
