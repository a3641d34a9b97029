/** The link to the controller: state comes in whole, requests go out with an id of their own. */
import { io } from "../vendor/socket.io.esm.min.js";
import { byId } from "./page.js";

const PATIENCE = 4000;
const LONGEST_SILENCE = 5000; // ms: the controller pings every 2 s and waits for 2 more

/** Return an id that no other request has. crypto.randomUUID needs HTTPS; this does not. */
function newId() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * Connect to a namespace. `onState` gets each state, `onChange` is told when the link or the
 * pending request changes. At most one request is under way: a second tap does nothing.
 */
export class Link {
  #socket;
  #pending = null;
  #onChange;
  #heardAt = Date.now();
  isUp = false;

  constructor(namespace, event, onState, onChange) {
    this.#onChange = onChange;
    this.#socket = io(namespace, {
      transports: ["websocket", "polling"],
      reconnectionDelay: 300,
      reconnectionDelayMax: 500,
      randomizationFactor: 0.3,
      timeout: 3000,
    });
    this.#socket.on(event, onState);
    this.#socket.on("connect", () => this.#up());
    this.#socket.on("disconnect", (reason) => this.#down(reason));
    this.#socket.on("connect_error", (error) => this.#refused(error));
    this.#socket.io.on("ping", () => (this.#heardAt = Date.now()));
    document.addEventListener("visibilitychange", () => this.#look());
  }

  get isBusy() {
    return this.#pending !== null;
  }

  /** Ask for something; the answer goes to `answered`. Kept and sent again after a lost link. */
  ask(event, data, answered) {
    if (this.#pending || !this.isUp) return;
    this.#pending = { event, data: { ...data, request: newId() }, answered };
    this.#send(this.#pending);
    this.#onChange();
  }

  #send(asked) {
    this.#socket.timeout(PATIENCE).emit(asked.event, asked.data, (error, answer) => {
      if (asked !== this.#pending) return;
      if (!error) this.#settle(answer);
      else if (this.isUp) this.#send(asked);
    });
  }

  #settle(answer) {
    const { answered } = this.#pending;
    this.#pending = null;
    answered(answer ?? {});
    this.#onChange();
  }

  /** Give a link up that has slept with its tablet: its own timers stood still, and trust it. */
  #look() {
    const hasSlept = Date.now() - this.#heardAt > LONGEST_SILENCE;
    if (document.visibilityState === "visible" && this.isUp && hasSlept) this.#socket.io.engine.close();
  }

  #up() {
    this.#heardAt = Date.now();
    this.#show(true);
    if (this.#pending) this.#send(this.#pending);
  }

  #down(reason) {
    this.#show(false);
    if (reason === "io server disconnect") this.#socket.connect();
  }

  #refused(error) {
    this.#show(false);
    if (error.message === "sign_in_first" || error.message === "not_allowed") location.assign("/");
    else if (!this.#socket.active) setTimeout(() => this.#socket.connect(), 1000);
  }

  #show(isUp) {
    this.isUp = isUp;
    byId("link-lost").hidden = isUp;
    byId("link-light").classList.toggle("is-up", isUp);
    document.body.classList.toggle("is-cut", !isUp);
    this.#onChange();
  }
}
