/** Draws an overview. */
import { clockLength, secondsSince } from "./clock.js";
import { allExpectedRow, expectedRow } from "./expected_view.js";
import { byId, counterSign, element, fill, page, reasonText, serviceName, words } from "./page.js";

const NOTHING = "–";

export function render(overview, link) {
  byId("overview").hidden = false;
  fill(byId("tiles"), ...tiles(overview.total));
  fill(byId("services"), ...overview.services.map(serviceRow));
  fill(byId("waits"), ...overview.services.map(expectedRow), allExpectedRow(overview.total));
  fill(byId("counters"), ...overview.counters.map((each) => counterRow(each, link)));
  fill(byId("devices"), ...overview.devices.map((each) => device(each, troublesOf(overview, each))));
  byId("no-devices").hidden = overview.devices.length > 0;
  byId("no-ticket").hidden = overview.slots.length > 0;
}

/** Redraw the times that run. */
export function tick() {
  for (const place of document.querySelectorAll("[data-since]")) {
    place.textContent = clockLength(secondsSince(place.dataset.since));
  }
}

function tiles(total) {
  return [
    tile("waiting", String(total.waiting), "tile-strong"),
    tile("longest", running(total.oldest_issued_at)),
    tile("served", String(total.served)),
    tile("no_shows", String(total.no_shows)),
    tile("mean_wait", time(total.mean_wait)),
    tile("level", share(total.service_level), levelClass(total.service_level)),
  ];
}

function tile(label, value, kind = "") {
  return element(
    "div",
    { class: `tile ${kind}` },
    element("span", { class: "tile-label two-sides" }, ...words(label)),
    element("span", { class: "tile-value" }, value),
  );
}

function running(moment) {
  return moment ? element("span", { "data-since": moment }) : NOTHING;
}

function time(seconds) {
  return seconds === null ? NOTHING : clockLength(seconds);
}

function share(level) {
  return level === null ? NOTHING : `${Math.round(level * 100)}%`;
}

function levelClass(level) {
  if (level === null) return "";
  return level >= 0.8 ? "is-good" : level >= 0.5 ? "is-fair" : "is-bad";
}

function cell(content, kind = "") {
  return element("td", { class: kind }, content);
}

/** A count; nought is told quietly. */
function count(number, kind = "") {
  return cell(String(number), `number ${number ? "" : "nought"} ${kind}`);
}

/** A mean, and the time that nine in ten do not exceed. */
function pair(mean, p90) {
  return [mean, p90].map((length) => cell(time(length), `number ${length === null ? "nought" : ""}`));
}

function serviceRow(each) {
  const level = each.service_level;
  return element(
    "tr",
    {},
    element("th", { scope: "row", class: "name two-sides" }, ...serviceName(each.service)),
    count(each.waiting, each.waiting ? "strong" : ""),
    cell(running(each.oldest_issued_at), `number ${each.oldest_issued_at ? "" : "nought"}`),
    count(each.issued),
    count(each.transferred_in),
    count(each.transferred_out),
    count(each.called),
    count(each.served),
    count(each.no_shows),
    ...pair(each.mean_wait, each.p90_wait),
    ...pair(each.mean_service, each.p90_service),
    cell(share(level), `number ${levelClass(level) || "nought"}`),
  );
}

function counterRow(each, link) {
  return element(
    "tr",
    { class: each.agent ? "" : "is-closed" },
    element("th", { scope: "row", class: "number" }, ...counterSign(each.counter)),
    cell(element("bdi", {}, agentName(each.agent)), "name"),
    element("td", { class: "name side-by-side" }, ...nowDoing(each)),
    cell(each.agent ? running(each.since) : NOTHING, "number"),
    count(each.called),
    count(each.served),
    count(each.transferred),
    count(each.no_shows),
    cell(time(each.mean_service), `number ${each.mean_service === null ? "nought" : ""}`),
    element("td", { class: "tools" }, freeing(each, link)),
  );
}

/** Return the agent's name as people know it. */
export function agentName(agent) {
  return page.people[agent] ?? agent ?? NOTHING;
}

function nowDoing(counter) {
  const { unattended_since: since } = counter;
  if (since === null) return doing(counter);
  return [...doing(counter), " ", element("span", { class: "doing doing-unattended" }, ...words("unattended"), " ", running(since))];
}

function doing({ agent, ticket, state, pause }) {
  if (!agent) return words("closed");
  if (pause !== null) return [element("span", { class: "doing doing-paused" }, ...words("state_paused")), " ", element("span", { class: "quiet" }, ...reasonText(pause))];
  if (!ticket) return words("free");
  const number = element("strong", { dir: "ltr" }, ticket);
  return [number, " ", element("span", { class: `doing doing-${state}` }, ...words(`state_${state}`))];
}

/** The button that frees a counter whose agent has left: at once, or after a question about its ticket. */
export function freeing({ counter, agent, ticket }, { isUp, isBusy }) {
  if (!agent) return null;
  const what = ticket ? "release" : "close";
  const attributes = { [`data-${what}`]: counter, disabled: !isUp || isBusy };
  const which = element("span", { class: "unseen" }, " ", ...words("counter", { counter }));
  return element("button", { class: "button-quiet", ...attributes }, ...words(what), which);
}

/** What is wrong with a device for too long; that it is away stands there already. */
function troublesOf({ alarms }, { name }) {
  return alarms.filter(({ device: of, trouble: what }) => of === name && what !== "away").map(({ trouble: what }) => what);
}

function device({ name, kind, is_connected: isOn, printer, not_taken_in: numbers, health }, troubles) {
  return element(
    "li",
    { class: isOn ? "is-on" : "is-off" },
    element("span", { class: "device-light" }),
    element("bdi", { class: "device-name" }, name),
    element("span", { class: "device-kind side-by-side" }, ...words(kind)),
    element("span", { class: "device-state side-by-side" }, ...words(isOn ? "on" : "off")),
    printer && element("ul", { class: "device-printer" }, ...(printer.length ? worst(printer).map(trouble) : [wellPrinter()])),
    troubles.length > 0 || health ? element("ul", { class: "device-printer" }, ...machine(troubles, health)) : null,
    numbers.length ? element("ul", { class: "device-printer" }, notTakenIn(numbers)) : null,
  );
}

/** How the machine of a screen is: its troubles, or that it has none, and how warm it is. */
function machine(troubles, health) {
  if (troubles.length > 0) return troubles.map((each) => printerLine(`trouble_${each}`, "warning", "printer-down"));
  const well = printerLine("machine_well", "check-circle", "printer-well");
  if (health.warmth !== null) well.append(element("bdi", { dir: "ltr" }, `${Math.round(health.warmth)} °C`));
  return [well];
}

/** The numbers that a kiosk gave while it was alone, and that the hall could not take in. */
function notTakenIn(numbers) {
  const line = printerLine("not_taken_in", "warning", "printer-down");
  line.append(element("bdi", {}, numbers.join(" ")));
  return line;
}

/** Return the troubles without those that another of them says already. */
function worst(troubles) {
  return troubles.filter((each) => each !== "paper_low" || !troubles.includes("paper_out"));
}

/** What is wrong with a kiosk's printer. Without paper_low it prints no more: that has another sign. */
function trouble(name) {
  return printerLine(`printer_${name}`, ...(name === "paper_low" ? ["warning", "printer-soon"] : ["printer-off", "printer-down"]));
}

function wellPrinter() {
  return printerLine("printer_ready", "printer", "printer-well");
}

function printerLine(text, icon, kind) {
  const sign = element("i", { class: `pictogram pictogram-${icon}`, "aria-hidden": "true" });
  return element("li", { class: kind }, sign, element("span", { class: "side-by-side" }, ...words(text)));
}
