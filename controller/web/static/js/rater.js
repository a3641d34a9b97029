/** A tablet on a counter: asks, takes one answer, thanks, and clears itself. */

const AGAIN = 5000; // ms
const SILENCE = 40000;
const TO_SAY_WHY = 10000;
const THANKS = 4000;

const byId = (id) => document.getElementById(id);
const now = byId("now");
let source = null;
let heardAt = Date.now();
let isTaking = false; // a visitor answers: nothing takes the question away under a finger
let waiting = null; // what came meanwhile
let patience = null;

function hear() {
  heardAt = Date.now();
  byId("lost").hidden = true;
}

function show(html) {
  hear();
  if (isTaking) waiting = html;
  else draw(html);
}

function draw(html) {
  now.innerHTML = html;
  byId("question")?.addEventListener("submit", choose);
}

/** Ask what it is about, before anything is sent: the hall takes one answer from a counter. */
function choose(event) {
  event.preventDefault();
  if (isTaking || !event.submitter) return;
  isTaking = true;
  const answer = new FormData(event.target);
  answer.set("face", event.submitter.value);
  event.target.hidden = true;
  const why = byId("why");
  why.hidden = false;
  why.addEventListener("click", ({ target }) => {
    const button = target.closest("button");
    if (button) send(answer, button.value);
  });
  patience = setTimeout(() => send(answer, ""), TO_SAY_WHY);
}

async function send(answer, about) {
  clearTimeout(patience);
  if (byId("why").hidden) return; // a second tap
  byId("why").hidden = true;
  if (about) answer.set("about", about);
  try {
    await fetch(byId("question").action, { method: "POST", body: answer, redirect: "manual" });
    byId("thanks").hidden = false;
  } catch {
    byId("lost").hidden = false; // it was not kept: nobody is thanked for nothing
  }
  setTimeout(clear, THANKS);
}

function clear() {
  isTaking = false;
  draw(waiting ?? now.innerHTML);
  waiting = null;
  if (byId("why")) location.reload(); // nothing new came: ask the controller how it stands
}

function listen() {
  source?.close();
  source = new EventSource(now.dataset.live);
  source.addEventListener("now", (event) => show(event.data));
  source.addEventListener("at", hear);
  source.addEventListener("end", () => location.reload()); // the token holds no more
  source.addEventListener("error", () => (byId("lost").hidden = false));
}

function look() {
  const isSilent = Date.now() - heardAt > SILENCE;
  if (isSilent || source.readyState === EventSource.CLOSED) listen();
}

draw(now.innerHTML);
listen();
setInterval(look, AGAIN);
window.addEventListener("offline", () => (byId("lost").hidden = false));
window.addEventListener("online", listen);
navigator.wakeLock?.request("screen").catch(() => {}); // a kiosk browser keeps it on anyhow
