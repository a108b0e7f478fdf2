// The bar above the phones: whose phone, the clock, the bot's calls, tours, and the page's menu.

import { el, icon } from "./dom.js";
import { Clock } from "./clock.js";
import { addGroup, addPerson, pickPhone } from "./dialogs.js";
import { showKeys } from "./keys.js";
import { pop } from "./pop.js";
import { themeSwitch } from "./theme.js";

export class TopBar {
  constructor(root, stage) {
    this.stage = stage;
    this.clock = new Clock(stage.world);
    this.switcher = el("div", { class: "switcher", role: "group", "aria-label": "Phones" });
    this.bot = el("span", { class: "bot-name" });
    this.tally = el("span", { class: "tally" });
    this.callsButton = el("button", { type: "button", class: "tool", "aria-label": "Bot calls", "aria-controls": "calls", "aria-expanded": "false", on: { click: () => stage.calls.toggle() } },
      icon("list"), el("span", { class: "long" }, "Bot calls"), this.tally);
    const item = (name, label, run, extra = null) => el("button", { type: "button", "data-closes": true, on: { click: run } }, icon(name), label, extra);
    const [menu] = pop("menu", "Menu", [icon("more")], [
      el("div", { class: "options" },
        item("add", "Add a person", () => addPerson(stage)),
        item("phone", "Show a phone", () => pickPhone(stage)),
        item("group", "New group or channel", () => addGroup(stage)),
        item("keys", "Keys", showKeys, el("small", {}, el("kbd", {}, "?")))),
      themeSwitch(),
    ]);
    root.append(el("div", { class: "brand" }, el("h1", {}, "Sandbox"), this.bot), this.switcher, this.clock.button, this.callsButton, stage.tours.button, menu);
    stage.calls.onChange = () => this.drawCalls();
  }

  refresh() {
    const { bot } = this.stage.world;
    this.bot.textContent = `@${bot.username}`;
    document.title = `${bot.first_name} · Sandbox`;
    this.clock.tick();
  }

  sync(changes) {
    if (changes.clock) this.clock.tick();
  }

  drawCalls() {
    const { refused, shown } = this.stage.calls;
    this.callsButton.setAttribute("aria-expanded", String(shown));
    this.callsButton.setAttribute("aria-label", `Bot calls${refused ? `, ${refused} refused` : ""}`);
    this.tally.className = refused ? "count bad" : "";
    this.tally.textContent = refused ? String(refused) : "";
  }
}
