/** The ticket that an agent gave: to be turned to the visitor, who gets no paper. */
import { byId, counted, element, fill, serviceName, words } from "./page.js";

const dialog = byId("given-dialog");

/** Make the button close the dialog. */
export function listenToGiven() {
  byId("given-close").addEventListener("click", () => dialog.close());
}

/** Show a slip: its number, how many are before it, and the code that leads a telephone to it. */
export function showGiven({ ticket, service, then, ahead, url, is_beyond_quota: isBeyond }) {
  fill(byId("given-number"), ticket);
  fill(byId("given-services"), ...[service, ...then].map((id) => element("li", { class: "side-by-side" }, ...serviceName(id))));
  fill(byId("given-ahead"), ...(ahead ? counted("ahead", ahead) : words("nobody_ahead")));
  byId("given-beyond").hidden = !isBeyond;
  byId("given-code").src = `/agent/code/${url.split("/").at(-1)}`;
  dialog.showModal();
}
