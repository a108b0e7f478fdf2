// Text with entities becomes nodes. Offsets count UTF-16 units, as strings here do.

import { el, icon } from "./dom.js";
import { openable, startPayload } from "./links.js";

const BLOCKS = new Set(["pre", "blockquote", "expandable_blockquote"]);
const TAGS = { bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code" };
// What the app finds by itself in plain text: links, commands, mentions, hashtags.
const FOUND =
  /(https?:\/\/[^\s<>"'“”]+[^\s<>"'“”.,;:!?)\]}]|(?<![\w/.])t\.me\/[^\s<>"']+)|(?<![\w/.:@<-])(\/[a-z][a-z0-9_]{0,31}(?:@\w+)?)(?![\w/-]|\.\w)|(?<![\w@/.])(@[A-Za-z]\w{3,31}|#[\p{L}_][\p{L}\p{N}_]*)/gu;
const RTL_FIRST = /^[^\p{L}\u200e]*[\u200f\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

/** Tells whether a paragraph runs from right to left. */
export const runsRightToLeft = (line) => RTL_FIRST.test(line);

/** Renders text with entities as a list of block nodes. */
export function renderText(text, entities, botUsername) {
  const view = { text, botUsername };
  const known = (entities ?? [])
    .filter((entity) => entity.length > 0 && entity.offset >= 0 && entity.offset < text.length)
    .map((entity) => ({ ...entity, end: Math.min(entity.offset + entity.length, text.length) }))
    .sort((one, two) => one.offset - two.offset || two.end - one.end);
  return blocks(view, 0, text.length, known);
}

function blocks(view, from, to, entities) {
  const nodes = [];
  let at = from;
  for (const block of entities.filter((entity) => BLOCKS.has(entity.type))) {
    if (block.offset < at || block.end > to) continue;
    const before = view.text.slice(at, block.offset).replace(/\n$/u, "");
    if (before) nodes.push(...lines(view, at, at + before.length, entities));
    const inner = entities.filter((entity) => entity !== block);
    nodes.push(block.type === "pre" ? codeBlock(view, block) : quote(view, block, inner));
    at = block.end + (view.text[block.end] === "\n" && block.end < to ? 1 : 0);
  }
  if (at < to || !nodes.length) nodes.push(...lines(view, at, to, entities));
  return nodes;
}

function lines(view, from, to, entities) {
  const inlines = entities.filter((entity) => !BLOCKS.has(entity.type));
  const nodes = [];
  let at = from;
  for (const line of view.text.slice(from, to).split("\n")) {
    const end = at + line.length;
    const content = line ? inline(view, at, end, inlines) : [el("br")];
    nodes.push(el("div", { class: "line", dir: "auto" }, content));
    at = end + 1;
  }
  return nodes;
}

function inline(view, from, to, entities) {
  const nodes = [];
  const waiting = entities
    .filter((entity) => entity.offset < to && entity.end > from)
    .map((entity) => ({ ...entity, offset: Math.max(entity.offset, from), end: Math.min(entity.end, to) }));
  let at = from;
  while (waiting.length) {
    const entity = waiting.shift();
    if (entity.end <= at) continue;
    if (entity.offset < at) entity.offset = at;
    nodes.push(...plain(view, at, entity.offset));
    // An entity that only overlaps is cut in two here, as nodes must nest.
    const inside = waiting.filter((other) => other.offset < entity.end);
    nodes.push(wrap(view, entity, inside));
    at = entity.end;
  }
  nodes.push(...plain(view, at, to));
  return nodes;
}

function plain(view, from, to) {
  const text = view.text.slice(from, to);
  if (!text) return [];
  const nodes = [];
  let at = 0;
  for (const found of text.matchAll(FOUND)) {
    nodes.push(text.slice(at, found.index));
    const [whole, url, command] = found;
    if (url) nodes.push(link(view, url, [whole]));
    else if (command) nodes.push(commandLink(command, [whole]));
    else nodes.push(el("span", { class: "mention" }, whole));
    at = found.index + whole.length;
  }
  nodes.push(text.slice(at));
  return nodes;
}

function wrap(view, entity, inside) {
  const raw = view.text.slice(entity.offset, entity.end);
  if (entity.type === "code") return el("code", {}, raw);
  if (entity.type === "url" || entity.type === "email") return link(view, raw, [raw]);
  if (entity.type === "bot_command") return commandLink(raw, [raw]);
  if (["mention", "text_mention", "hashtag", "cashtag", "phone_number"].includes(entity.type)) {
    return el("span", { class: "mention" }, raw);
  }
  const content = inline(view, entity.offset, entity.end, inside);
  if (entity.type === "text_link") return link(view, entity.url, content);
  if (entity.type === "spoiler") return spoiler(content);
  return el(TAGS[entity.type] ?? "span", {}, content);
}

function link(view, url, content) {
  const payload = startPayload(url, view.botUsername);
  if (payload !== null) {
    return el("a", { class: "link", href: "#", role: "button", "data-start": payload }, content);
  }
  const address = /^[^\s/@:]+@[^\s/@]+$/u.test(url ?? "") ? `mailto:${url}` : openable(url);
  if (!address) return el("span", { class: "mention" }, content);
  return el("a", { class: "link", href: address, title: url, target: "_blank", rel: "noopener noreferrer" }, content);
}

function commandLink(command, content) {
  return el("a", { class: "link", href: "#", role: "button", "data-command": command }, content);
}

function spoiler(content) {
  const cover = el("span", { class: "spoiler", role: "button", tabindex: "0", "aria-label": "Hidden text, show it" }, el("span", {}, content));
  const show = (event) => {
    if (event.type === "keydown" && event.key !== "Enter" && event.key !== " ") return;
    if (cover.classList.contains("shown")) return;
    event.preventDefault();
    event.stopPropagation();
    cover.classList.add("shown");
    for (const name of ["role", "tabindex", "aria-label"]) cover.removeAttribute(name);
  };
  cover.addEventListener("click", show);
  cover.addEventListener("keydown", show);
  return cover;
}

function codeBlock(view, block) {
  const code = view.text.slice(block.offset, block.end);
  const copy = el("button", { type: "button", class: "copy", "aria-label": "Copy code", "data-copy": true }, icon("copy"));
  return el(
    "figure",
    { class: block.language ? "pre" : "pre bare-code" },
    el("figcaption", {}, block.language ? el("span", {}, block.language) : null, copy),
    el("pre", { dir: "ltr" }, el("code", {}, code)),
  );
}

function quote(view, block, entities) {
  const inner = entities.filter((entity) => entity.offset >= block.offset && entity.end <= block.end);
  const content = blocks(view, block.offset, block.end, inner);
  const text = view.text.slice(block.offset, block.end);
  const dir = runsRightToLeft(text) ? "rtl" : "ltr"; // The bar stands where the lines begin.
  const folds = block.type === "expandable_blockquote" && foldable(text);
  const body = el("div", { class: "quoted" }, content);
  if (!folds) return el("blockquote", { dir }, body);
  const more = el("button", { type: "button", class: "fold", "aria-expanded": "false", "aria-label": "Show all of the quote" }, icon("down"));
  const box = el("blockquote", { class: "folded", dir }, body, more);
  more.addEventListener("click", () => {
    const folded = box.classList.toggle("folded");
    more.setAttribute("aria-expanded", String(!folded));
    more.setAttribute("aria-label", folded ? "Show all of the quote" : "Show less of the quote");
  });
  return box;
}

const foldable = (text) => text.length > 110 || text.split("\n").length > 3;
