/** Refusals, as a sentence in the person's language that goes away by itself. */
import { dayAndMinute } from "./clock.js";
import { byId, fill, page, words } from "./page.js";

const SHOWN_FOR = 6000;
let hiding = 0;

/** Tell a refusal; what was asked for (`event`) may have a sentence of its own for it. */
export function showRefusal(answer, event = "") {
  const place = byId("refusal");
  clearTimeout(hiding);
  place.hidden = !answer.refused;
  if (!answer.refused) return;
  const msgids = [`refusal_${event}_${answer.refused}`, `refusal_${answer.refused}`, "refusal_other"];
  const time = answer.not_before ? dayAndMinute(answer.not_before) : "";
  fill(place, ...words(msgids.find((each) => each in page.texts), { code: answer.refused, time }));
  hiding = setTimeout(() => (place.hidden = true), SHOWN_FOR);
}
