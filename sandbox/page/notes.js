// Toasts at the top of a phone and alerts that want an OK.

import { el } from "./dom.js";

const SHOWN = 3500;
const SAME = 2000;

export class Notes {
  constructor() {
    this.pending = 0;
    this.last = { text: null, at: 0 };
    this.toasts = el("div", { class: "toasts", role: "status", "aria-live": "polite" });
    this.alertSlot = el("div", { class: "alerts" });
    this.element = el("div", { class: "notes" }, this.toasts, this.alertSlot);
  }

  expectAnswer() {
    this.pending += 1;
  }

  /** Shows the answer to a tap made here. */
  answered({ text, show_alert: alert }) {
    this.pending -= 1;
    if (!text) return;
    this.last = { text, at: Date.now() };
    if (alert) this.alert(text, true);
    else this.say(text);
  }

  /** Shows an answer to a tap made elsewhere, say by a script; a tap made here shows its own. */
  heard({ text, show_alert: alert }) {
    const shown = this.last.text === text && Date.now() - this.last.at < SAME;
    if (!text || this.pending || shown) return;
    if (alert) this.alert(text, false);
    else this.say(text);
  }

  say(text) {
    const note = el("div", { class: "toast", dir: "auto" }, text);
    this.toasts.append(note);
    while (this.toasts.children.length > 2) this.toasts.firstChild.remove();
    setTimeout(() => note.remove(), SHOWN);
  }

  alert(text, focus) {
    const before = document.activeElement;
    const box = el("div", { class: "alert", role: "alertdialog", "aria-modal": "true", "aria-label": "Message from the bot" });
    const close = () => {
      box.remove();
      if (before?.isConnected) before.focus({ preventScroll: true });
    };
    const ok = el("button", { type: "button", on: { click: close } }, "OK");
    box.append(el("div", { class: "alert-card" }, el("p", { dir: "auto" }, text), ok));
    box.addEventListener("keydown", (event) => {
      if (event.key === "Escape") {
        event.stopPropagation();
        close();
      }
      if (event.key === "Tab") event.preventDefault();
    });
    this.alertSlot.replaceChildren(box);
    if (focus) ok.focus();
  }
}
