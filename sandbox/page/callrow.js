// One call of the bot: a line, and everything in it when it is opened.

import { el, fill, icon } from "./dom.js";
import * as door from "./door.js";
import * as words from "./words.js";

/** Draws the line of a call; its details are asked for when they are wanted. */
export function drawCall(call, world) {
  const details = el("div", { class: "call-details", hidden: true });
  const line = el("button", { type: "button", class: "call", "aria-expanded": "false" },
    el("time", { datetime: call.at }, words.exactTime(call.at)),
    el("b", {}, call.method),
    call.chat_id === null ? null : el("span", { class: "where", dir: "auto" }, world.nameOf(call.chat_id)),
    refusal(call),
    el("span", { class: "what", dir: "auto" }, call.params_summary || "no parameters"),
    call.cause === null ? null : el("span", { class: "cause", dir: "auto" }, `${words.lapse(call.since)} after “${call.cause}”`));
  line.addEventListener("click", () => {
    const open = details.hidden;
    details.hidden = !open;
    line.setAttribute("aria-expanded", String(open));
    if (open && !details.childNodes.length) show(call, details);
  });
  return el("li", { class: call.ok ? "" : call.code === 429 || call.fault ? "held" : "refused" }, line, details);
}

function refusal(call) {
  if (call.ok) return null;
  const told = /retry after/u.test(call.description);
  const wait = call.retry_after && !told ? `, wait ${call.retry_after} s` : "";
  const why = call.fault ? " (made to fail)" : "";
  return el("em", {}, `${call.code || "cut"} ${call.description}${wait}${why}`);
}

async function show(call, details) {
  fill(details, el("p", {}, "…"));
  try {
    const { params, answer } = await door.call(call.number);
    fill(details, part("What the bot sent", params), part("What Telegram answered", answer));
  } catch (error) {
    fill(details, el("p", {}, `This call is no longer kept: ${error.message}`));
  }
}

function part(title, value) {
  const text = JSON.stringify(value, null, 2);
  const copy = el("button", { type: "button", class: "round", "aria-label": `Copy: ${title}`, on: { click: () => navigator.clipboard.writeText(text) } }, icon("copy"));
  return el("figure", {}, el("figcaption", {}, title, copy), el("pre", { dir: "auto", tabindex: "0", role: "region", "aria-label": title }, text));
}
