// The panel with each call of the bot, and what Telegram would have refused.

import { arrowKeys, el, fill, icon } from "./dom.js";
import { drawCall } from "./callrow.js";
import * as door from "./door.js";
import * as words from "./words.js";

const KEPT = 5000;
const STEP = 100;
const PAUSE = 120; // Milliseconds between two drawings, however much is called.

const isWait = (call) => call.code === 429;

export class CallLog {
  constructor(root, world) {
    this.root = root;
    this.world = world;
    this.calls = [];
    this.kinds = { method: new Map(), chat_id: new Map() };
    this.counts = { made: 0, refused: 0, waits: 0 };
    this.cleared = { made: 0, refused: 0, waits: 0, number: 0 };
    this.rows = new Map();
    this.limit = STEP;
    this.heldAt = null; // The last call that is shown while the panel is paused.
    this.onChange = () => {};
    this.due = 0;
    this.build();
  }

  build() {
    const tool = (name, label, run) => el("button", { type: "button", class: "round", "aria-label": label, title: label, on: { click: run } }, icon(name));
    const choose = (label) => el("select", { "aria-label": label, on: { change: () => this.filtered() } });
    this.method = choose("Method");
    this.place = choose("Chat");
    this.onlyRefused = el("input", { type: "checkbox", on: { change: () => this.filtered() } });
    this.pauseButton = tool("pause", "Pause", () => this.pause());
    this.sums = el("p", { class: "sums" });
    this.said = el("p", { class: "unseen", role: "status" });
    this.list = el("ol", { class: "call-list", on: { keydown: (event) => arrowKeys(event, this.list, ".call") } });
    this.more = el("button", { type: "button", class: "tool older", hidden: true, on: { click: () => this.older() } }, "Show older calls");
    this.root.append(
      el("header", {}, el("h2", {}, "Bot calls"), this.pauseButton, tool("clear", "Clear", () => this.clear()), tool("copy", "Copy what is shown, as JSON", () => this.copy()), tool("close", "Close the calls", () => this.close())),
      el("div", { class: "filters" }, this.sums, this.method, this.place, el("label", {}, this.onlyRefused, "Only refused"), this.said),
      el("div", { class: "call-box", role: "log", "aria-live": "off", "aria-label": "Calls, newest first", tabindex: "0" }, this.list, this.more));
    this.root.addEventListener("keydown", (event) => event.key === "Escape" && this.close());
    this.drawFilters();
  }

  get shown() {
    return !this.root.hidden;
  }

  /** Starts anew with what the server counted so far. */
  begin(counts) {
    this.counts = { ...counts };
    if (this.shown) this.load();
    else this.calls = [];
    this.drawSoon();
  }

  add(call) {
    this.counts.made += 1;
    if (isWait(call)) this.counts.waits += 1;
    else if (!call.ok) this.counts.refused += 1;
    if (this.shown) this.keep(call);
    this.drawSoon();
  }

  keep(call) {
    this.calls.push(call);
    if (this.calls.length > KEPT + STEP * 5) this.calls = this.calls.slice(-KEPT);
    for (const [kind, seen] of Object.entries(this.kinds)) {
      if (call[kind] === null || seen.has(call[kind])) continue;
      seen.set(call[kind], true);
      this.newKinds = true;
    }
  }

  toggle() {
    if (this.shown) {
      this.close();
      return;
    }
    this.root.hidden = false;
    this.onChange();
    this.load();
  }

  close() {
    this.root.hidden = true;
    this.onChange();
    document.querySelector("[aria-controls=calls]").focus();
  }

  /** Takes what was called before this panel was opened. */
  async load() {
    try {
      const before = await door.calls();
      const newest = before.at(-1)?.number ?? 0;
      const meanwhile = this.calls.filter((call) => call.number > newest);
      this.calls = [];
      for (const call of [...before, ...meanwhile]) this.keep(call);
    } catch {
      // The events alone fill the panel then.
    }
    this.draw();
  }

  drawSoon() {
    if (this.due) return;
    this.due = setTimeout(() => {
      this.due = 0;
      this.onChange();
      if (this.shown) this.draw();
    }, PAUSE);
  }

  filtered() {
    this.limit = STEP;
    this.draw();
  }

  older() {
    const last = this.list.lastElementChild;
    this.limit += STEP * 2;
    this.draw();
    last?.nextElementSibling?.querySelector(".call").focus();
  }

  fits(call) {
    if (call.number <= this.cleared.number || (this.heldAt !== null && call.number > this.heldAt)) return false;
    if (this.onlyRefused.checked && call.ok) return false;
    if (this.method.value && call.method !== this.method.value) return false;
    return !this.place.value || call.chat_id === Number(this.place.value);
  }

  /** The newest that fit, newest first, and whether there are more. */
  chosen() {
    const found = [];
    for (let at = this.calls.length - 1; at >= 0; at -= 1) {
      if (!this.fits(this.calls[at])) continue;
      if (found.length === this.limit) return [found, true];
      found.push(this.calls[at]);
    }
    return [found, false];
  }

  draw() {
    if (this.newKinds) this.drawFilters();
    const [calls, more] = this.chosen();
    const old = this.rows;
    this.rows = new Map(calls.map((call) => [call.number, old.get(call.number) ?? drawCall(call, this.world)]));
    for (const [number, row] of old) if (!this.rows.has(number)) row.remove();
    let at = this.list.firstElementChild;
    if (at?.classList.contains("nothing")) {
      at.remove();
      at = null;
    }
    for (const row of this.rows.values()) {
      if (row === at) at = at.nextElementSibling;
      else this.list.insertBefore(row, at);
    }
    if (!calls.length) fill(this.list, el("li", { class: "nothing" }, "No calls here yet."));
    this.more.hidden = !more;
    this.drawSums();
  }

  drawSums() {
    const since = (name) => this.counts[name] - this.cleared[name];
    const refused = since("refused");
    fill(this.sums, `${words.count(since("made"), "call")}, `, el("b", { class: refused ? "bad" : "" }, `${refused} refused`), `, ${since("waits")} told to wait`,
      this.heldAt === null ? null : el("span", {}, ` · paused, ${this.calls.filter((call) => call.number > this.heldAt).length} since`));
  }

  drawFilters() {
    this.newKinds = false;
    const options = (select, first, entries) => {
      const chosen = select.value;
      fill(select, el("option", { value: "" }, first), entries.map(([value, label]) => el("option", { value, selected: String(value) === chosen }, label)));
    };
    options(this.method, "Every method", [...this.kinds.method.keys()].sort().map((name) => [name, name]));
    options(this.place, "Every chat", [...this.kinds.chat_id.keys()].map((id) => [id, this.world.nameOf(id)]));
  }

  pause() {
    this.heldAt = this.heldAt === null ? this.calls.at(-1)?.number ?? 0 : null;
    const label = this.heldAt === null ? "Pause" : "Go on";
    fill(this.pauseButton, icon(this.heldAt === null ? "pause" : "play"));
    this.pauseButton.setAttribute("aria-label", label);
    this.pauseButton.title = label;
    this.draw();
  }

  clear() {
    this.cleared = { ...this.counts, number: this.calls.at(-1)?.number ?? 0 };
    this.heldAt = null;
    this.draw();
    this.tell("Cleared");
  }

  async copy() {
    try {
      const shown = new Set(this.chosen()[0].map((call) => call.number));
      const whole = (await door.allCalls()).filter((call) => shown.has(call.number));
      await navigator.clipboard.writeText(JSON.stringify(whole, null, 2));
      this.tell(`${words.count(whole.length, "call")} copied`);
    } catch (error) {
      this.tell(`Not copied: ${error.message}`);
    }
  }

  tell(text) {
    this.said.textContent = text;
    this.said.classList.remove("unseen");
    clearTimeout(this.hush);
    this.hush = setTimeout(() => this.said.classList.add("unseen"), 2500);
  }

  /** Whether anything was refused since the panel was cleared. */
  get refused() {
    return this.counts.refused - this.cleared.refused;
  }
}
