/** An agent's page: what comes in is rendered, what is tapped goes out. */
import { setClock } from "./clock.js";
import { render, tick } from "./desk_view.js";
import { showEmergencies } from "./emergencies.js";
import { FurtherActions } from "./further_actions.js";
import { listenToGiven, showGiven } from "./given.js";
import { Link } from "./link.js";
import { byId } from "./page.js";
import { showRefusal } from "./refusal.js";
import { listen } from "./sheet.js";
import { Transfer } from "./transfer.js";

/** What is done with the answers that tell more than that it was done. */
const ANSWERED = { take_ticket: showGiven, check_in: showGiven };

let desk = null;

const further = new FurtherActions(ask, tellMovedOn);
const transfer = new Transfer(sendOn, tellMovedOn);
const link = new Link("/agents", "desk", receive, show);

/** A desk that is older than the one shown is dropped: it was overtaken on its way. */
function receive(state) {
  const isOlder = desk && state.seq < desk.seq && state.at <= desk.at;
  if (isOlder) return;
  desk = state;
  setClock(state.at);
  show();
}

function show() {
  if (!desk) return;
  render(desk, { isUp: link.isUp, isBusy: link.isBusy });
  further.look(desk, { isUp: link.isUp });
  transfer.look(desk, { isUp: link.isUp });
  showEmergencies(desk);
}

function ask(event, data = {}) {
  link.ask(event, data, (answer) => {
    showRefusal(answer, event);
    if (!answer.refused) ANSWERED[event]?.(answer);
  });
}

/** Whoever is put before all others is so for a reason. */
function sendOn(where) {
  if (where.place === "first") further.because("transfer", (why) => ask("transfer", { ...where, ...why }));
  else ask("transfer", where);
}

/** What was asked was about a ticket that is not there any more. */
function tellMovedOn() {
  showRefusal({ refused: "moved_on" });
}

document.addEventListener("click", (tap) => {
  const button = tap.target.closest("button");
  if (!button || button.disabled) return;
  const { ask: event, counter } = button.dataset;
  if (counter) ask("open", { counter: Number(counter) });
  else if (event) ask(event);
});

listen();
listenToGiven();
setInterval(() => desk && tick(desk), 1000);
