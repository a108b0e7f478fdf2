// One message as it looks on the phone of one person.

import { el, icon } from "./dom.js";
import { fileUrl } from "./door.js";
import { renderText, runsRightToLeft } from "./entities.js";
import { keyboard } from "./keyboard.js";
import * as words from "./words.js";

/** A round picture with initials. */
export function avatar(id, name, extra = "") {
  return el("span", { class: `avatar colour-${words.colour(id)} ${extra}`, "aria-hidden": "true" }, words.initials(name));
}

/** Draws a message; `view` knows the person, the chat, the world and what taps do. */
export function drawMessage(message, view) {
  if (message.service) {
    return el("div", { class: "entry service", "data-id": message.id }, el("p", { dir: "auto" }, message.service));
  }
  const mine = message.sender_id === view.person.id;
  const text = message.text ?? message.caption ?? "";
  const who = mine ? "You" : message.sender_name ?? view.title;
  const entry = el("div", {
    class: `entry ${mine ? "out" : "in"}${message.rows?.length ? " keyed" : ""}`,
    role: "article",
    tabindex: "-1",
    "data-id": message.id,
    "aria-label": words.spoken(message, who),
  });
  const crowd = view.chat.type === "group" || view.chat.type === "supergroup";
  const other = crowd && !mine;
  if (other) entry.append(avatar(message.sender_id ?? view.chat.id, who));
  const bubble = el(
    "div",
    { class: `bubble${message.protected ? " protected" : ""}${message.photo && !text ? " bare" : ""}` },
    other ? el("div", { class: `sender colour-${words.colour(message.sender_id)}`, dir: "auto" }, who) : null,
    message.reply_to ? quoteOf(message, view) : null,
    media(message),
    text ? textOf(text, message, view, mine) : null,
    reactions(message),
    meta(message, mine),
    el("button", { type: "button", class: "actions", "aria-label": "Reply, copy, edit", "aria-haspopup": "menu", "data-menu": true }, icon("down")),
  );
  entry.append(el("div", { class: "column" }, bubble, keyboard(message, view)));
  return entry;
}

function textOf(text, message, view, mine) {
  const box = el("div", { class: "text" }, renderText(text, message.entities, view.world.bot.username));
  const last = box.lastElementChild;
  const tail = text.slice(text.lastIndexOf("\n") + 1);
  if (!last.classList.contains("line") || runsRightToLeft(tail)) {
    box.classList.add("closed");
  } else {
    // Room on the last line, so that the time stands beside short text and not below it.
    const room = el("span", { class: "room", "aria-hidden": "true" });
    const marks = Number(Boolean(message.silent)) + Number(Boolean(message.protected)) + Number(mine);
    room.style.width = `${42 + (message.edited_at ? 42 : 0) + 17 * marks}px`;
    last.append(room);
  }
  return box;
}

function quoteOf(message, view) {
  const original = view.world.message(view.chat.id, message.reply_to.id);
  const said = message.reply_to.text || words.preview(original) || "Message";
  const name = original ? (original.sender_id === view.person.id ? "You" : original.sender_name ?? view.title) : null;
  return el(
    "button",
    { type: "button", class: `reply colour-${words.colour(original?.sender_id)}`, "data-jump": message.reply_to.id, "aria-label": `Go to what this answers${name ? `, ${name}` : ""}: ${said.slice(0, 80)}` },
    name ? el("b", { dir: "auto" }, name) : null,
    el("span", { dir: "auto" }, said),
  );
}

function media(message) {
  const file = message.document;
  if (file) {
    const ending = /\.([A-Za-z0-9]{1,5})$/u.exec(file.file_name ?? "")?.[1] ?? "";
    return el(
      "a",
      { class: "file", href: fileUrl(file.file_id), download: file.file_name ?? "file" },
      el("span", { class: `file-mark colour-${words.colour([...ending].reduce((sum, letter) => sum + letter.codePointAt(0), 0))}`, "aria-hidden": "true" }, ending ? ending.toUpperCase() : icon("file")),
      el("span", { class: "file-words" }, el("b", { dir: "auto" }, file.file_name ?? "File"), el("small", {}, words.size(file.size))),
    );
  }
  if (message.photo) {
    const { file_id: id, width, height } = message.photo;
    return el("img", { class: "photo", src: fileUrl(id), width, height, alt: message.caption ?? "Photo", loading: "lazy" });
  }
  const plain = message.text ?? message.caption;
  return message.kind && !plain ? el("p", { class: "kind" }, words.kindWords(message.kind)) : null;
}

function reactions(message) {
  if (!message.reactions?.length) return null;
  return el("div", { class: "reactions" }, message.reactions.map((emoji) => el("span", {}, emoji)));
}

function meta(message, mine) {
  const mark = (name, label) => el("span", { class: "mark", role: "img", "aria-label": label, title: label }, icon(name));
  return el(
    "div",
    { class: "meta" },
    message.protected ? mark("guarded", "Protected from forwarding") : null,
    message.silent ? mark("silent", "Sent without sound") : null,
    message.edited_at ? el("span", { title: words.fullTime(message.edited_at) }, "edited") : null,
    el("time", { title: words.fullTime(message.date) }, words.time(message.date)),
    mine ? mark("ticks", "Sent") : null,
  );
}
