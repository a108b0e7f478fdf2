// The clock of the sandbox: it is shown, and moved forwards.

import { el, fill, icon } from "./dom.js";
import * as door from "./door.js";
import { pop } from "./pop.js";
import * as words from "./words.js";

const STEPS = [["An hour", 3600, "clock"], ["A day", 86400, "sun"]];

export class Clock {
  constructor(world) {
    this.world = world;
    this.long = el("time", { class: "long" });
    this.short = el("time", { class: "short" });
    this.face = el("p", { class: "clock-face" });
    this.said = el("p", { class: "said", role: "status" });
    this.field = el("input", { type: "datetime-local", id: "moment", step: "60", required: true });
    const step = (label, body, name, extra = "") =>
      el("button", { type: "button", class: `tool ${extra}`, on: { click: () => this.move(body) } }, icon(name), label);
    const form = el("form", { class: "moment", on: { submit: (event) => this.moveTo(event) } },
      el("label", { for: "moment" }, "Or to any later time (UTC)"), this.field,
      el("button", { type: "submit", class: "tool" }, "Go"));
    const [button, panel] = pop("clock", "Clock", [icon("clock"), this.long, this.short], [
      this.face,
      el("div", { class: "steps", role: "group", "aria-label": "Move the clock by" },
        STEPS.map(([label, seconds, name]) => step(label, { advance_seconds: seconds }, name)),
        step("To Friday, 12:00 UTC", { to: "friday" }, "forward", "wide-step")),
      form, this.said,
    ], () => this.opened());
    this.button = button;
    this.panel = panel;
  }

  opened() {
    this.said.textContent = "It runs as time does, and only moves forwards.";
    this.said.classList.remove("bad");
    this.field.value = words.fieldTime(new Date(this.world.now().getTime() + 3600_000));
    this.tick();
  }

  tick() {
    const now = this.world.now();
    this.long.textContent = words.clockText(now);
    this.short.textContent = words.time(now.getTime() / 1000);
    this.long.dateTime = this.short.dateTime = now.toISOString();
    this.button.setAttribute("aria-label", `Clock, ${words.clockWords(now)}`);
    fill(this.face, el("b", {}, words.clockWords(now)), el("span", {}, words.utcText(now)));
  }

  async move(body) {
    try {
      const moved = await door.moveClock(body);
      this.said.classList.remove("bad");
      this.said.textContent = `Moved by ${words.span(moved.moved_seconds)}. It is ${words.utcText(new Date(moved.now))} now.`;
    } catch (error) {
      this.said.classList.add("bad");
      this.said.textContent = `Not moved: ${error.message}.`;
    }
  }

  moveTo(event) {
    event.preventDefault();
    this.move({ to: this.field.value });
  }
}
