/** Draws an overview. */
import { clockLength, secondsSince } from "./clock.js";
import { byId, element, fill, line, page, serviceName, words } from "./page.js";

const NOTHING = "–";

export function render(overview, link) {
  byId("overview").hidden = false;
  fill(byId("tiles"), ...tiles(overview.total));
  fill(byId("services"), ...overview.services.map(serviceRow));
  fill(byId("counters"), ...overview.counters.map((each) => counterRow(each, link)));
  fill(byId("devices"), ...overview.devices.map(device));
  byId("no-devices").hidden = overview.devices.length > 0;
  tick();
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
    element("span", { class: "tile-label" }, ...words(label)),
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

/** A mean, with the 90th percentile beside it. */
function pair(mean, p90) {
  if (mean === null) return cell(NOTHING, "number");
  const tail = element("span", { class: "p90", title: line("p90") }, clockLength(p90));
  return element("td", { class: "number" }, clockLength(mean), " ", tail);
}

function serviceRow(each) {
  return element(
    "tr",
    {},
    element("th", { scope: "row" }, ...serviceName(each.service)),
    cell(String(each.waiting), each.waiting ? "number strong" : "number"),
    cell(running(each.oldest_issued_at), "number"),
    cell(String(each.issued), "number"),
    cell(String(each.called), "number"),
    cell(String(each.served), "number"),
    cell(String(each.no_shows), "number"),
    pair(each.mean_wait, each.p90_wait),
    pair(each.mean_service, each.p90_service),
    cell(share(each.service_level), `number ${levelClass(each.service_level)}`),
  );
}

function counterRow(each, link) {
  return element(
    "tr",
    { class: each.agent ? "" : "is-closed" },
    element("th", { scope: "row", class: "number" }, String(each.counter)),
    cell(element("bdi", {}, page.people[each.agent] ?? each.agent ?? NOTHING)),
    element("td", {}, ...nowDoing(each)),
    cell(each.agent ? running(each.since) : NOTHING, "number"),
    cell(String(each.called), "number"),
    cell(String(each.served), "number"),
    cell(String(each.no_shows), "number"),
    cell(time(each.mean_service), "number"),
    element("td", { class: "tools" }, closing(each, link)),
  );
}

function nowDoing({ agent, ticket, state }) {
  if (!agent) return words("closed");
  if (!ticket) return words("free");
  const number = element("strong", { dir: "ltr" }, ticket);
  return [number, " ", element("span", { class: `doing doing-${state}` }, ...words(`state_${state}`))];
}

function closing({ counter, agent, ticket }, { isUp, isBusy }) {
  if (!agent || ticket) return null;
  return element("button", { class: "button-quiet", "data-close": counter, "aria-label": line("close_counter", { counter }), disabled: !isUp || isBusy }, ...words("close"));
}

function device({ name, kind, is_connected: isOn }) {
  return element(
    "li",
    { class: isOn ? "is-on" : "is-off" },
    element("span", { class: "device-light" }),
    element("bdi", { class: "device-name" }, name),
    element("span", { class: "device-kind" }, ...words(kind)),
    element("span", { class: "device-state" }, ...words(isOn ? "on" : "off")),
  );
}
