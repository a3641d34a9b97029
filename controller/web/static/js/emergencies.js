/** What everybody in the hall must do now: who said so, since when, and how it is raised and lifted. */
import { hourMinute } from "./clock.js";
import { byId, element, fill, page, words } from "./page.js";

/** Show those that last above everything, each with who raised it; `canLift`: with the button that ends it. */
export function showEmergencies({ emergencies }, { canLift = false } = {}) {
  fill(byId("emergencies"), ...emergencies.map((each) => emergency(each, canLift)));
}

function emergency({ kind, since, by }, canLift) {
  const told = words("emergency_lasts", { time: hourMinute(since), name: page.supervisors[by] ?? by });
  return element(
    "li",
    { class: `emergency is-${kind}` },
    element("i", { class: `pictogram pictogram-${kind}`, "aria-hidden": "true" }),
    element("strong", { class: "side-by-side" }, ...words(`emergency_${kind}`)),
    element("span", { class: "side-by-side" }, ...told),
    canLift ? element("button", { class: "button-quiet", "data-lift": kind }, ...words("lift")) : null,
  );
}

/** Asks before one is raised, which one, and before one is lifted: no single tap does either. */
export class EmergencyQuestion {
  #form = byId("emergency-form");
  #raising = byId("emergency-dialog");
  #lifting = byId("lift-dialog");
  #kind = null;

  /** `ask` is called with the name of an event and its data. */
  constructor(ask) {
    byId("emergency").addEventListener("click", () => this.#begin());
    byId("emergency-no").addEventListener("click", () => this.#raising.close());
    byId("lift-no").addEventListener("click", () => this.#lifting.close());
    this.#form.addEventListener("change", () => (byId("emergency-yes").disabled = !this.#chosen));
    this.#form.addEventListener("submit", () => this.#chosen && ask("raise_emergency", { kind: this.#chosen }));
    byId("emergencies").addEventListener("click", (tap) => this.#wonder(tap.target.closest("[data-lift]")));
    byId("lift-yes").addEventListener("click", () => {
      this.#lifting.close();
      ask("lift_emergency", { kind: this.#kind });
    });
  }

  get #chosen() {
    return this.#form.elements.kind.value;
  }

  #begin() {
    this.#form.reset();
    byId("emergency-yes").disabled = true;
    this.#raising.showModal();
  }

  #wonder(button) {
    if (!button) return;
    this.#kind = button.dataset.lift;
    this.#lifting.showModal();
  }

  look({ emergencies }, { isUp }) {
    const lasting = emergencies.map(({ kind }) => kind);
    byId("emergency").disabled = !isUp;
    for (const choice of this.#form.elements.kind) choice.disabled = lasting.includes(choice.value);
    if (!isUp) this.#raising.close();
    if (!isUp || !lasting.includes(this.#kind)) this.#lifting.close();
  }
}
