/** A notice as the hall's screens draw it, while it is being written. */

import { byName } from "./form_parts.js";

const CALM = 450; // ms without a key, then it is drawn
const ARM = 600; // mm from the eye to an editor's screen
const CARD = 85.6; // mm: the width of a bank card (ISO/IEC 7810, ID-1)
const KEPT = "pixels-of-a-millimetre";
const CSS_MM = 96 / 25.4;

const parts = byName("notice", "preview", "preview-glass", "preview-calling", "preview-room", "preview-picture", "preview-leaves", "preview-afar",
  "preview-true", "preview-hint", "preview-verdict", "true-size", "true-picture", "true-close", "card-frame", "card-range");
const LANGUAGES = JSON.parse(parts.preview.dataset.languages);
let timer = null;
let isDrawing = false;
let isStale = false;
let page = 0;
let told = null;

const isFar = () => parts.previewAfar.getAttribute("aria-pressed") === "true";

/** Return how many pixels a millimetre has here: as it was set with a card, or as CSS takes it. */
function scale() {
  return Number(localStorage.getItem(KEPT)) || CSS_MM;
}

function order() {
  const form = new FormData(parts.notice);
  form.set("glass", parts.previewGlass.value);
  form.set("page", String(page));
  if (parts.previewCalling.checked) form.set("calling", "on");
  return form;
}

/** Have it drawn, one drawing at a time: what was typed meanwhile is drawn after it. */
async function draw() {
  if (isDrawing) {
    isStale = true;
    return;
  }
  isDrawing = true;
  isStale = false;
  parts.preview.classList.add("is-drawing");
  try {
    const answer = await fetch(parts.preview.dataset.address, { method: "POST", body: order() });
    if (answer.ok) show(await answer.json());
  } catch {
    isStale = false; // the page's own light tells that the connection is lost
  }
  parts.preview.classList.remove("is-drawing");
  isDrawing = false;
  if (isStale) draw();
}

function soon() {
  clearTimeout(timer);
  timer = setTimeout(draw, CALM);
}

function show(answer) {
  parts.previewVerdict.innerHTML = answer.html;
  if (answer.pages === undefined) return; // it is not whole yet: the last picture stays
  told = answer;
  page = answer.page;
  parts.previewPicture.hidden = answer.picture === "";
  parts.previewPicture.src = answer.picture;
  parts.trueSize.open && fill();
  parts.previewLeaves.replaceChildren(...answer.pages.flatMap(leaves));
  fit();
}

/** Return a page's button, behind the name of its language where that begins. */
function leaves(language, number, all) {
  const button = leaf(language, number);
  if (!language || language === all[number - 1]) return [button];
  const name = document.createElement("span");
  name.lang = language;
  name.textContent = LANGUAGES[language];
  return [name, button];
}

function leaf(language, number) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "leaf";
  button.textContent = String(number + 1);
  button.setAttribute("aria-current", number === page ? "page" : "false");
  button.addEventListener("click", () => {
    page = number;
    draw();
  });
  return button;
}

/** Let the picture fill its room, or be as large as the screen seems from the hall's end. */
function fit() {
  const width = told && isFar() ? `${(told.width_mm * ARM * scale()) / told.distance_mm}px` : "";
  parts.previewPicture.style.inlineSize = width;
  parts.previewHint.hidden = !isFar();
}

function fill() {
  parts.truePicture.src = told.picture;
  parts.truePicture.style.inlineSize = `${told.width_mm * scale()}px`;
  parts.cardFrame.style.inlineSize = `${CARD * scale()}px`;
  parts.cardRange.value = scale();
}

/** Begin in the middle of the screen: there is the notice, and no desk has room for all of it. */
function centre() {
  const room = parts.truePicture.parentElement;
  const far = (room.scrollWidth - room.clientWidth) / 2;
  room.scrollTo(document.dir === "rtl" ? -far : far, (room.scrollHeight - room.clientHeight) / 2);
}

parts.preview.hidden = false;
parts.notice.addEventListener("input", ({ target }) => parts.preview.contains(target) || soon());
parts.notice.addEventListener("file", soon);
for (const choice of [parts.previewGlass, parts.previewCalling]) {
  choice.addEventListener("change", () => {
    page = 0;
    draw();
  });
}
parts.previewAfar.addEventListener("click", () => {
  parts.previewAfar.setAttribute("aria-pressed", String(!isFar()));
  fit();
});
parts.previewTrue.addEventListener("click", () => {
  if (!told) return;
  fill();
  parts.trueSize.showModal();
  parts.truePicture.decode().then(centre);
});
parts.trueClose.addEventListener("click", () => parts.trueSize.close());
parts.cardRange.addEventListener("input", () => {
  localStorage.setItem(KEPT, parts.cardRange.value);
  fill();
  fit();
});
draw();
