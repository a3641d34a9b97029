/** The supervisor's page: each overview is rendered whole; the times tick in between. */
import { setClock } from "./clock.js";
import { drawChart } from "./chart.js";
import { EmergencyQuestion, showEmergencies } from "./emergencies.js";
import { Interventions } from "./interventions.js";
import { Link } from "./link.js";
import { render, tick } from "./overview_view.js";
import { showRefusal } from "./refusal.js";
import { ReleaseQuestion } from "./release.js";

let overview = null;

const question = new ReleaseQuestion((counter) => link.ask("release", { counter }, showRefusal));
const interventions = new Interventions((event, data) => link.ask(event, data, showRefusal));
const emergencies = new EmergencyQuestion((event, data) => link.ask(event, data, showRefusal));
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
  if (!overview) return;
  render(overview, { isUp: link.isUp, isBusy: link.isBusy });
  question.look(overview);
  interventions.look(overview, { isUp: link.isUp, isBusy: link.isBusy });
  showEmergencies(overview, { canLift: link.isUp });
  emergencies.look(overview, { isUp: link.isUp });
  tick(); // also the times of what was drawn after the tables
}

document.addEventListener("click", (tap) => {
  const button = tap.target.closest("[data-close], [data-release]");
  if (!button || button.disabled) return;
  const { close, release } = button.dataset;
  if (close) link.ask("close", { counter: Number(close) }, showRefusal);
  else question.ask(overview, Number(release));
});
setInterval(() => overview && tick(), 1000);
