// One phone, which is one person: the list of chats, an open chat, toasts and alerts.

import { el, icon, refill } from "./dom.js";
import { avatar } from "./bubble.js";
import { ChatList } from "./chatlist.js";
import { ChatView } from "./chat.js";
import * as door from "./door.js";
import { Notes } from "./notes.js";
import * as words from "./words.js";

export class Phone {
  constructor(stage, personId) {
    this.stage = stage;
    this.world = stage.world;
    this.personId = personId;
    this.read = new Map(); // chat id -> id of the last message seen
    this.chat = null;
    this.notes = new Notes();
    this.list = new ChatList(this);
    this.clock = el("span", { class: "now" });
    this.screen = el("div", { class: "screen" }, el("div", { class: "status", "aria-hidden": "true" }, this.clock, el("span", { class: "island" }), el("span", { class: "power" })), this.list.element, this.notes.element);
    this.caption = el("div", { class: "caption" });
    this.element = el("section", { class: "phone", "data-person": personId, "aria-label": `Phone of ${this.person.first_name}` }, this.caption, el("div", { class: "frame" }, this.screen));
    for (const chat of this.world.chatsOf(personId)) this.read.set(chat.id, chat.messages.at(-1)?.id ?? 0);
    this.seen = false;
    this.sight = new IntersectionObserver((entries) => this.sighted(entries.at(-1).isIntersecting), { rootMargin: "0px 300px" });
    this.sight.observe(this.element);
    this.element.addEventListener("pointerdown", () => this.stage.activate(this.personId));
    this.openLatest();
    this.sync({ chats: new Set(), people: true, clock: true });
  }

  get person() {
    return this.world.people.get(this.personId) ?? { id: this.personId, first_name: "?" };
  }

  get tag() {
    return `sandbox-chat-${this.personId}`;
  }

  openLatest() {
    const chats = this.world.chatsOf(this.personId);
    const kept = Number(sessionStorage.getItem(this.tag) ?? NaN);
    if (kept === 0) return;
    if (chats.some((chat) => chat.id === kept)) this.open(kept);
    else if (chats.length === 1) this.open(chats[0].id);
  }

  /** Opens a chat, or the list of chats for null. */
  open(chatId) {
    sessionStorage.setItem(this.tag, chatId ?? 0);
    if (this.chat && this.chat.chatId === chatId) return this.chat;
    const held = this.screen.contains(document.activeElement);
    const left = this.chat?.chatId;
    this.chat?.element.remove();
    this.chat?.close();
    this.chat = chatId === null ? null : new ChatView(this, chatId);
    this.list.element.hidden = Boolean(this.chat);
    if (this.chat) {
      this.list.element.after(this.chat.element);
      this.markRead();
      this.chat.sync();
    } else {
      this.list.draw();
    }
    if (held) (this.chat?.feed.scroller ?? this.list.button(left))?.focus({ preventScroll: true });
    return this.chat;
  }

  /** A phone out of sight draws nothing new until one looks at it again. */
  sighted(seen) {
    this.seen = seen;
    if (seen) this.sync({ chats: new Set(), people: true, clock: true });
  }

  /** Takes the phone away for good. */
  close() {
    this.sight.disconnect();
    this.chat?.close();
    this.element.remove();
  }

  sync(changes) {
    if (!this.seen) {
      this.markRead();
      return;
    }
    if (changes.clock || changes.people) this.drawCaption();
    if (this.chat && (changes.people || changes.chats.size)) {
      this.markRead();
      if (changes.people || changes.chats.has(this.chat.chatId)) this.chat.sync();
      else this.chat.drawHeading();
    }
    if (!this.chat) this.list.draw();
  }

  drawCaption() {
    this.clock.textContent = words.time(this.world.now().getTime() / 1000);
    const { first_name: name, taps, sounds, language_code: language } = this.person;
    const signature = [name, taps, sounds, language].join("\n");
    if (signature === this.signature) return;
    this.signature = signature;
    const figures = [language, words.count(taps ?? 0, "tap"), words.count(sounds ?? 0, "sound")].filter(Boolean).join(" · ");
    refill(this.caption, avatar(this.personId, name, "small"), el("div", { class: "names" }, el("h2", { dir: "auto" }, name), el("small", { title: `Person ${this.personId}` }, figures)),
      el("button", { type: "button", class: "round", "aria-label": `Put away the phone of ${name}`, title: "Put away", on: { click: () => this.stage.hide(this.personId) } }, icon("close")));
  }

  markRead() {
    if (this.chat) this.read.set(this.chat.chatId, this.chat.chat.messages.at(-1)?.id ?? 0);
  }

  unread(chat) {
    const seen = this.read.get(chat.id) ?? 0;
    let n = 0;
    for (let at = chat.messages.length - 1; at >= 0 && chat.messages[at].id > seen; at -= 1) {
      if (chat.messages[at].sender_id !== this.personId) n += 1;
    }
    return n;
  }

  unreadElsewhere(chatId) {
    return this.world.chatsOf(this.personId).reduce((sum, chat) => sum + (chat.id === chatId ? 0 : this.unread(chat)), 0);
  }

  /** Taps a button and does with the answer what Telegram does. */
  async tap(chatId, message, button) {
    this.notes.expectAnswer();
    const answer = await this.attempt(() => door.tap(this.personId, chatId, message.id, button.data ?? ""));
    this.notes.answered(answer || {});
    if (!answer) return;
    if (answer.answered === false) this.notes.say("The bot did not answer.");
    if (answer.url) this.stage.openUrl(this, answer.url);
  }

  /** Opens the private chat and sends /start with the payload; a first contact presses START. */
  async openStart(payload) {
    const begun = this.world.privateChat(this.personId).messages.length && !this.person.blocked;
    const chat = this.open(this.personId);
    if (begun) {
      chat.wrote();
      await this.attempt(() => door.start(this.personId, payload));
    } else {
      chat.waitingPayload = payload;
      chat.composer.sync();
      chat.composer.start.focus();
    }
  }

  async copy(text) {
    const done = await this.attempt(() => navigator.clipboard.writeText(text).then(() => true));
    if (done) this.notes.say("Copied");
  }

  /** Runs a request; a refusal is shown on this phone and gives null. */
  async attempt(run) {
    try {
      return (await run()) ?? true;
    } catch (error) {
      this.notes.say(error.message || "That did not work.");
      return null;
    }
  }
}
