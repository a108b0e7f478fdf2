// A button in the bar, and the panel that it opens.

import { el } from "./dom.js";

/** Makes both; `opened` runs each time before the panel shows. */
export function pop(id, title, label, content, opened = () => {}) {
  const button = el("button", { type: "button", class: "tool", popovertarget: `pop-${id}`, "aria-label": title }, label);
  const panel = el("div", { class: "pop", id: `pop-${id}`, popover: "auto", role: "dialog", "aria-label": title }, el("h2", {}, title), content);
  panel.addEventListener("beforetoggle", (event) => {
    if (event.newState !== "open") return;
    const { right, bottom } = button.getBoundingClientRect();
    panel.style.top = `${bottom + 7}px`;
    panel.style.right = `${Math.max(8, innerWidth - right)}px`;
    opened();
  });
  panel.addEventListener("click", (event) => event.target.closest("[data-closes]") && panel.hidePopover());
  document.body.append(panel);
  return [button, panel];
}
