// The scrolling messages of one open chat. Only a window at the end is in the page.

import { el, fill, icon } from "./dom.js";
import { drawMessage } from "./bubble.js";
import { place } from "./world.js";
import * as words from "./words.js";

const WINDOW = 60;
const MOST = 240;
const RUN = 10 * 60 * 1000;

export class Feed {
  constructor(view) {
    this.view = view;
    this.rows = []; // {message, node} in the order of the page
    this.pinned = true;
    this.fresh = 0;
    this.list = el("div", { class: "list", role: "log", "aria-label": "Messages" });
    this.scroller = el("div", { class: "scroller", tabindex: "0", "aria-label": "Conversation", on: { scroll: () => this.scrolled() } }, this.list);
    this.jump = el("button", { type: "button", class: "jump", hidden: true, on: { click: () => this.toEnd(true) } });
    this.element = el("div", { class: "feed" }, this.scroller, this.jump);
    this.list.addEventListener("click", (event) => this.clicked(event));
    this.watch = new ResizeObserver(() => this.resized());
    this.watch.observe(this.scroller);
    this.watch.observe(this.list);
  }

  close() {
    this.watch.disconnect();
  }

  /** Brings the page in line with the chat; what did not change is left alone. */
  sync() {
    if (!this.view.phone.seen || !this.scroller.clientHeight) return; // It is asked again when in sight.
    const all = this.view.chat.messages;
    const first = this.rows.find((row) => this.view.world.message(this.view.chat.id, row.message.id));
    let start = first ? place(all, first.message.id) : Math.max(0, all.length - WINDOW);
    if (this.pinned && all.length - start > MOST) start = all.length - WINDOW;
    this.draw(all.slice(start));
  }

  draw(messages) {
    const drawn = new Map(this.rows.map((row) => [row.message.id, row]));
    const newest = this.rows.at(-1)?.message.id ?? Infinity;
    const rows = messages.map((message) => this.row(message, drawn.get(message.id)));
    const kept = new Set(rows.map((row) => row.node));
    for (const row of this.rows) if (!kept.has(row.node) && row.node.isConnected) row.node.remove();
    let before = null;
    for (const { node } of [...rows].reverse()) {
      if (node.parentNode !== this.list || node.nextSibling !== before) this.list.insertBefore(node, before);
      before = node;
    }
    rows.forEach((row, index) => decorate(row, rows[index - 1], rows[index + 1]));
    this.rows = rows;
    if (this.pinned) this.toEnd(false);
    else this.fresh += messages.filter((message) => message.id > newest).length;
    this.showJump();
  }

  row(message, old) {
    if (old?.message === message) return old;
    const node = drawMessage(message, this.view);
    if (old) {
      const keys = [...old.node.querySelectorAll(".key")];
      const held = keys.indexOf(document.activeElement);
      old.node.replaceWith(node);
      // Who walks by keyboard stays at the button when the message changes in place.
      if (held >= 0) [...node.querySelectorAll(".key")].at(held)?.focus({ preventScroll: true });
    }
    return { message, node, at: words.moment(message.date), day: words.day(message.date) };
  }

  scrolled() {
    const { scrollTop, scrollHeight, clientHeight } = this.scroller;
    this.pinned = scrollHeight - scrollTop - clientHeight < 40;
    if (this.pinned) this.fresh = 0;
    if (scrollTop < 200) this.older();
    this.showJump();
  }

  older() {
    const all = this.view.chat.messages;
    const start = this.rows.length ? place(all, this.rows[0].message.id) : 0;
    if (start <= 0) return;
    const below = this.scroller.scrollHeight - this.scroller.scrollTop;
    const pinned = this.pinned;
    this.pinned = false;
    this.draw(all.slice(Math.max(0, start - WINDOW)));
    this.pinned = pinned;
    this.scroller.scrollTop = this.scroller.scrollHeight - below;
  }

  resized() {
    const empty = !this.rows.length && this.view.chat.messages.length;
    if (empty || this.view.chat.messages.at(-1) !== this.rows.at(-1)?.message) this.sync();
    if (this.pinned) this.toEnd(false);
  }

  toEnd(smooth) {
    this.scroller.scrollTo({ top: this.scroller.scrollHeight, behavior: smooth ? "smooth" : "instant" });
  }

  /** Goes to the end because the person itself wrote. */
  follow() {
    this.pinned = true;
    this.toEnd(false);
  }

  showJump() {
    this.jump.hidden = this.pinned;
    if (this.pinned) return;
    const label = this.fresh ? words.count(this.fresh, "new message") : "To the newest message";
    if (this.jump.getAttribute("aria-label") === label) return;
    this.jump.setAttribute("aria-label", label);
    fill(this.jump, this.fresh ? el("span", {}, label) : null, icon("down"));
  }

  clicked(event) {
    const target = event.target.closest("[data-command],[data-start],[data-jump],[data-copy],.fold");
    if (!target) return;
    const { command, start, jump, copy } = target.dataset;
    if (target.tagName === "A") event.preventDefault();
    if (command) this.view.say(command);
    else if (start !== undefined) this.view.openStart(start);
    else if (copy !== undefined) this.view.copy(target.closest("figure").querySelector("pre").textContent);
    else if (jump) this.goTo(Number(jump));
    else this.pinned = false; // An unfolded quote stays where the eye is.
  }

  goTo(id) {
    while (this.rows.length && this.rows[0].message.id > id && place(this.view.chat.messages, this.rows[0].message.id) > 0) this.older();
    const row = this.rows.find(({ message }) => message.id === id);
    if (!row) return;
    row.node.scrollIntoView({ block: "center" });
    row.node.classList.remove("flash");
    requestAnimationFrame(() => row.node.classList.add("flash"));
  }
}

function decorate(row, before, after) {
  const { node, day } = row;
  node.classList.toggle("first", !joined(before, row));
  node.classList.toggle("last", !joined(row, after));
  const label = before?.day === day ? null : day;
  const shown = node.firstElementChild?.classList.contains("day") ? node.firstElementChild : null;
  if (shown?.textContent === (label ?? undefined)) return;
  shown?.remove();
  if (label) node.prepend(el("div", { class: "day" }, label));
}

function joined(one, two) {
  if (!one || !two || one.message.service || two.message.service) return false;
  return one.message.sender_id === two.message.sender_id && one.day === two.day && two.at - one.at < RUN;
}
