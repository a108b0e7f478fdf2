// One open chat, or one topic of it, on one phone: heading, messages, composer.

import { arrowKeys, el, fill, icon, refill } from "./dom.js";
import { avatar } from "./bubble.js";
import { Composer } from "./composer.js";
import * as door from "./door.js";
import { Feed } from "./feed.js";
import { inTopic, isGeneral } from "./topics.js";
import * as words from "./words.js";

const TYPES = 5000; // Milliseconds for which a bot is seen to type.

export class ChatView {
  constructor(phone, chatId, topic = null) {
    this.phone = phone;
    this.world = phone.world;
    this.chatId = chatId;
    this.topic = topic;
    this.waitingPayload = null; // The payload that START carries at the first contact.
    this.typingUntil = 0;
    this.feed = new Feed(this);
    this.composer = new Composer(this);
    this.heading = el("div", { class: "heading" });
    this.pin = el("button", { type: "button", class: "pinned", hidden: true, on: { click: () => this.feed.goTo(this.chat.pinned?.id) } });
    this.menu = el("div", { class: "drop-menu", role: "menu", "aria-label": "This chat", hidden: true, on: { keydown: (event) => this.menuKey(event) } });
    this.element = el("div", { class: "chat", role: "group", "aria-label": this.title }, el("div", { class: "chat-bar" }, this.heading, this.pin, this.menu), this.feed.element, this.composer.element);
    this.element.addEventListener("pointerdown", (event) => this.closeMenus(event.target));
    this.acceptDrops();
    this.drawHeading();
  }

  get chat() {
    return this.world.chats.get(this.chatId) ?? this.world.strangerChat(this.chatId);
  }

  get person() {
    return this.phone.person;
  }

  get private() {
    return this.chatId === this.phone.personId;
  }

  /** The messages of this chat, or of the topic that is open. */
  get messages() {
    const { messages } = this.chat;
    return this.topic === null ? messages : messages.filter((message) => inTopic(message, this.topic));
  }

  get topicName() {
    return this.chat.topics?.find((topic) => topic.id === this.topic)?.name ?? "General";
  }

  get title() {
    if (this.topic !== null) return this.topicName;
    return this.private ? this.world.bot.first_name : this.chat.title ?? "Group";
  }

  sync() {
    this.feed.sync();
    this.composer.sync();
    this.drawHeading();
  }

  close() {
    this.feed.close();
  }

  /** What stands below the title. */
  get below() {
    if (this.typingUntil > Date.now()) return "typing…";
    if (this.private) return this.person.blocked ? "blocked" : "bot";
    if (this.topic !== null) return this.chat.title;
    return words.count(words.people(this.chat), this.chat.type === "channel" ? "subscriber" : "member");
  }

  /** The bot is at something in this chat. */
  typing() {
    this.typingUntil = Date.now() + TYPES;
    this.drawHeading();
    setTimeout(() => this.drawHeading(), TYPES + 50);
  }

  drawHeading() {
    const unread = this.phone.unreadElsewhere(this.chatId);
    const { below } = this;
    const pinned = this.chat.pinned;
    const signature = JSON.stringify([this.title, below, unread, pinned]);
    if (signature === this.signature) return;
    this.signature = signature;
    const back = el("button", { type: "button", class: "back", "aria-label": unread ? `Chats, ${unread} unread` : "Chats", on: { click: () => this.phone.back() } },
      icon("back"), unread ? el("span", { class: "count" }, unread > 99 ? "99+" : unread) : null);
    this.more = el("button", { type: "button", class: "round", "aria-label": "More", "aria-haspopup": "menu", on: { click: () => this.toggleMenu() } }, icon("more"));
    refill(this.heading, back, avatar(this.private ? this.world.bot.id : this.topic || this.chatId, this.title),
      el("div", { class: "names" }, el("h3", { dir: "auto" }, this.title), el("small", { class: below === "typing…" ? "typing" : "", dir: "auto" }, below)), this.more);
    this.pin.hidden = !pinned || (this.topic !== null && !this.messages.some((message) => message.id === pinned.id));
    if (pinned) {
      const text = pinned.text.replace(/\s+/gu, " ") || "Message";
      this.pin.setAttribute("aria-label", `Pinned message: ${text}`);
      fill(this.pin, icon("pin"), el("span", {}, el("b", {}, "Pinned message"), el("span", { dir: "auto" }, text)));
    }
  }

  menuItems() {
    const [me, chat] = [this.person.id, this.chatId];
    if (this.private) {
      const blocked = Boolean(this.person.blocked);
      return [[blocked ? "Unblock the bot" : "Block the bot", () => door.block(me, !blocked)]];
    }
    const there = [["Bot: remove", "remove"]];
    const bot = {
      administrator: [["Bot: make it a plain member", "demote"], ...there],
      member: [["Bot: make it an admin", "promote"], ...there],
      restricted: [["Bot: let it write again", "promote"], ...there],
    }[this.chat.bot] ?? [["Bot: add", "add"]];
    if (this.chat.bot === "member" && this.chat.type === "supergroup") bot.splice(1, 0, ["Bot: forbid it to write", "restrict"]);
    const { broadcast, type } = this.chat;
    const topic = this.topic === null ? null : this.chat.topics?.find((each) => each.id === this.topic);
    return [
      ["Add people…", () => this.phone.stage.chooseMembers(this.chat)],
      ...(this.chat.forum ? [["New topic…", () => this.phone.stage.nameTopic(this.chat, me)]] : []),
      ...(topic ? [[topic.closed ? "Reopen this topic" : "Close this topic", () => door.topic(chat, me, this.topic, topic.closed ? "reopen" : "close")]] : []),
      ...(type === "channel" ? [] : [[broadcast ? "Let everybody write" : "Let only admins write", () => door.letWrite(chat, !broadcast)]]),
      ...bot.map(([label, action]) => [label, () => door.botInChat(chat, me, action)]),
      ...(this.chat.type === "group" ? [["Upgrade to a supergroup", () => door.upgrade(chat)]] : []),
      ["Leave", () => door.membership(chat, me, "leave").then(() => this.phone.open(null))],
    ];
  }

  toggleMenu(open = this.menu.hidden) {
    this.menu.hidden = !open;
    this.more.setAttribute("aria-expanded", String(open));
    if (!open) return;
    fill(this.menu, this.menuItems().map(([label, run]) =>
      el("button", { type: "button", role: "menuitem", on: { click: () => { this.toggleMenu(false); this.more.focus(); this.attempt(run); } } }, label)));
    this.menu.querySelector("button").focus();
  }

  /** Closes what was opened by a button, unless the press was inside of it. */
  closeMenus(pressed) {
    if (!this.menu.hidden && !this.menu.contains(pressed) && !this.more.contains(pressed)) this.toggleMenu(false);
    const { panel, opener } = this.composer;
    if (opener && !panel.contains(pressed) && !opener.contains(pressed)) this.composer.closePanel();
  }

  menuKey(event) {
    arrowKeys(event, this.menu);
    if (event.key !== "Escape") return;
    event.stopPropagation();
    this.toggleMenu(false);
    this.more.focus();
  }

  /** The menu of one message. */
  openMenu(message, point, from) {
    const text = message.text ?? message.caption;
    const items = [];
    if (this.composer.writable) items.push(["Reply", () => this.composer.setMode({ kind: "reply", message }), icon("reply")]);
    if (text && !message.protected) items.push(["Copy text", () => this.copy(text), icon("copy")]);
    if (message.sender_id === this.person.id && message.text) items.push(["Edit", () => this.composer.setMode({ kind: "edit", message }), icon("pencil")]);
    if (items.length) this.phone.menu.open("Message", items, point, from);
    else this.phone.notes.say("Nothing can be done with this message.");
  }

  acceptDrops() {
    const shade = (on) => this.element.classList.toggle("dropping", on);
    const holdsFiles = (event) => event.dataTransfer?.types.includes("Files");
    this.element.addEventListener("dragover", (event) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      shade(true);
    });
    this.element.addEventListener("dragleave", (event) => {
      if (!this.element.contains(event.relatedTarget)) shade(false);
    });
    this.element.addEventListener("drop", (event) => {
      event.preventDefault();
      shade(false);
      if (this.composer.writable) this.composer.addFiles(event.dataTransfer.files);
    });
  }

  /** New messages were drawn; those of others are told to who cannot see them. */
  arrived(messages) {
    for (const message of messages) {
      if (message.from_bot) this.typingUntil = 0;
      if (message.sender_id === this.person.id && !message.service) continue;
      this.phone.announce(message.service ?? words.spoken(message, message.sender_name ?? this.title));
    }
  }

  wrote() {
    this.feed.follow();
  }

  say(text) {
    this.wrote();
    return this.attempt(() => door.send(this.person.id, this.chatId, text, { topic: this.threadId }));
  }

  /** The topic as the door wants it: none for the general one. */
  get threadId() {
    return this.topic === null || isGeneral(this.topic) ? null : this.topic;
  }

  tap(message, button) {
    return this.phone.tap(this.chatId, message, button);
  }

  copy(text) {
    return this.phone.copy(text);
  }

  openStart(payload) {
    return this.phone.openStart(payload);
  }

  /** START: unblocks where needed, then sends the payload of the link that led here. */
  async pressStart() {
    const { person, waitingPayload } = this;
    const blocked = person.blocked;
    this.waitingPayload = null;
    this.composer.sync();
    this.wrote();
    if (blocked) await this.attempt(() => door.block(person.id, false));
    if (!blocked || waitingPayload !== null || !this.chat.messages.length) {
      await this.attempt(() => door.start(person.id, waitingPayload ?? ""));
    }
  }

  attempt(run) {
    return this.phone.attempt(run);
  }
}
