// One open chat on one phone: heading, messages, composer.

import { arrowKeys, el, fill, icon, refill } from "./dom.js";
import { avatar } from "./bubble.js";
import { Composer } from "./composer.js";
import * as door from "./door.js";
import { Feed } from "./feed.js";
import * as words from "./words.js";

export class ChatView {
  constructor(phone, chatId) {
    this.phone = phone;
    this.world = phone.world;
    this.chatId = chatId;
    this.waitingPayload = null; // The payload that START carries at the first contact.
    this.feed = new Feed(this);
    this.composer = new Composer(this);
    this.heading = el("div", { class: "heading" });
    this.menu = el("div", { class: "drop-menu", role: "menu", hidden: true, on: { keydown: (event) => this.menuKey(event) } });
    this.element = el("section", { class: "chat", "aria-label": this.title }, el("header", { class: "chat-bar" }, this.heading, this.menu), this.feed.element, this.composer.element);
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

  get title() {
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

  drawHeading() {
    const unread = this.phone.unreadElsewhere(this.chatId);
    const below = this.private ? (this.person.blocked ? "blocked" : "bot") : words.count((this.chat.member_ids ?? []).length, "member");
    const signature = [this.title, below, unread].join("\n");
    if (signature === this.signature) return;
    this.signature = signature;
    const back = el("button", { type: "button", class: "back", "aria-label": unread ? `Chats, ${unread} unread` : "Chats", on: { click: () => this.phone.open(null) } },
      icon("back"), unread ? el("span", { class: "count" }, unread) : null);
    this.more = el("button", { type: "button", class: "round", "aria-label": "More", "aria-haspopup": "menu", on: { click: () => this.toggleMenu() } }, icon("more"));
    refill(this.heading, back, avatar(this.private ? this.world.bot.id : this.chatId, this.title),
      el("div", { class: "names" }, el("h3", { dir: "auto" }, this.title), el("small", {}, below)), this.more);
  }

  menuItems() {
    const [me, chat] = [this.person.id, this.chatId];
    if (this.private) {
      const blocked = Boolean(this.person.blocked);
      return [[blocked ? "Unblock the bot" : "Block the bot", () => door.block(me, !blocked)]];
    }
    const bot = { administrator: [["Bot: make it a plain member", "demote"], ["Bot: remove", "remove"]], member: [["Bot: make it an admin", "promote"], ["Bot: remove", "remove"]] }[this.chat.bot] ?? [["Bot: add", "add"]];
    return [
      ["Add people…", () => this.phone.stage.chooseMembers(this.chat)],
      ...bot.map(([label, action]) => [label, () => door.botInChat(chat, me, action)]),
      ...(this.chat.type === "group" ? [["Upgrade to a supergroup", () => door.upgrade(chat)]] : []),
      ["Leave", () => door.membership(chat, me, "leave").then(() => this.phone.open(null))],
    ];
  }

  toggleMenu(open = this.menu.hidden) {
    this.menu.hidden = !open;
    if (!open) return;
    fill(this.menu, this.menuItems().map(([label, run]) =>
      el("button", { type: "button", role: "menuitem", on: { click: () => { this.toggleMenu(false); this.attempt(run); } } }, label)));
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
    this.toggleMenu(false);
    this.more.focus();
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
      if (!this.composer.bar.hidden) this.composer.addFiles(event.dataTransfer.files);
    });
  }

  wrote() {
    this.feed.follow();
  }

  say(text) {
    this.wrote();
    return this.attempt(() => door.send(this.person.id, this.chatId, text));
  }

  reply(message) {
    this.composer.setMode({ kind: "reply", message });
  }

  edit(message) {
    this.composer.setMode({ kind: "edit", message });
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
