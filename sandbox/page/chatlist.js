// The list of chats of one person, newest first.

import { arrowKeys, el, icon, oneTabStop, refill } from "./dom.js";
import { avatar } from "./bubble.js";
import * as words from "./words.js";

export class ChatList {
  constructor(phone) {
    this.phone = phone;
    this.items = el("div", { class: "items", on: { keydown: (event) => arrowKeys(event, this.items) } });
    this.settle = oneTabStop(this.items);
    this.element = el("nav", { class: "chat-list", "aria-label": `Chats of ${phone.person.first_name}` }, el("h3", {}, "Chats"), this.items);
    this.signature = "";
  }

  draw() {
    const { world, personId } = this.phone;
    const now = world.now();
    const items = world.chatsOf(personId).map((chat) => this.item(chat, now));
    items.sort((one, two) => two.at - one.at);
    const signature = JSON.stringify(items);
    if (signature === this.signature) return;
    this.signature = signature;
    refill(this.items, items.map((item) => this.row(item)));
    this.settle();
  }

  item(chat, now) {
    const mine = chat.type === "private";
    const last = chat.messages.at(-1);
    const own = last?.sender_id === this.phone.personId && !last?.service;
    return {
      id: chat.id,
      face: mine ? this.phone.world.bot.id : chat.id,
      title: mine ? this.phone.world.bot.first_name : chat.title ?? "Group",
      mark: mine ? null : chat.type === "channel" ? "channel" : chat.forum ? "topic" : "group",
      at: last ? words.moment(last.date).getTime() : 0,
      time: last ? words.listTime(last.date, now) : "",
      draft: this.phone.drafts.get(chat.id, null),
      own,
      who: last && !mine && chat.type !== "channel" && !last.service ? (own ? "You" : last.sender_name) : null,
      preview: last ? words.preview(last) : mine ? "Press START to begin" : "No messages yet",
      unread: this.phone.unread(chat),
      silent: Boolean(last?.silent),
    };
  }

  /** The button that opens a chat. */
  button(chatId) {
    return this.items.querySelector(`[data-chat="${Number(chatId)}"]`);
  }

  focus(chatId) {
    (this.button(chatId) ?? this.items.querySelector("button"))?.focus({ preventScroll: true });
  }

  row(item) {
    const label = `${item.title}${item.unread ? `, ${item.unread} unread` : ""}`;
    const words_ = item.draft
      ? [el("i", { class: "draft" }, "Draft: "), item.draft]
      : [item.who ? el("i", {}, `${item.who}: `) : null, item.preview];
    return el(
      "button",
      { type: "button", class: `item${item.unread ? " unread" : ""}`, "data-chat": item.id, "data-type": item.mark ?? "private", "aria-label": label, on: { click: () => this.phone.open(item.id) } },
      avatar(item.face, item.title),
      el("span", { class: "item-words" },
        el("span", { class: "item-top" }, item.mark ? icon(item.mark) : null, el("b", { dir: "auto" }, item.title), item.silent ? icon("silent") : null,
          item.own ? icon("ticks") : null, el("time", {}, item.time)),
        el("span", { class: "item-below" },
          el("span", { class: "preview", dir: "auto" }, words_),
          item.unread ? el("span", { class: "count" }, item.unread > 999 ? "999+" : item.unread) : null)),
    );
  }
}
