/** The dialog that sends a visitor on: to a service or a counter, in which place, and whether they return. */
import { byId, element, fill, page, serviceName, words } from "./page.js";

const dialog = byId("transfer-dialog");
const places = [...dialog.querySelectorAll("[data-place]")];
const returning = byId("transfer-return");

/** Make the buttons work; `transfer` gets what the event `transfer` says. */
export function listen(transfer) {
  byId("transfer").addEventListener("click", () => open());
  byId("transfer-cancel").addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (tap) => {
    const button = tap.target.closest("button");
    if (!button || button.disabled) return;
    const { place, service, to } = button.dataset;
    if (place) press(place);
    else if (button === returning) toggle(returning);
    else if (service || to) send(transfer, service ? { service } : { counter: Number(to) });
  });
}

function open() {
  press("due");
  returning.setAttribute("aria-pressed", "false");
  dialog.showModal();
}

function press(place) {
  for (const each of places) each.setAttribute("aria-pressed", String(each.dataset.place === place));
}

function isPressed(button) {
  return button.getAttribute("aria-pressed") === "true";
}

function toggle(button) {
  button.setAttribute("aria-pressed", String(!isPressed(button)));
}

function send(transfer, where) {
  dialog.close();
  transfer({ ...where, place: places.find(isPressed).dataset.place, comes_back: isPressed(returning) });
}

/** Follow the desk: the dialog of a visitor who has left is put away. */
export function showTransfer(desk) {
  const others = desk.waiting.filter(({ service }) => service !== desk.ticket?.service);
  fill(byId("transfer-title"), ...(desk.ticket ? words("transfer_to", { ticket: desk.ticket.ticket }) : []));
  fill(byId("transfer-services"), ...others.map(serviceButton));
  fill(byId("transfer-counters"), ...openCounters(desk).map(counterButton));
  byId("transfer-to-counters").hidden = openCounters(desk).length === 0;
  if (desk.ticket?.state !== "serving") dialog.close();
}

function openCounters(desk) {
  const shut = new Set([desk.counter, ...desk.free_counters]);
  return Object.keys(page.counters).map(Number).filter((counter) => !shut.has(counter));
}

function serviceButton({ service, waiting }) {
  return element(
    "button",
    { class: "transfer-service", "data-service": service },
    element("span", { class: "two-sides" }, ...serviceName(service)),
    element("span", { class: "queue-count" }, String(waiting)),
  );
}

function counterButton(counter) {
  return element("button", { class: "transfer-counter", "data-to": counter }, ...words("counter", { counter }));
}
