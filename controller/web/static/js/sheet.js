/** The sheet of the procedure that the visitor at the counter came for: no more may be asked of them. */
import { byId, element, fill, nodes, page, words } from "./page.js";

const dialog = byId("sheet-dialog");
let shown = null;

/** Make the button open the sheet. */
export function listen() {
  byId("sheet").addEventListener("click", () => dialog.showModal());
  byId("sheet-close").addEventListener("click", () => dialog.close());
}

/** Follow the ticket at the counter; the sheet of one that has left is put away. */
export function showSheet(service) {
  const sheet = page.sheets[service] ?? null;
  byId("sheet").hidden = sheet === null;
  if (service !== shown) dialog.close();
  shown = service;
  if (sheet === null) return;
  fill(byId("sheet-title"), ...nodes(sheet.name));
  fill(byId("sheet-text"), ...parts(sheet));
}

function parts(sheet) {
  return [
    sheet.documents.length ? list("documents", sheet.documents) : element("p", {}, ...words("no_document")),
    sheet.conditions.length ? list("conditions", sheet.conditions) : null,
    line("fee", sheet.fee),
    line("delay", sheet.delay),
    line("basis", sheet.basis),
    sheet.notes.length ? list("notes", sheet.notes) : null,
    sheet.is_verified ? null : element("p", { class: "sheet-unsure" }, ...words("unsure")),
  ];
}

function list(label, texts) {
  const items = texts.map((text) => element("li", {}, ...nodes(text)));
  return element("section", {}, element("h3", {}, ...words(label)), element("ul", {}, ...items));
}

function line(label, text) {
  return element("section", {}, element("h3", {}, ...words(label)), element("p", {}, ...nodes(text)));
}
