// The small menu of a message or of a chat, on the phone it belongs to.

import { arrowKeys, el } from "./dom.js";

const HOLD = 450; // Milliseconds of a press that count as long.
const STILL = 9; // Pixels that a finger may wander meanwhile.

export class Menu {
  constructor(screen) {
    this.screen = screen;
    this.box = null;
    document.addEventListener("pointerdown", (event) => {
      if (this.box && !this.box.contains(event.target)) this.close(false);
    });
  }

  /** Shows the items at a point of the window; the focus goes back to `from` afterwards. */
  open(label, items, { x, y }, from) {
    this.close(false);
    this.from = from;
    this.box = el("div", { class: "act-menu", role: "menu", "aria-label": label, on: { keydown: (event) => this.key(event) } },
      items.map(([text, run, mark]) =>
        el("button", { type: "button", role: "menuitem", on: { click: () => { this.close(); run(); } } }, mark ?? null, el("span", {}, text))));
    this.screen.append(this.box);
    const frame = this.screen.getBoundingClientRect();
    const { offsetWidth: wide, offsetHeight: high } = this.box;
    this.box.style.left = `${Math.max(8, Math.min(x - frame.left, frame.width - wide - 8))}px`;
    this.box.style.top = `${Math.max(8, Math.min(y - frame.top, frame.height - high - 8))}px`;
    this.box.querySelector("button").focus({ preventScroll: true });
  }

  close(back = true) {
    if (!this.box) return;
    this.box.remove();
    this.box = null;
    if (back && this.from?.isConnected) this.from.focus({ preventScroll: true });
  }

  key(event) {
    arrowKeys(event, this.box);
    if (event.key !== "Escape" && event.key !== "Tab") return;
    event.preventDefault();
    event.stopPropagation();
    this.close();
  }
}

/** Calls `run(target, point)` on a right click, the menu key, or a long press. */
export function onLongPress(box, run) {
  let timer = 0;
  let start = null;
  const stop = () => clearTimeout(timer);
  const begin = (event) => {
    if (event.pointerType !== "touch") return;
    start = { x: event.clientX, y: event.clientY };
    timer = setTimeout(() => run(event.target, start), HOLD);
  };
  box.addEventListener("pointerdown", begin);
  box.addEventListener("pointermove", (event) => {
    if (start && Math.hypot(event.clientX - start.x, event.clientY - start.y) > STILL) stop();
  });
  for (const end of ["pointerup", "pointercancel", "scroll"]) box.addEventListener(end, stop, true);
  box.addEventListener("contextmenu", (event) => {
    stop();
    if (String(getSelection()) || event.target.closest("a[href^=http]")) return; // The browser's own menu is wanted there.
    const there = event.target.getBoundingClientRect();
    const point = event.clientX || event.clientY ? { x: event.clientX, y: event.clientY } : { x: there.left + 40, y: there.top + 24 };
    if (run(event.target, point)) event.preventDefault();
  });
}
