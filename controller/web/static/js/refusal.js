/** Refusals, as a sentence in the person's language that goes away by itself. */
import { byId, fill, page, words } from "./page.js";

const SHOWN_FOR = 6000;
let hiding = 0;

export function showRefusal(answer) {
  const place = byId("refusal");
  clearTimeout(hiding);
  place.hidden = !answer.refused;
  if (!answer.refused) return;
  const msgid = `refusal_${answer.refused}`;
  fill(place, ...words(msgid in page.texts ? msgid : "refusal_other", { code: answer.refused }));
  hiding = setTimeout(() => (place.hidden = true), SHOWN_FOR);
}
