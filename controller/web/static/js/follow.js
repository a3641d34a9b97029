/** A ticket's page, live: each change as it comes, a sound, a screen that stays on. */

const SILENCE = 40000; // ms: the controller says what time it is every 15 s
const AGAIN = 5000;
const ASK = 10000;
const CALL = [400, 150, 400, 150, 800]; // ms of buzzing, of silence, of buzzing

const byId = (id) => document.getElementById(id);
const now = byId("now");
let source = null;
let heardAt = Date.now();
let state = now.firstElementChild.dataset.state;
let sound = null;
let lock = null;

/** Show what came, and call the visitor if that is what it says. */
function show(html, clock) {
  now.innerHTML = html;
  const { kind, state: next } = now.firstElementChild.dataset;
  if (next === "waiting" && state !== next) location.reload(); // other documents are needed now
  document.body.className = kind;
  if (next !== state && next === "called") callVisitor();
  if (next !== "waiting") document.querySelector(".papers")?.remove();
  state = next;
  hear(clock);
}

/** Note that the page is as it should be. */
function hear(clock) {
  heardAt = Date.now();
  byId("at").textContent = clock;
  stale(false);
}

function stale(isStale) {
  document.body.classList.toggle("is-stale", isStale);
  byId("stale").hidden = !isStale;
  byId("fresh").hidden = isStale;
  byId("stale-at").textContent = byId("at").textContent;
}

function listen() {
  source?.close();
  source = new EventSource(now.dataset.live);
  source.addEventListener("now", (event) => show(event.data, event.lastEventId));
  source.addEventListener("at", (event) => hear(event.data));
  source.addEventListener("end", stop);
  source.addEventListener("error", () => stale(true));
}

/** Nothing more will come: the page stays as it is. */
function stop() {
  source.close();
  source = null;
  clearInterval(watch);
  byId("fresh").hidden = byId("options").hidden = true;
}

/** Come again when the browser gave up, or nothing was heard for too long. */
function look() {
  const isSilent = Date.now() - heardAt > SILENCE;
  if (isSilent) stale(true);
  if (isSilent || source.readyState === EventSource.CLOSED) listen();
}

/* -- To be called by a telephone in a pocket -- */

function callVisitor() {
  if (byId("sound").getAttribute("aria-pressed") !== "true") return;
  navigator.vibrate?.(CALL);
  [660, 880, 660, 880].forEach((pitch, index) => beep(pitch, index * 0.35));
}

function beep(pitch, after) {
  const [tone, loudness] = [sound.createOscillator(), sound.createGain()];
  const at = sound.currentTime + after;
  tone.frequency.value = pitch;
  loudness.gain.setValueAtTime(0.4, at);
  loudness.gain.exponentialRampToValueAtTime(0.001, at + 0.3);
  tone.connect(loudness).connect(sound.destination);
  tone.start(at);
  tone.stop(at + 0.32);
}

function press(button, isOn) {
  button.setAttribute("aria-pressed", String(isOn));
}

function toggleSound({ currentTarget: button }) {
  const isOn = button.getAttribute("aria-pressed") !== "true";
  sound ??= new AudioContext(); // only now: a browser lets none sound before a touch
  if (isOn) beep(880, 0);
  press(button, isOn);
}

async function toggleAwake({ currentTarget: button }) {
  const isOn = button.getAttribute("aria-pressed") !== "true";
  press(button, isOn);
  if (isOn) await stayAwake();
  else await lock?.release();
}

/** A browser lets go of the screen when another page is in front. */
async function stayAwake() {
  try {
    lock = await navigator.wakeLock.request("screen");
  } catch {
    press(byId("awake"), false); // the battery is low: the telephone decides
  }
}

function seen() {
  if (document.visibilityState !== "visible") return;
  if (byId("awake").getAttribute("aria-pressed") === "true") stayAwake();
  if (source) look();
}

function offer(id, isThere, toggle) {
  byId(id).hidden = !isThere;
  byId(id).addEventListener("click", toggle);
}

let watch = null;
if ("EventSource" in window) {
  offer("sound", "AudioContext" in window, toggleSound);
  offer("awake", "wakeLock" in navigator, toggleAwake);
  byId("options").hidden = false;
  document.addEventListener("visibilitychange", seen);
  window.addEventListener("offline", () => stale(true));
  window.addEventListener("online", () => source && listen());
  watch = setInterval(look, AGAIN);
  listen();
} else {
  setTimeout(() => location.reload(), ASK);
}
