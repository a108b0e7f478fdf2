// Where one phone fills the page, the Back of the browser leads from a chat to the list of chats.

const NARROW = matchMedia("(max-width: 940px)");

export class Trail {
  constructor(stage) {
    this.stage = stage;
    addEventListener("popstate", (event) => this.popped(event.state));
  }

  /** Somebody went from one place on a phone to another. */
  add(phone, left, chatId, topic) {
    if (!NARROW.matches) return;
    const person = phone.personId;
    const depth = history.state?.depth ?? 0;
    history.replaceState({ person, chat: left.chatId, topic: left.topic, depth }, "");
    history.pushState({ person, chat: chatId, topic, depth: depth + 1 }, "");
  }

  /** Goes back in the browser where that leads back on this phone; tells whether it does. */
  back(phone) {
    const { depth = 0, person } = history.state ?? {};
    if (!NARROW.matches || !depth || person !== phone.personId) return false;
    history.back();
    return true;
  }

  popped(state) {
    const phone = this.stage.phones.get(state?.person ?? this.stage.active);
    if (!phone) return;
    this.stage.activate(phone.personId);
    const known = state && (state.chat === null || this.stage.world.chats.has(state.chat));
    phone.open(known ? state.chat : null, known ? state.topic : null, "history");
  }
}
