/**
 * A dialog that asks one thing after the other, and gives all the answers at once.
 *
 * A step, or what makes one of the answers before it (or null, when they leave nothing to ask), is
 * `{ name, title, note, choices, own, several, most, chosen, count }`: what its answer is called; what is
 * asked, and a line below it; what there is to choose from, each `{ value, content, note, icon }`; the
 * label of a field for own words; whether several may be chosen, how many at `most`, and which are at
 * first; a number to count up and down, `{ least, most, chosen }`. `goesOn`: the dialog stays open for more steps;
 * `read`: what makes the answer of own words; `isOptional`: there may be none, nor any of several
 * chosen; `longest`: how many letters. A step whose name is null only asks whether to go on.
 */
import { byId, element, fill, words } from "./page.js";

const dialog = byId("steps-dialog");
const input = byId("steps-input");
const amount = byId("steps-amount");

/** A reason is no longer. */
const LONGEST = 120;

export class Steps {
  #steps = [];
  #given = []; // [name, answer] of each step; null for one that had nothing to ask
  #step = null;
  #done = null;
  #before = null;

  constructor() {
    byId("steps-back").addEventListener("click", () => this.#back());
    byId("steps-body").addEventListener("click", (tap) => this.#tapped(tap.target.closest("[data-choice]")));
    byId("steps-count").addEventListener("click", (tap) => this.#counted(tap.target.closest("[data-add]")));
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
    this.#next();
    if (!dialog.open) dialog.showModal();
  }

  close() {
    dialog.close();
  }

  get #answers() {
    return Object.fromEntries(this.#given.filter((each) => each !== null && each[0] !== null));
  }

  /** Show the next step that has something to ask; tell whether there is one. */
  #next() {
    while (this.#given.length < this.#steps.length) {
      const next = this.#steps[this.#given.length];
      const step = typeof next === "function" ? next(this.#answers) : next;
      if (step !== null) {
        this.#step = step;
        show(step);
        return true;
      }
      this.#given.push(null);
    }
    return false;
  }

  #tapped(button) {
    if (!button) return;
    if (this.#step.several) press(button, this.#step);
    else this.#answer(this.#step.choices[Number(button.dataset.choice)].value);
  }

  #counted(button) {
    if (button) showCount(this.#step.count, Number(amount.textContent) + Number(button.dataset.add));
  }

  #said() {
    const { several, count, choices, isOptional, read = (text) => text } = this.#step;
    if (count) return this.#answer(Number(amount.textContent));
    if (several) {
      const chosen = pressed();
      return (chosen.length || isOptional) && this.#answer(chosen.map((each) => choices[Number(each.dataset.choice)].value));
    }
    const own = input.value.trim();
    return own || isOptional ? this.#answer(read(own)) : input.focus();
  }

  #answer(value) {
    const { name, goesOn } = this.#step;
    this.#given.push([name, value]);
    if (this.#next()) return;
    if (!goesOn) dialog.close();
    this.#done(this.#answers);
  }

  #back() {
    while (this.#given.at(-1) === null) this.#given.pop();
    if (this.#given.length) {
      this.#given.pop();
      this.#next();
    } else if (this.#before) this.#before();
    else dialog.close();
  }
}

function show({ title, note = [], choices, own = null, several = false, chosen = [], count = null, longest = LONGEST }) {
  fill(byId("steps-title"), ...title);
  fill(byId("steps-note"), ...note);
  byId("steps-note").hidden = note.length === 0;
  const nothing = choices.length || own || count ? [] : [element("p", { class: "quiet" }, ...words("nothing"))];
  const isPressed = ({ value }) => (several ? String(chosen.includes(value)) : null);
  fill(byId("steps-body"), ...nothing, ...choices.map((each, index) => choice(each, index, isPressed(each))));
  byId("steps-body").hidden = !choices.length && !nothing.length;
  byId("steps-form").hidden = own === null && !several && !count;
  byId("steps-own").hidden = own === null;
  byId("steps-count").hidden = !count;
  if (count) showCount(count, count.chosen);
  fill(byId("steps-label"), ...(own ?? []));
  input.value = "";
  input.maxLength = longest;
  byId("steps-body").scrollTo(0, 0);
}

function pressed() {
  return [...byId("steps-body").querySelectorAll("[aria-pressed=true]")];
}

/** Choose one of several, or give it up; at the most that may be chosen the others rest. */
function press(button, { most = Infinity }) {
  button.setAttribute("aria-pressed", String(button.getAttribute("aria-pressed") !== "true"));
  const isFull = pressed().length >= most;
  for (const each of byId("steps-body").querySelectorAll("[aria-pressed=false]")) each.disabled = isFull;
}

function showCount({ least, most }, n) {
  const shown = Math.min(most, Math.max(least, n));
  amount.textContent = String(shown);
  byId("steps-fewer").disabled = shown <= least;
  byId("steps-further").disabled = shown >= most;
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
