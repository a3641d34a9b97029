/** The supervisor's page: each overview is rendered whole; the times tick in between. */
import { setClock } from "./clock.js";
import { drawChart } from "./chart.js";
import { Link } from "./link.js";
import { render, tick } from "./overview_view.js";
import { showRefusal } from "./refusal.js";

let overview = null;

const link = new Link("/supervisors", "overview", receive, show);

function receive(state) {
  const isOlder = overview && state.seq < overview.seq && state.at <= overview.at;
  if (isOlder) return;
  overview = state;
  setClock(state.at);
  show();
  drawChart(overview.slots);
}

function show() {
  if (overview) render(overview, { isUp: link.isUp, isBusy: link.isBusy });
}

document.addEventListener("click", (tap) => {
  const button = tap.target.closest("[data-close]");
  if (button && !button.disabled) link.ask("close", { counter: Number(button.dataset.close) }, showRefusal);
});
setInterval(() => overview && tick(), 1000);
