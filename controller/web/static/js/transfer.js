/** The dialog that sends a visitor on: to whom, in which place, and whether they return. */
import { momentOf } from "./desk_state.js";
import { byId, element, fill, page, serviceName, words } from "./page.js";

const dialog = byId("transfer-dialog");
const list = byId("transfer-list");
const kinds = [...dialog.querySelectorAll("[data-kind]")];
const places = [...dialog.querySelectorAll("[data-place]")];
const returning = byId("transfer-return");

/** What there is to choose from, of each kind. */
const CHOICES = {
  service: ({ ticket, waiting }) => waiting.filter(({ service }) => service !== ticket?.service).map(serviceButton),
  counter: ({ colleagues }) => [...colleagues].sort((a, b) => a.counter - b.counter).map(counterButton),
  agent: ({ colleagues }) => [...colleagues].sort((a, b) => nameOf(a).localeCompare(nameOf(b))).map(agentButton),
};

export class Transfer {
  #refuse;
  #desk = null;
  #at = null;

  /** `send` gets what the event `transfer` says; `refuse` is called when the question is withdrawn. */
  constructor(send, refuse) {
    this.#refuse = refuse;
    byId("transfer").addEventListener("click", () => this.#open());
    byId("transfer-cancel").addEventListener("click", () => dialog.close());
    dialog.addEventListener("click", (tap) => {
      const button = tap.target.closest("button");
      if (button && !button.disabled) this.#tapped(button, send);
    });
  }

  /** Follow the desk: the dialog of a visitor who has left is put away. */
  look(desk, { isUp }) {
    this.#desk = desk;
    if (!dialog.open) return;
    const isPast = momentOf(desk) !== this.#at;
    if (isPast || !isUp) dialog.close();
    else this.#show();
    if (isPast) this.#refuse();
  }

  #open() {
    this.#at = momentOf(this.#desk);
    press(kinds, kinds[0]);
    press(places, places.find(({ dataset }) => dataset.place === "due"));
    returning.setAttribute("aria-pressed", "false");
    this.#show();
    dialog.showModal();
  }

  #show() {
    const { ticket, colleagues } = this.#desk;
    fill(byId("transfer-title"), ...words("transfer_to", { ticket: ticket.ticket }));
    byId("transfer-kinds").hidden = colleagues.length === 0;
    if (!colleagues.length) press(kinds, kinds[0]);
    fill(list, ...CHOICES[kinds.find(isPressed).dataset.kind](this.#desk));
  }

  #tapped(button, send) {
    const { kind, place, service, to, agent } = button.dataset;
    if (kind) {
      press(kinds, button);
      this.#show();
      list.scrollTo(0, 0);
    } else if (place) press(places, button);
    else if (button === returning) button.setAttribute("aria-pressed", String(!isPressed(button)));
    else if (service) go(send, { service });
    else if (to) go(send, { counter: Number(to) });
    else if (agent) go(send, { agent });
  }
}

function go(send, where) {
  dialog.close();
  send({ ...where, place: places.find(isPressed).dataset.place, comes_back: isPressed(returning) });
}

function press(group, pressed) {
  for (const each of group) each.setAttribute("aria-pressed", String(each === pressed));
}

function isPressed(button) {
  return button.getAttribute("aria-pressed") === "true";
}

function nameOf({ agent }) {
  return page.people[agent] ?? agent;
}

function serviceButton({ service, waiting }) {
  return element(
    "button",
    { class: "transfer-choice", "data-service": service },
    element("span", { class: "two-sides" }, ...serviceName(service)),
    element("span", { class: "queue-count" }, String(waiting)),
  );
}

function counterButton(colleague) {
  const { counter } = colleague;
  return person({ "data-to": counter }, words("counter", { counter }), [element("bdi", {}, nameOf(colleague))]);
}

function agentButton(colleague) {
  const { agent, counter } = colleague;
  return person({ "data-agent": agent }, [element("bdi", {}, nameOf(colleague))], words("counter", { counter }));
}

function person(attributes, name, aside) {
  return element(
    "button",
    { class: "transfer-choice", ...attributes },
    element("span", { class: "transfer-who" }, element("span", { class: "two-sides" }, ...name), element("span", { class: "transfer-aside two-sides" }, ...aside)),
  );
}
