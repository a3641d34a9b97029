/** Draws what visitors are told of their wait, and what that was worth. */
import { element, serviceName, words } from "./page.js";

const NOTHING = "–";

/** As many tickets must be compared before a share of them is called good or bad. */
const ENOUGH = 50;

/** The share that ranges promise, less what chance may take away; and half of the way down. */
const GOOD = 0.75;
const FAIR = 0.6;

export function expectedRow({ service, paused, wait, expecting }) {
  const now = wait && paused === null ? [String(wait.likely), `${wait.low}–${wait.high}`] : [NOTHING, NOTHING];
  const name = element("th", { scope: "row", class: "name two-sides" }, ...serviceName(service));
  return row(name, now, expecting, words(`from_${expecting.method}`));
}

export function allExpectedRow({ expecting }) {
  const name = element("th", { scope: "row", class: "name two-sides" }, ...words("all_services"));
  return row(name, ["", ""], expecting, []);
}

function row(name, [likely, range], expecting, method) {
  return element(
    "tr",
    {},
    name,
    element("td", { class: "number strong" }, likely),
    element("td", { class: "number", dir: "ltr" }, range),
    ...worth(expecting),
    element("td", { class: "name two-sides learned-from" }, ...method),
  );
}

function worth({ count, error, coverage }) {
  if (!count) return [element("td", { class: "number nought", colspan: 3 }, ...words("not_known"))];
  return [
    element("td", { class: "number", dir: "ltr" }, error < 0.5 ? "<1" : `±${Math.round(error)}`),
    element("td", { class: `number ${coverageClass(count, coverage)}` }, `${Math.round(coverage * 100)}%`),
    element("td", { class: "number" }, String(count)),
  ];
}

function coverageClass(count, coverage) {
  if (count < ENOUGH) return "nought";
  return coverage >= GOOD ? "is-good" : coverage >= FAIR ? "is-fair" : "is-bad";
}
