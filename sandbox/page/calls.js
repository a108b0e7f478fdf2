// The log of what the bot called, with refusals.

import { el, fill, icon, oncePerFrame } from "./dom.js";
import * as door from "./door.js";
import * as words from "./words.js";

const KEPT = 500;
const DRAWN = 200;

export class CallLog {
  constructor(root) {
    this.root = root;
    this.calls = [];
    this.refused = 0;
    this.onlyRefused = el("input", { type: "checkbox", on: { change: () => this.draw() } });
    this.list = el("ol", { class: "call-list", role: "log", "aria-label": "Calls, newest first", tabindex: "0" });
    this.onChange = () => {};
    this.drawSoon = oncePerFrame(() => {
      this.onChange();
      if (!this.root.hidden) this.draw();
    });
    const close = el("button", { type: "button", class: "round", "aria-label": "Close the log", on: { click: () => this.close() } }, icon("close"));
    root.append(el("header", {}, el("h2", {}, "Bot calls"), el("label", {}, this.onlyRefused, "Only refusals"), close), this.list);
  }

  add(call) {
    this.calls.push(call);
    if (this.calls.length > KEPT * 2) this.calls = this.calls.slice(-KEPT);
    if (!call.ok) this.refused += 1;
    this.drawSoon();
  }

  toggle() {
    this.root.hidden = !this.root.hidden;
    if (!this.root.hidden) this.open();
    return !this.root.hidden;
  }

  close() {
    this.root.hidden = true;
    const button = document.querySelector("[aria-controls=calls]");
    button.setAttribute("aria-expanded", "false");
    button.focus();
  }

  /** Fills the log with what was called before this page was opened. */
  async open() {
    this.draw();
    try {
      const answer = await door.calls();
      const before = Array.isArray(answer) ? answer : answer?.calls ?? [];
      if (before.length > this.calls.length) {
        this.calls = before.slice(-KEPT);
        this.refused = before.filter((call) => !call.ok).length;
      }
    } catch {
      // The events alone fill the log then.
    }
    this.drawSoon();
  }

  draw() {
    const shown = this.onlyRefused.checked ? this.calls.filter((call) => !call.ok) : this.calls;
    const lines = shown.slice(-DRAWN).reverse().map((call) =>
      el("li", { class: call.ok ? "" : "refused" },
        el("time", {}, call.at ? words.time(call.at) : ""),
        el("b", {}, call.method),
        el("span", {}, summary(call)),
        call.ok ? null : el("em", {}, String(call.description ?? "refused"))));
    fill(this.list, lines.length ? lines : el("li", {}, "Nothing yet."));
  }
}

function summary(call) {
  const what = call.params_summary ?? call.params ?? "";
  return typeof what === "string" ? what : JSON.stringify(what);
}
