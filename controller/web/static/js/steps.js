/**
 * A dialog that asks one thing after the other, and gives all the answers at once.
 *
 * A step, or what makes one of the answers before it, is `{ name, title, note, choices, own, several, chosen }`: what its answer is called; what is
 * asked, and a line below it; what there is to choose from, each `{ value, content, note, icon }`; the
 * label of a field for own words; whether several may be chosen, and which are at first; whether the
 * dialog stays open for more steps (`goesOn`), and whether own words are a ticket's number (`isUpper`).
 * A step whose name is null only asks whether to go on.
 */
import { byId, element, fill, nodes, words } from "./page.js";

const dialog = byId("steps-dialog");

export class Steps {
  #steps = [];
  #given = [];
  #step = null;
  #done = null;
  #before = null;

  constructor() {
    byId("steps-back").addEventListener("click", () => this.#back());
    byId("steps-body").addEventListener("click", (tap) => this.#tapped(tap.target.closest("[data-choice]")));
    byId("steps-form").addEventListener("submit", (event) => {
      event.preventDefault();
      this.#said();
    });
  }

  get isOpen() {
    return dialog.open;
  }

  /** Ask the steps; `done` gets the answers by name. `before` is where «back» leads from the first one. */
  begin(steps, done, before = null) {
    this.#steps = steps;
    this.#given = [];
    this.#done = done;
    this.#before = before;
    this.#show();
    if (!dialog.open) dialog.showModal();
  }

  close() {
    dialog.close();
  }

  get #answers() {
    return Object.fromEntries(this.#given.filter(([name]) => name !== null));
  }

  #show() {
    const next = this.#steps[this.#given.length];
    this.#step = typeof next === "function" ? next(this.#answers) : next;
    const { title, note = [], choices, own = null, several = false, chosen = [] } = this.#step;
    fill(byId("steps-title"), ...title);
    fill(byId("steps-note"), ...note);
    byId("steps-note").hidden = note.length === 0;
    const nothing = choices.length || own ? [] : [element("p", { class: "quiet" }, ...words("nothing"))];
    const isPressed = ({ value }) => (several ? String(chosen.includes(value)) : null);
    fill(byId("steps-body"), ...nothing, ...choices.map((each, index) => choice(each, index, isPressed(each))));
    byId("steps-form").hidden = own === null && !several;
    byId("steps-own").hidden = own === null;
    fill(byId("steps-label"), ...(own ?? []));
    byId("steps-input").value = "";
    byId("steps-body").scrollTo(0, 0);
  }

  #tapped(button) {
    if (!button) return;
    if (this.#step.several) button.setAttribute("aria-pressed", String(button.getAttribute("aria-pressed") !== "true"));
    else this.#answer(this.#step.choices[Number(button.dataset.choice)].value);
  }

  #said() {
    const { several, choices, isUpper } = this.#step;
    if (!several) {
      const own = byId("steps-input").value.trim();
      if (own) this.#answer(isUpper ? own.toUpperCase() : own);
      else byId("steps-input").focus();
      return;
    }
    const pressed = byId("steps-body").querySelectorAll("[aria-pressed=true]");
    if (pressed.length) this.#answer([...pressed].map((each) => choices[Number(each.dataset.choice)].value));
  }

  #answer(value) {
    this.#given.push([this.#step.name, value]);
    if (this.#given.length < this.#steps.length) {
      this.#show();
      return;
    }
    if (!this.#step.goesOn) dialog.close();
    this.#done(this.#answers);
  }

  #back() {
    if (this.#given.length) {
      this.#given.pop();
      this.#show();
    } else if (this.#before) this.#before();
    else dialog.close();
  }
}

function choice({ value, content, note = [], icon = null }, index, isPressed) {
  const attributes = { type: "button", class: "steps-choice", "data-choice": index, "data-value": String(value), "aria-pressed": isPressed };
  return element(
    "button",
    attributes,
    icon && element("i", { class: `pictogram pictogram-${icon}`, "aria-hidden": "true" }),
    element("span", { class: "steps-content two-sides" }, ...content),
    note.length ? element("span", { class: "steps-aside two-sides" }, ...note) : null,
  );
}

/** The step that asks for a reason: those that the server proposes for it, or own words. */
export function because(kind, reasons, note = []) {
  const choices = reasons[kind].map((parts) => ({ value: parts[0][1], content: nodes(parts) }));
  return { name: "reason", title: words("why"), note, choices, own: words("another_reason") };
}
