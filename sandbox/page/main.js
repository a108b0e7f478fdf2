// Joins the parts: which phones are on the stage, and what each event does to them.

import { el, refill } from "./dom.js";
import { avatar } from "./bubble.js";
import { CallLog } from "./calls.js";
import { addMembers, addTopic } from "./dialogs.js";
import * as door from "./door.js";
import { listenForKeys } from "./keys.js";
import { openable, startPayload } from "./links.js";
import { Phone } from "./phone.js";
import { TopBar } from "./topbar.js";
import { Tours } from "./tours.js";
import { Trail } from "./trail.js";
import { World } from "./world.js";

const FIRST = 3; // As many phones stand on the stage where nobody chose.

class Stage {
  constructor() {
    this.world = new World();
    this.phones = new Map();
    this.active = null;
    const asked = new URLSearchParams(location.search).get("people");
    this.chosen = asked === null ? null : asked.split(",").map(Number).filter(Boolean);
    this.root = document.getElementById("phones");
    this.offline = document.getElementById("offline");
    this.news = document.getElementById("news");
    this.trail = new Trail(this);
    this.calls = new CallLog(document.getElementById("calls"), this.world);
    this.tours = new Tours(this, document.getElementById("coach"));
    this.topbar = new TopBar(document.getElementById("topbar"), this);
    this.world.listeners.add((changes) => this.sync(changes));
    this.waiting = [];
    this.loads = 0;
    door.follow({ fresh: () => this.load(), event: (event) => this.hear(event), lost: () => { this.offline.hidden = false; } });
    setInterval(() => this.sync({ chats: new Set(), people: false, clock: true }), 1000);
  }

  /** Takes the state anew; events that come meanwhile are applied on top of it. */
  async load() {
    const load = (this.loads += 1);
    this.waiting = [];
    try {
      const state = await door.state();
      if (load !== this.loads) return;
      this.world.replace(state);
      this.offline.hidden = true;
      const events = this.waiting;
      this.waiting = null;
      for (const event of events) this.world.apply(event);
      this.calls.begin(state.calls);
      this.topbar.refresh();
      this.tours.load(state.run);
    } catch {
      this.offline.hidden = false;
      if (load === this.loads) setTimeout(() => this.load(), 1500);
    }
  }

  hear(event) {
    this.tours.hear(event);
    if (event.type === "toast") this.phones.get(event.person_id)?.notes.heard(event);
    else if (event.type === "call") this.calls.add(event);
    else if (event.type === "action") this.typing(event.chat_id);
    else if (event.type === "tap") return;
    else if (this.waiting) this.waiting.push(event);
    else this.world.apply(event);
  }

  sync(changes) {
    if (changes.people) this.place();
    for (const phone of this.phones.values()) phone.sync(changes);
    this.topbar.sync(changes);
    this.tours.sync();
  }

  typing(chatId) {
    for (const phone of this.phones.values()) if (phone.chat?.chatId === chatId) phone.chat.typing?.();
  }

  /** Has a screen reader say this once. */
  announce(text) {
    this.news.replaceChildren(el("p", {}, text));
  }

  /** A chat was opened on a phone; on a narrow screen the browser's Back leads out of it. */
  went(phone, left, chatId, topic) {
    this.trail.add(phone, left, chatId, topic);
  }

  wentBack(phone) {
    return this.trail.back(phone);
  }

  wanted() {
    const known = this.world.people;
    if (this.chosen) return this.chosen.filter((id) => known.has(id));
    return [...known.keys()].slice(0, FIRST);
  }

  /** Puts exactly the wanted phones on the stage, those that stand already untouched. */
  place() {
    const wanted = this.wanted();
    for (const [id, phone] of this.phones) {
      if (wanted.includes(id)) continue;
      phone.close();
      this.phones.delete(id);
    }
    for (const id of wanted) {
      if (this.phones.has(id)) continue;
      const phone = new Phone(this, id);
      this.phones.set(id, phone);
      this.root.append(phone.element);
    }
    this.root.querySelector(".nobody")?.remove();
    if (!wanted.length) this.root.append(el("p", { class: "nobody" }, "No phones here yet. Add a person to begin."));
    if (!this.phones.has(this.active)) this.activate(wanted[0] ?? null);
    this.drawSwitcher();
  }

  /** The switcher stands for the phones where only one fits. */
  drawSwitcher() {
    const faces = [...this.phones].map(([id, phone]) =>
      el("button", { type: "button", "aria-pressed": String(id === this.active), "aria-label": `Show the phone of ${phone.person.first_name}`, on: { click: () => this.activate(id) } },
        avatar(id, phone.person.first_name, "small"), el("span", { dir: "auto" }, phone.person.first_name)));
    const signature = faces.map((face) => face.outerHTML).join();
    if (signature === this.faces) return;
    this.faces = signature;
    refill(this.topbar.switcher, faces);
  }

  activate(id) {
    if (this.active === id && this.phones.get(id)?.element.classList.contains("active")) return;
    this.active = id;
    for (const [each, phone] of this.phones) phone.element.classList.toggle("active", each === id);
    this.drawSwitcher();
  }

  show(id) {
    this.choose([...this.wanted().filter((each) => each !== id), id]);
    this.activate(id);
    this.phones.get(id)?.element.scrollIntoView({ inline: "end", block: "nearest" });
  }

  hide(id) {
    this.choose(this.wanted().filter((each) => each !== id));
  }

  choose(ids) {
    this.chosen = ids;
    const query = new URLSearchParams(location.search);
    query.set("people", ids.join(","));
    history.replaceState(null, "", `?${query.toString().replaceAll("%2C", ",")}`);
    this.place();
  }

  /** Opens what a callback answer points at: the private chat, or a page in a new tab. */
  openUrl(phone, url) {
    const payload = startPayload(url, this.world.bot.username);
    if (payload !== null) return phone.openStart(payload);
    const address = openable(url);
    if (address) window.open(address, "_blank", "noopener");
    return null;
  }

  chooseMembers(chat) {
    return addMembers(this.world, chat);
  }

  nameTopic(chat, personId) {
    return addTopic(chat, personId);
  }
}

listenForKeys();
new Stage();
