// What somebody began to write, for each chat and topic; it stays over a reload.

import { session } from "./store.js";

export class Drafts {
  constructor(personId) {
    this.personId = personId;
  }

  key(chatId, topic) {
    return `sandbox-draft-${this.personId}-${chatId}-${topic ?? ""}`;
  }

  get(chatId, topic) {
    return session.get(this.key(chatId, topic)) ?? "";
  }

  set(chatId, topic, text) {
    session.set(this.key(chatId, topic), text);
  }
}
