/** Asks before a counter is released: which counter, whose, and what becomes of its ticket. */
import { agentName } from "./overview_view.js";
import { byId, fill, words } from "./page.js";

const dialog = byId("release-dialog");

export class ReleaseQuestion {
  #asked = null;

  /** `release` is called with the counter when the answer is yes. */
  constructor(release) {
    byId("release-yes").addEventListener("click", () => {
      const { counter } = this.#asked;
      dialog.close();
      release(counter);
    });
    byId("release-no").addEventListener("click", () => dialog.close());
  }

  ask(overview, counter) {
    const { agent, ticket } = found(overview, counter);
    this.#asked = { counter, agent, ticket };
    fill(byId("release-title"), ...words("release_question", { counter, agent: agentName(agent) }));
    fill(byId("release-effect"), ...words("release_effect", { ticket }));
    dialog.showModal();
  }

  /** Withdraw the question when the counter has moved on: it was about another ticket. */
  look(overview) {
    if (!dialog.open) return;
    const { agent, ticket } = found(overview, this.#asked.counter);
    if (agent !== this.#asked.agent || ticket !== this.#asked.ticket) dialog.close();
  }
}

function found(overview, counter) {
  return overview.counters.find((each) => each.counter === counter);
}
