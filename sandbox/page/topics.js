// The topics of a forum: which message stands in which, and the list of them on a phone.

import { arrowKeys, el, icon, oneTabStop, refill } from "./dom.js";
import { avatar } from "./bubble.js";
import * as words from "./words.js";

const GENERAL = 1; // Telegram sends its messages without the number of a topic.

export const isGeneral = (topic) => topic === GENERAL;

/** Tells whether the message belongs to the topic. */
export function inTopic(message, topic) {
  const thread = message.thread_id ?? GENERAL;
  return thread === topic;
}

/** The topics of a chat, the general one among them. */
export const topicsOf = (chat) => (chat.topics?.length ? chat.topics : [{ id: GENERAL, name: "General" }]);

export class TopicList {
  constructor(phone, chatId) {
    this.phone = phone;
    this.chatId = chatId;
    this.heading = el("div", { class: "heading" });
    this.items = el("div", { class: "items", role: "group", "aria-label": "Topics", on: { keydown: (event) => arrowKeys(event, this.items) } });
    this.settle = oneTabStop(this.items);
    this.element = el("div", { class: "topics", role: "group", "aria-label": `Topics of ${this.chat.title}` }, el("div", { class: "chat-bar" }, this.heading), this.items);
    this.signature = "";
  }

  get chat() {
    return this.phone.world.chats.get(this.chatId);
  }

  sync() {
    const { chat, phone } = this;
    const now = phone.world.now();
    const items = topicsOf(chat).map((topic) => this.item(topic, now));
    items.sort((one, two) => two.at - one.at);
    const signature = JSON.stringify([chat.title, items]);
    if (signature === this.signature) return;
    this.signature = signature;
    const back = el("button", { type: "button", class: "back", "aria-label": "Chats", on: { click: () => phone.back() } }, icon("back"));
    refill(this.heading, back, avatar(this.chatId, chat.title), el("div", { class: "names" }, el("h3", { dir: "auto" }, chat.title), el("small", {}, words.count(words.people(chat), "member"))),
      el("button", { type: "button", class: "round", "aria-label": "New topic", title: "New topic", on: { click: () => phone.stage.nameTopic(chat, phone.personId) } }, icon("add")));
    refill(this.items, items.map((item) => this.row(item)));
    this.settle();
  }

  item(topic, now) {
    const messages = this.chat.messages.filter((message) => inTopic(message, topic.id));
    const last = messages.at(-1);
    return {
      ...topic,
      at: last ? words.moment(last.date).getTime() : 0,
      time: last ? words.listTime(last.date, now) : "",
      preview: last ? words.preview(last) : "No messages yet",
      who: last && !last.service ? (last.sender_id === this.phone.personId ? "You" : last.sender_name) : null,
      unread: this.phone.unread(this.chat, topic.id),
    };
  }

  row(item) {
    const label = [item.name, item.closed ? "closed" : "", item.unread ? `${item.unread} unread` : ""].filter(Boolean).join(", ");
    return el("button", { type: "button", class: "item topic", "data-chat": item.id, "data-topic": item.id, "aria-label": label, on: { click: () => this.phone.open(this.chatId, item.id) } },
      isGeneral(item.id) ? el("span", { class: "avatar hash", "aria-hidden": "true" }, "#") : avatar(item.id, item.name),
      el("span", { class: "item-words" },
        el("span", { class: "item-top" }, el("b", { dir: "auto" }, item.name), item.closed ? icon("guarded") : null, el("time", {}, item.time)),
        el("span", { class: "item-below" }, el("span", { class: "preview", dir: "auto" }, item.who ? el("i", {}, `${item.who}: `) : null, item.preview),
          item.unread ? el("span", { class: "count" }, item.unread) : null)));
  }

  focus() {
    this.items.querySelector("[tabindex='0']")?.focus();
  }

  close() {}
}
