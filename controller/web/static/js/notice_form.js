/** A file on its way into a notice: how far it is, what was made of it, or why it is refused. */

import { byName } from "./form_parts.js";

const MOST_BYTES = 30 * 1024 * 1024;
const ADDRESS = "/notices/files";

const parts = byName("notice", "publish", "file-token", "file-input", "file-away", "file-going", "file-progress", "file-sent",
  "file-reading", "file-problem", "file-too-large", "file-lost", "file-pages");
let going = null;

function refuse(html) {
  parts.fileProblem.innerHTML = html;
  parts.fileProblem.hidden = false;
}

function away() {
  going?.abort();
  going = null;
  parts.fileToken.value = "";
  parts.filePages.replaceChildren();
  settle();
}

/** Let the form be as its file is: on its way, there, or none. */
function settle() {
  const has = parts.fileToken.value !== "";
  parts.fileGoing.hidden = going === null;
  parts.fileAway.hidden = !has && going === null;
  parts.notice.classList.toggle("has-file", has);
  parts.publish.disabled = going !== null;
  parts.fileInput.value = "";
  parts.notice.dispatchEvent(new Event("file"));
}

function progress({ loaded, total }) {
  const percent = Math.round((100 * loaded) / total);
  parts.fileProgress.value = percent;
  parts.fileSent.textContent = `${percent} %`;
  const isSent = loaded === total;
  parts.fileReading.hidden = !isSent;
  if (isSent) parts.fileProgress.removeAttribute("value");
}

function page(sha256) {
  const shown = document.createElement("img");
  shown.src = `${ADDRESS}/${sha256}`;
  shown.alt = "";
  const place = document.createElement("li");
  place.append(shown);
  return place;
}

function arrived({ target }) {
  going = null;
  const told = target.response;
  if (told?.token) {
    parts.fileToken.value = told.token;
    parts.filePages.replaceChildren(...told.pages.map(page));
  } else {
    refuse(target.status === 413 ? parts.fileTooLarge.innerHTML : (told?.problem ?? parts.fileLost.innerHTML));
  }
  settle();
}

function lost() {
  going = null;
  refuse(parts.fileLost.innerHTML);
  settle();
}

function send(file) {
  away();
  parts.fileProblem.hidden = true;
  if (file.size > MOST_BYTES) return refuse(parts.fileTooLarge.innerHTML);
  going = new XMLHttpRequest();
  going.open("POST", ADDRESS);
  going.responseType = "json";
  going.setRequestHeader("X-CSRFToken", parts.notice.elements.csrf_token.value);
  going.setRequestHeader("Content-Type", "application/octet-stream");
  going.upload.addEventListener("progress", progress);
  going.addEventListener("load", arrived);
  going.addEventListener("error", lost);
  progress({ loaded: 0, total: file.size });
  settle();
  going.send(file);
}

if (parts.fileInput) {
  parts.fileInput.addEventListener("change", () => parts.fileInput.files[0] && send(parts.fileInput.files[0]));
  parts.fileAway.addEventListener("click", () => {
    parts.fileProblem.hidden = true;
    away();
  });
}
