// One phone, which is one person: the list of chats, an open chat, toasts and alerts.

import { el, icon, refill } from "./dom.js";
import { avatar } from "./bubble.js";
import { ChatList } from "./chatlist.js";
import { ChatView } from "./chat.js";
import * as door from "./door.js";
import { Drafts } from "./drafts.js";
import { Menu } from "./menu.js";
import { Notes } from "./notes.js";
import { session } from "./store.js";
import { inTopic, TopicList, topicsOf } from "./topics.js";
import * as words from "./words.js";

const place = (chatId, topic) => `${chatId}/${topic ?? ""}`;

export class Phone {
  constructor(stage, personId) {
    this.stage = stage;
    this.world = stage.world;
    this.personId = personId;
    this.read = new Map(); // chat and topic -> id of the last message seen
    this.taps = new Set(); // Buttons whose tap the bot has not answered.
    this.chat = null; // The open ChatView or TopicList.
    this.drafts = new Drafts(personId);
    this.notes = new Notes();
    this.list = new ChatList(this);
    this.clock = el("span", { class: "now" });
    this.screen = el("div", { class: "screen" }, el("div", { class: "status", "aria-hidden": "true" }, this.clock, el("span", { class: "island" }), el("span", { class: "power" })), this.list.element, this.notes.element);
    this.menu = new Menu(this.screen);
    this.caption = el("div", { class: "caption" });
    this.element = el("section", { class: "phone", "data-person": personId, "aria-label": `Phone of ${this.person.first_name}` }, this.caption, el("div", { class: "frame" }, this.screen));
    for (const chat of this.world.chatsOf(personId)) this.markRead(chat);
    this.seen = false;
    this.sight = new IntersectionObserver((entries) => this.sighted(entries.at(-1).isIntersecting), { rootMargin: "0px 300px" });
    this.sight.observe(this.element);
    for (const kind of ["pointerdown", "focusin"]) this.element.addEventListener(kind, () => this.stage.activate(this.personId));
    this.element.addEventListener("keydown", (event) => this.key(event));
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
    const [chatId, topic] = (session.get(this.tag) ?? "").split("/");
    if (chatId === "0") return;
    const chat = chats.find((each) => each.id === Number(chatId));
    if (chat) this.open(chat.id, topic ? Number(topic) : null, "kept");
    else if (chats.length === 1) this.open(chats[0].id, null, "kept");
  }

  /** Opens a chat, one topic of it, or the list of chats for null. */
  open(chatId, topic = null, how = "chosen") {
    session.set(this.tag, chatId === null ? "0" : place(chatId, topic));
    if (this.chat?.chatId === chatId && (this.chat.topic ?? null) === topic) return this.chat;
    const held = this.screen.contains(document.activeElement);
    const left = this.chat;
    const before = { chatId: left?.chatId ?? null, topic: left?.topic ?? null };
    left?.element.remove();
    left?.close();
    this.menu.close(false);
    this.chat = this.viewOf(chatId, topic);
    this.list.element.hidden = Boolean(this.chat);
    this.screen.dataset.turn = chatId === null || (left?.chatId === chatId && topic === null) ? "back" : "on";
    if (this.chat) {
      this.list.element.after(this.chat.element);
      this.markOpen();
      this.chat.sync();
    } else {
      this.list.draw();
    }
    if (how === "chosen") this.stage.went(this, before, chatId, topic);
    if (held) this.focus(left?.chatId);
    return this.chat;
  }

  viewOf(chatId, topic) {
    if (chatId === null) return null;
    const forum = this.world.chats.get(chatId)?.forum;
    return forum && topic === null ? new TopicList(this, chatId) : new ChatView(this, chatId, forum ? topic : null);
  }

  /** Takes the focus to where the eye is now. */
  focus(left) {
    if (!this.chat) this.list.focus(left);
    else if (this.chat instanceof TopicList) this.chat.focus();
    else if (!this.chat.feed.focus()) (this.chat.composer.writable ? this.chat.composer.field : this.chat.composer.start).focus();
  }

  /** One step towards the list of chats. */
  back() {
    if (!this.chat || this.stage.wentBack(this)) return;
    this.open((this.chat.topic ?? null) === null ? null : this.chat.chatId);
  }

  key(event) {
    if (event.key !== "Escape" || event.defaultPrevented || !this.chat) return;
    event.preventDefault();
    this.back();
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
      this.markOpen();
      return;
    }
    if (changes.clock || changes.people) this.drawCaption();
    if (this.chat && (changes.people || changes.chats.size)) {
      this.markOpen();
      if (changes.people || changes.chats.has(this.chat.chatId)) this.chat.sync();
      else this.chat.drawHeading?.();
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

  markOpen() {
    if (this.chat instanceof ChatView) this.markRead(this.chat.chat, this.chat.topic);
  }

  /** All of the chat, or of one topic, was seen. */
  markRead(chat, topic = null) {
    const topics = chat.forum && topic === null ? topicsOf(chat).map(({ id }) => id) : [topic];
    for (const each of topics) this.read.set(place(chat.id, each), chat.messages.at(-1)?.id ?? 0);
  }

  unread(chat, topic = null) {
    if (chat.forum && topic === null) return topicsOf(chat).reduce((sum, each) => sum + this.unread(chat, each.id), 0);
    const seen = this.read.get(place(chat.id, topic)) ?? 0;
    let n = 0;
    for (let at = chat.messages.length - 1; at >= 0 && chat.messages[at].id > seen; at -= 1) {
      const message = chat.messages[at];
      if (message.sender_id !== this.personId && (topic === null || inTopic(message, topic))) n += 1;
    }
    return n;
  }

  unreadElsewhere(chatId) {
    return this.world.chatsOf(this.personId).reduce((sum, chat) => sum + (chat.id === chatId ? 0 : this.unread(chat)), 0);
  }

  /** Tells a screen reader what came into the open chat, where this is the phone in use. */
  announce(text) {
    if (this.stage.active === this.personId) this.stage.announce(text);
  }

  isUnderWay(message, button) {
    return this.taps.has(`${message.chat_id}/${message.id}/${button.data}`);
  }

  /** Notes that the tap waits for its answer; the returned function ends that. */
  underWay(message, button) {
    const tap = `${message.chat_id}/${message.id}/${button.data}`;
    this.taps.add(tap);
    return () => this.taps.delete(tap);
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
