// The voice: plays what it is told, and says whether it was heard to its end.
"use strict";

class Voice {
  // tell(number, why): why is empty for what was heard. ask(isNeeded): a tap is needed, or no more.
  constructor(audio, tell, ask) {
    this.audio = audio;
    this.tell = tell;
    this.ask = ask;
    this.key = "";
    this.number = 0;
    audio.addEventListener("ended", () => this.over(""));
    audio.addEventListener("error", () => this.over("the sound cannot be played"));
  }

  // Whether this browser lets sound out; asks for a tap where it does not.
  tryOut() {
    if (this.number) return;
    this.audio.src = "/static/silence.wav";
    this.begin(() => {});
  }

  play(run, number) {
    const key = `${run}-${number}`;
    if (key === this.key) return;
    this.key = key;
    this.number = number;
    this.audio.src = `/sounds/${number}`;
    this.begin((error) => this.over(`the browser lets no sound out: ${error.name}`));
  }

  begin(fail) {
    this.audio.play().then(
      () => this.ask(false),
      (error) => {
        if (error.name === "AbortError") return; // the next sound took its place
        this.ask(error.name === "NotAllowedError");
        fail(error);
      }
    );
  }

  hush() {
    if (!this.number) return;
    this.number = 0;
    this.audio.pause();
  }

  over(why) {
    if (!this.number) return;
    const number = this.number;
    this.number = 0;
    this.tell(number, why);
  }
}
