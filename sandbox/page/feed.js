// The scrolling messages of one open chat. Only a window at the end is in the page.

import { el, fill, icon } from "./dom.js";
import { drawMessage } from "./bubble.js";
import { onLongPress } from "./menu.js";
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
    this.current = 0; // The id of the message that the keyboard is at; 0 is the newest.
    this.list = el("div", { class: "list", role: "log", "aria-live": "off", "aria-label": `Messages of ${view.title}` });
    this.scroller = el("div", { class: "scroller", on: { scroll: () => this.scrolled() } }, this.list);
    this.jump = el("button", { type: "button", class: "jump", hidden: true, on: { click: () => this.toEnd(true) } });
    this.element = el("div", { class: "feed" }, this.scroller, this.jump);
    this.list.addEventListener("click", (event) => this.clicked(event));
    this.list.addEventListener("keydown", (event) => walk(event, this));
    this.list.addEventListener("focusin", (event) => this.moveTo(event.target.closest(".entry")));
    onLongPress(this.list, (target, point) => this.openMenu(target, point));
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
    const all = this.view.messages;
    const first = this.rows.find((row) => this.view.world.message(this.view.chat.id, row.message.id));
    let start = first ? place(all, first.message.id) : Math.max(0, all.length - WINDOW);
    if (this.pinned && all.length - start > MOST) start = all.length - WINDOW;
    this.draw(all.slice(start));
  }

  draw(messages) {
    const drawn = new Map(this.rows.map((row) => [row.message.id, row]));
    const newest = this.rows.at(-1)?.message.id ?? (this.begun ? 0 : Infinity);
    this.begun = true;
    const rows = messages.map((message) => this.row(message, drawn.get(message.id)));
    const news = messages.filter((message) => message.id > newest);
    const kept = new Set(rows.map((row) => row.node));
    for (const row of this.rows) if (!kept.has(row.node) && row.node.isConnected) row.node.remove();
    let before = null;
    for (const { node } of [...rows].reverse()) {
      if (node.parentNode !== this.list || node.nextSibling !== before) this.list.insertBefore(node, before);
      before = node;
    }
    rows.forEach((row, index) => decorate(row, rows[index - 1], rows[index + 1]));
    this.rows = rows;
    for (const row of rows) if (row.message.id > newest) row.node.classList.add("fresh");
    this.view.arrived(news);
    this.settle();
    if (this.pinned) this.toEnd(false);
    else this.fresh += news.length;
    this.showJump();
  }

  row(message, old) {
    if (old?.message === message) return old;
    const node = drawMessage(message, this.view);
    if (old) {
      const keys = [...old.node.querySelectorAll(".key")];
      const held = keys.indexOf(document.activeElement);
      const inside = old.node.contains(document.activeElement);
      old.node.replaceWith(node);
      // Who walks by keyboard stays at the button when the message changes in place.
      if (held >= 0) ([...node.querySelectorAll(".key")].at(held) ?? node).focus({ preventScroll: true });
      else if (inside) node.focus({ preventScroll: true });
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
    const all = this.view.messages;
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
    const all = this.view.messages;
    if (all.at(-1) !== this.rows.at(-1)?.message) this.sync();
    if (this.pinned) this.toEnd(false);
  }

  toEnd(smooth) {
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    this.scroller.scrollTo({ top: this.scroller.scrollHeight, behavior: smooth && !calm ? "smooth" : "instant" });
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
    fill(this.jump, this.fresh ? el("span", { class: "count" }, this.fresh) : null, icon("down"));
  }

  clicked(event) {
    const target = event.target.closest("[data-command],[data-start],[data-jump],[data-copy],[data-menu],.fold");
    if (!target) return;
    const { command, start, jump, copy, menu } = target.dataset;
    if (target.tagName === "A") event.preventDefault();
    if (command) this.view.say(command);
    else if (start !== undefined) this.view.openStart(start);
    else if (copy !== undefined) this.view.copy(target.closest("figure").querySelector("pre").textContent);
    else if (jump) this.goTo(Number(jump));
    else if (menu !== undefined) this.openMenu(target, corner(target));
    else this.pinned = false; // An unfolded quote stays where the eye is.
  }

  goTo(id) {
    while (this.rows.length && this.rows[0].message.id > id && place(this.view.messages, this.rows[0].message.id) > 0) this.older();
    const row = this.rows.find(({ message }) => message.id === id);
    if (!row) return;
    row.node.scrollIntoView({ block: "center" });
    row.node.classList.remove("flash");
    requestAnimationFrame(() => row.node.classList.add("flash"));
  }

  /** The menu of the message under a press; tells whether there is one. */
  openMenu(target, point) {
    const node = target.closest(".bubble")?.closest(".entry") ?? (target.classList.contains("entry") ? target : null);
    const row = this.rows.find((each) => each.node === node);
    if (!row || row.message.service) return false;
    this.view.openMenu(row.message, point, node);
    return true;
  }

  /** The messages that the keyboard can stand at, oldest first. */
  get stops() {
    return this.rows.filter(({ message }) => !message.service).map(({ node }) => node);
  }

  moveTo(node) {
    if (!node?.dataset.id || !node.hasAttribute("role")) return;
    this.current = node === this.stops.at(-1) ? 0 : Number(node.dataset.id);
    this.settle();
  }

  /** Only one message, with what is in it, is reached by Tab. */
  settle() {
    const { stops } = this;
    const chosen = stops.find((node) => Number(node.dataset.id) === this.current) ?? stops.at(-1);
    for (const node of stops) {
      const tab = node === chosen ? 0 : -1;
      if (node.tabIndex === tab && node.settled === tab) continue;
      node.tabIndex = tab;
      node.settled = tab;
      for (const inner of node.querySelectorAll("a, button, .spoiler:not(.shown)")) inner.tabIndex = tab;
    }
  }

  focus() {
    const { stops } = this;
    const chosen = stops.find((node) => node.tabIndex === 0) ?? stops.at(-1);
    chosen?.focus({ preventScroll: this.pinned });
    return Boolean(chosen);
  }
}

const corner = (node) => {
  const { left, bottom } = node.getBoundingClientRect();
  return { x: left - 120, y: bottom + 4 };
};

/** The keys of the conversation: through the messages, and through the buttons of one. */
function walk(event, feed) {
  const node = event.target.closest(".entry");
  const keys = [...(node?.querySelectorAll(".key") ?? [])];
  const at = keys.indexOf(event.target);
  const { stops } = feed;
  const here = stops.indexOf(node);
  const sideways = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  const turn = getComputedStyle(feed.list).direction === "rtl" ? -1 : 1;
  let next = null;
  if (at >= 0 && sideways) next = keys[(at + sideways * turn + keys.length) % keys.length];
  else if (event.key === "ArrowUp") next = at >= 0 ? node : stops[here - 1];
  else if (event.key === "ArrowDown") next = stops[here + 1];
  else if (event.key === "Home") next = stops[0];
  else if (event.key === "End") next = stops.at(-1);
  else if (event.key === "Enter" && event.target === node) next = keys[0];
  else if (event.key === "Escape" && event.target !== node) next = node;
  if (!next) return;
  event.preventDefault();
  event.stopPropagation();
  next.focus();
  next.scrollIntoView({ block: "nearest" });
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
