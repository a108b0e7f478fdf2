// What the server told us: people, chats, messages. Listeners hear of changes once per frame.

import { oncePerFrame } from "./dom.js";
import * as words from "./words.js";

const MOST = 4000; // As many messages of a chat are kept here.
const LAST = 200; // As many messages of a chat come with the state.

export class World {
  constructor() {
    this.people = new Map();
    this.chats = new Map();
    this.bot = { id: 0, username: "", first_name: "Bot" };
    this.offset = 0;
    this.listeners = new Set();
    this.changes = nothing();
    this.tell = oncePerFrame(() => {
      const changes = this.changes;
      this.changes = nothing();
      for (const listener of this.listeners) listener(changes);
    });
  }

  now() {
    return new Date(Date.now() + this.offset);
  }

  setClock(now) {
    this.offset = words.moment(now).getTime() - Date.now();
    this.changes.clock = true;
    this.tell();
  }

  /** Takes the whole state; messages that did not change stay the same objects. */
  replace(state) {
    this.bot = state.bot;
    this.setClock(state.now);
    this.people = new Map(state.people.map((person) => [person.id, person]));
    const old = this.chats;
    this.chats = new Map();
    for (const data of state.chats) {
      const kept = old.get(data.id);
      const chat = chatOf(data);
      if (kept) carryOver(kept, chat);
      this.chats.set(chat.id, chat);
      this.changes.chats.add(chat.id);
    }
    this.changes.people = true;
    this.tell();
  }

  /** Applies one event; toasts and calls are not part of the world. */
  apply(event) {
    if (event.type === "message" || event.type === "edit") this.put(event.chat_id, event.message);
    else if (event.type === "delete") this.remove(event.chat_id, event.message_id);
    else if (event.type === "clock") this.setClock(event.now);
    else if (event.type === "person") this.putPerson(event.person);
    else if (event.type === "chat") this.putChat(event.chat);
  }

  putPerson(person) {
    this.people.set(person.id, { ...this.people.get(person.id), ...person });
    this.changes.people = true;
    this.tell();
  }

  putChat(data) {
    const chat = this.chats.get(data.id);
    const { messages, ...rest } = data;
    if (chat) Object.assign(chat, rest);
    else this.chats.set(data.id, chatOf(data));
    this.changes.chats.add(data.id);
    this.changes.people = true;
    this.tell();
  }

  put(chatId, message) {
    const chat = this.chats.get(chatId) ?? this.strangerChat(chatId);
    const at = place(chat.messages, message.id);
    if (chat.messages[at]?.id === message.id) chat.messages[at] = message;
    else chat.messages.splice(at, 0, message);
    if (chat.messages.length > MOST) chat.messages.splice(0, MOST / 4);
    this.changes.chats.add(chatId);
    this.tell();
  }

  remove(chatId, messageId) {
    const messages = this.chats.get(chatId)?.messages ?? [];
    const at = place(messages, messageId);
    if (messages[at]?.id === messageId) messages.splice(at, 1);
    this.changes.chats.add(chatId);
    this.tell();
  }

  strangerChat(chatId) {
    const type = chatId > 0 ? "private" : "supergroup";
    const chat = chatOf({ id: chatId, type, title: null, member_ids: chatId > 0 ? [chatId] : [] });
    this.chats.set(chatId, chat);
    return chat;
  }

  /** What a chat or a private chat's person is called. */
  nameOf(chatId) {
    return this.people.get(chatId)?.first_name ?? this.chats.get(chatId)?.title ?? String(chatId);
  }

  /** The message, where it is known here. */
  message(chatId, messageId) {
    const messages = this.chats.get(chatId)?.messages ?? [];
    const found = messages[place(messages, messageId)];
    return found?.id === messageId ? found : null;
  }

  /** The chats of a person, the private chat among them even before it began. */
  chatsOf(personId) {
    const mine = [this.privateChat(personId)];
    for (const chat of this.chats.values()) {
      if (chat.type !== "private" && (chat.member_ids ?? []).includes(personId)) mine.push(chat);
    }
    return mine;
  }

  privateChat(personId) {
    return this.chats.get(personId) ?? this.strangerChat(personId);
  }
}

const nothing = () => ({ chats: new Set(), people: false, clock: false });

function chatOf(data) {
  const messages = [...(data.messages ?? [])].sort((one, two) => one.id - two.id);
  return { ...data, messages };
}

/** The index at which a message with this id stands or would stand. */
export function place(messages, id) {
  let low = 0;
  let high = messages.length;
  if (!high || messages[high - 1].id < id) return high;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (messages[middle].id < id) low = middle + 1;
    else high = middle;
  }
  return low;
}

function carryOver(old, chat) {
  const known = new Map(old.messages.map((message) => [message.id, message]));
  chat.messages = chat.messages.map((message) => {
    const before = known.get(message.id);
    return before && JSON.stringify(before) === JSON.stringify(message) ? before : message;
  });
  if (chat.messages.length >= LAST) {
    const first = chat.messages[0].id;
    chat.messages.unshift(...old.messages.filter((message) => message.id < first));
  }
}
