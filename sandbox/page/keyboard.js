// The buttons under a message, in their rows.

import { el, icon } from "./dom.js";
import { openable, startPayload } from "./links.js";

/** Draws an inline keyboard, or nothing where there is none. */
export function keyboard(message, view) {
  const rows = (message.rows ?? []).filter((row) => row.length);
  if (!rows.length) return null;
  return el(
    "div",
    { class: "keyboard", role: "group", "aria-label": "Buttons of this message" },
    rows.map((row) => el("div", { class: "keys" }, row.map((button) => key(button, message, view)))),
  );
}

function key(button, message, view) {
  const style = ["primary", "success", "danger"].includes(button.style) ? ` ${button.style}` : "";
  const label = el("span", { dir: "auto" }, button.text);
  if (button.url) return linkKey(button, style, label, view);
  const press = async (event) => {
    const node = event.currentTarget;
    if (button.copy_text) {
      view.copy(typeof button.copy_text === "string" ? button.copy_text : button.copy_text.text);
      return;
    }
    if (node.classList.contains("busy")) return;
    // The message may be drawn anew while the bot answers, so the phone knows what is under way.
    const done = view.phone.underWay(message, button);
    busy(node, true);
    await view.tap(message, button);
    done();
    // The spinner may have moved to a successor of this button.
    for (const each of view.phone.element.querySelectorAll(".key.busy")) if (!each.waits()) busy(each, false);
  };
  const node = el("button", { type: "button", class: `key${style}`, "data-verb": String(button.data ?? "").split(":")[0], on: { click: press } }, label, button.copy_text ? icon("copy") : null);
  node.waits = () => view.phone.isUnderWay(message, button);
  if (node.waits()) busy(node, true);
  return node;
}

/** Shows that the bot has not answered yet. */
function busy(node, is) {
  node.classList.toggle("busy", is);
  if (is) node.setAttribute("aria-busy", "true");
  else node.removeAttribute("aria-busy");
}

function linkKey(button, style, label, view) {
  const payload = startPayload(button.url, view.world.bot.username);
  const address = payload === null ? openable(button.url) : "#";
  const open = (event) => {
    if (payload === null) return;
    event.preventDefault();
    view.openStart(payload);
  };
  return el(
    "a",
    { class: `key${style}`, href: address, title: button.url, target: payload === null ? "_blank" : null, rel: "noopener noreferrer", on: { click: open } },
    label,
    icon("outside"),
  );
}
