// The keys of the page, and the small window that lists them.

import { el, icon } from "./dom.js";

const KEYS = [
  [["Tab"], "From part to part"],
  [["↑", "↓"], "Through the chats, the messages, a menu"],
  [["Enter"], "Open a chat; go to the buttons of a message"],
  [["←", "→"], "From button to button"],
  [["Enter", "Space"], "Tap the button"],
  [["Shift+F10"], "Menu of a message: reply, copy, edit"],
  [["/"], "In the field: the commands of the chat"],
  [["Esc"], "Close, or go back"],
  [["?"], "This list"],
];

/** Opens the list of keys. */
export function showKeys() {
  if (document.querySelector("dialog[open]")) return;
  const close = el("button", { type: "button", class: "round", "aria-label": "Close", on: { click: () => box.close() } }, icon("close"));
  const box = el("dialog", { class: "dialog", "aria-labelledby": "keys-title", on: { close: () => box.remove() } },
    el("header", {}, el("h2", { id: "keys-title" }, "Keys"), close),
    el("dl", { class: "keys-list" }, KEYS.flatMap(([keys, what]) => [el("dt", {}, keys.map((key) => el("kbd", {}, key))), el("dd", {}, what)])));
  document.body.append(box);
  box.showModal();
}

/** Lets "?" open the list, unless somebody writes. */
export function listenForKeys() {
  document.addEventListener("keydown", (event) => {
    const writes = event.target.closest?.("input, textarea, select");
    if (event.key !== "?" || writes || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    showKeys();
  });
}
