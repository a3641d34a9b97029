/** How many screens show what was published, as it changes. */

const SILENCE = 40000; // ms: the controller is heard every 15 s
const AGAIN = 5000;

const now = document.getElementById("now");
const lost = document.getElementById("lost");
let source = null;
let heardAt = Date.now();

function hear() {
  heardAt = Date.now();
  lost.hidden = true;
}

function show({ data }) {
  hear();
  now.innerHTML = data;
}

function listen() {
  source?.close();
  source = new EventSource(now.dataset.live);
  source.addEventListener("now", show);
  source.addEventListener("at", hear);
  source.addEventListener("error", () => (lost.hidden = false));
}

function look() {
  const isSilent = Date.now() - heardAt > SILENCE;
  if (isSilent || source.readyState === EventSource.CLOSED) listen();
}

listen();
setInterval(look, AGAIN);
