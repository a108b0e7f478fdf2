// The bar above the phones: people, groups, the clock, the log of calls.

import { el, icon } from "./dom.js";
import { addGroup, addPerson, pickPhone } from "./dialogs.js";
import * as door from "./door.js";
import * as words from "./words.js";

const STEPS = [["+1 min", 60, "one minute"], ["+1 h", 3600, "one hour"], ["+1 day", 86400, "one day"], ["+3 days", 259200, "three days"]];

export class TopBar {
  constructor(root, stage) {
    this.stage = stage;
    this.switcher = el("div", { class: "switcher", role: "group", "aria-label": "Phones" });
    this.time = el("time", { class: "clock-now", title: "The clock of the sandbox" });
    this.bot = el("span", { class: "bot-name" });
    const button = (label, run, name) => el("button", { type: "button", class: "tool", on: { click: run } }, name ? icon(name) : null, label);
    this.callsButton = el("button", { type: "button", class: "tool", "aria-controls": "calls", "aria-expanded": "false", on: { click: () => this.toggleCalls() } }, "Calls");
    this.tools = el(
      "div",
      { class: "tools", id: "tools" },
      el("div", { class: "tool-group" },
        button("Add person", () => addPerson(stage), "add"),
        button("Add phone", () => pickPhone(stage), "add"),
        button("New group", () => addGroup(stage), "add")),
      el("div", { class: "tool-group clock", role: "group", "aria-label": "Clock" }, this.time,
        STEPS.map(([label, seconds, name]) =>
          el("button", { type: "button", class: "tool step", "aria-label": `Move the clock by ${name}`, on: { click: () => this.move(seconds) } }, label))),
      this.callsButton,
    );
    this.toggle = el("button", { type: "button", class: "round tools-toggle", "aria-label": "Tools", "aria-expanded": "false", "aria-controls": "tools", on: { click: () => this.toggleTools() } }, icon("more"));
    root.append(el("div", { class: "brand" }, el("h1", {}, "Sandbox"), this.bot), this.switcher, this.tools, this.toggle);
    stage.calls.onChange = () => this.drawCalls();
    root.addEventListener("keydown", (event) => event.key === "Escape" && this.toggleTools(false));
  }

  refresh() {
    const { bot } = this.stage.world;
    this.bot.textContent = `@${bot.username}`;
    document.title = `${bot.first_name} · Sandbox`;
    this.tick();
  }

  sync(changes) {
    if (changes.clock) this.tick();
  }

  tick() {
    const now = this.stage.world.now();
    this.time.textContent = words.clockText(now);
    this.time.dateTime = now.toISOString();
  }

  async move(seconds) {
    try {
      await door.advance(seconds);
    } catch (error) {
      this.time.textContent = error.message;
    }
  }

  toggleTools(open = !this.tools.classList.contains("open")) {
    this.tools.classList.toggle("open", open);
    this.toggle.setAttribute("aria-expanded", String(open));
  }

  toggleCalls() {
    const open = this.stage.calls.toggle();
    this.callsButton.setAttribute("aria-expanded", String(open));
    this.toggleTools(false);
  }

  drawCalls() {
    const { refused } = this.stage.calls;
    this.callsButton.replaceChildren("Calls");
    if (refused) this.callsButton.append(el("span", { class: "count bad" }, words.count(refused, "refusal")));
  }
}
