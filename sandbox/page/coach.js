// The coach: says the step of a tour, and shows where to tap.

import { el, fill } from "./dom.js";
import { placeOf } from "./tours.js";

const NARROW = matchMedia("(max-width: 940px)");

export class Coach {
  constructor(root, tours) {
    this.root = root;
    this.tours = tours;
    this.target = null;
    this.head = el("h2", {});
    this.steps = el("small", {});
    this.said = el("p", { class: "coach-said", role: "status" });
    this.choices = el("div", { class: "coach-choices" });
    root.append(el("header", {}, this.head, this.steps), this.bar(), this.said, this.choices);
  }

  bar() {
    this.progress = el("div", { class: "coach-progress", "aria-hidden": "true" });
    return this.progress;
  }

  draw() {
    const { tours } = this;
    const { tour, step } = tours;
    this.aim(null);
    this.root.hidden = !tour;
    if (!tour) return;
    const button = (label, run, extra = "") => el("button", { type: "button", class: `tool ${extra}`, on: { click: run } }, label);
    this.head.textContent = `Tour: ${tour.title}`;
    this.steps.textContent = step ? `Step ${tours.at + 1} of ${tour.steps.length}` : "Done";
    fill(this.progress, tour.steps.map((_, index) => el("i", { class: index < tours.at ? "past" : index === tours.at ? "now" : "" })));
    this.said.textContent = step ? step.say : tour.end;
    if (step) {
      const give = step.give ? button(step.give.label, () => this.give(step.give), "main") : null;
      fill(this.choices, give, button("Skip step", () => tours.next()), button("End", () => tours.end()));
    } else {
      const others = tours.all.filter((other) => other !== tour && tours.reached(other) < other.steps.length);
      fill(this.choices, others.map((other) => button(`Next: ${other.title}`, () => tours.begin(other), "main")), button("Close", () => tours.end()));
    }
  }

  /** Puts a text or a file into the field of the private chat, ready to send. */
  give({ text, file }) {
    const { phone } = this.tours;
    if (!phone) return;
    if (placeOf(phone) !== "private") phone.open(phone.personId);
    const { composer } = phone.chat;
    if (file) {
      const run = Date.now().toString(36);
      composer.addFiles([new File([file.text.replaceAll("RUN", run)], file.name, { type: "text/plain" })]);
    } else {
      composer.field.value = text;
      composer.typed();
      composer.field.focus();
    }
  }

  /** Marks what the step asks for, or the way to it. */
  point() {
    const { step, phone } = this.tours;
    this.aim(step && phone ? this.find(step, phone) : null);
  }

  find(step, phone) {
    const screen = phone.element;
    const { point = {}, at } = step;
    // On a narrow screen the list of calls lies over all else, the coach as well.
    if (!point.calls && NARROW.matches && this.tours.stage.calls.shown) return document.querySelector("#calls header button:last-child");
    if (point.calls) return document.querySelector("[aria-controls=calls]");
    if (point.clock) return document.querySelector(`#pop-clock:popover-open .steps .tool:nth-of-type(${point.clock === "day" ? 2 : 1})`) ?? document.querySelector("[popovertarget=pop-clock]");
    const wanted = point.open ?? at;
    const here = placeOf(phone);
    if (wanted && here !== wanted) {
      return here === "list" ? screen.querySelector(`.item[data-type="${wanted}"]`) : screen.querySelector(".back");
    }
    if (point.verb) {
      const keys = [point.verb].flat().flatMap((verb) => [...screen.querySelectorAll(`.key[data-verb="${verb}"]`)]);
      // The newest message that asks.
      const last = keys.sort((one, two) => (one.compareDocumentPosition(two) & 4 ? -1 : 1)).at(-1);
      const entry = last?.closest(".entry");
      const choices = keys.filter((key) => key.closest(".entry") === entry);
      // Where there is something to choose, no choice is favoured.
      return choices.length > 1 ? entry.querySelector(".keyboard") : choices[0] ?? null;
    }
    if (point.start) return screen.querySelector(".start:not([hidden])");
    if (point.write) return screen.querySelector(phone.chat?.composer.field.value || phone.chat?.composer.files.length ? ".send" : ".bar .menu");
    return null;
  }

  aim(node) {
    if (node === this.target && node?.classList.contains("pointed")) return;
    this.target?.classList.remove("pointed");
    this.target = node;
    if (!node) return;
    node.classList.add("pointed");
    node.scrollIntoView({ block: "nearest", inline: "nearest" });
  }
}
