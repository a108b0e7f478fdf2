// Guided tours: which there are, which one runs, and how far it is.

import { el, fill, icon } from "./dom.js";
import { Coach } from "./coach.js";
import * as door from "./door.js";
import { pop } from "./pop.js";
import { session, store } from "./store.js";

const LOOK = 300; // Milliseconds between two looks at where the eye should go.

export class Tours {
  constructor(stage, root) {
    this.stage = stage;
    this.all = [];
    this.tour = null;
    this.coach = new Coach(root, this);
    this.choices = el("div", { class: "options" });
    const [button] = pop("tours", "Take the tour", [icon("flag"), el("span", { class: "long" }, "Take the tour")], this.choices, () => this.drawChoices());
    this.button = button;
    this.button.hidden = true;
    setInterval(() => this.sync(), LOOK);
    for (const kind of ["click", "keyup"]) document.addEventListener(kind, () => requestAnimationFrame(() => this.sync()));
  }

  /** Asks which tours there are; begins the one that the address names. */
  async load(run) {
    if (this.run === run) return;
    this.run = run;
    try {
      this.all = await door.tours();
    } catch {
      this.all = [];
    }
    this.button.hidden = !this.all.length;
    const asked = askedFor() ?? session.get(this.active);
    const tour = this.all.find(({ name }) => name === asked);
    if (tour) this.begin(tour);
  }

  /** Where it is noted which tour runs, so that a reload goes on with it. */
  get active() {
    return `sandbox-tour-${this.run}`;
  }

  key(tour) {
    return `sandbox-tour-${this.run}-${tour.name}`;
  }

  /** The step at which the tour stands. */
  reached(tour) {
    return Math.min(Number(store.get(this.key(tour)) ?? 0) || 0, tour.steps.length);
  }

  drawChoices() {
    fill(this.choices, this.all.map((tour) => {
      const at = this.reached(tour);
      const how = at >= tour.steps.length ? "done" : at ? `step ${at + 1} of ${tour.steps.length}` : `${tour.steps.length} steps`;
      return el("button", { type: "button", "data-closes": true, on: { click: () => this.begin(tour) } }, icon(at >= tour.steps.length ? "check" : "flag"), tour.title, el("small", {}, how));
    }));
  }

  begin(tour) {
    const { stage } = this;
    this.tour = tour;
    if (this.reached(tour) >= tour.steps.length) store.set(this.key(tour), 0);
    this.at = this.reached(tour);
    session.set(this.active, tour.name);
    if (!stage.phones.has(tour.person_id)) stage.show(tour.person_id);
    stage.activate(tour.person_id);
    stage.phones.get(tour.person_id)?.element.scrollIntoView({ inline: "center", block: "nearest" });
    this.coach.draw();
    this.sync();
  }

  get step() {
    return this.tour?.steps[this.at] ?? null;
  }

  get phone() {
    return this.stage.phones.get(this.tour?.person_id) ?? null;
  }

  next() {
    this.at += 1;
    store.set(this.key(this.tour), this.at);
    if (!this.step) session.set(this.active, null);
    this.coach.draw();
    this.sync();
  }

  end() {
    this.tour = null;
    session.set(this.active, null);
    this.coach.draw();
    this.button.focus();
  }

  /** Something happened; perhaps it is what the step waits for. */
  hear(event) {
    if (this.step?.done.some((sign) => happened(sign, event, this.tour.person_id))) this.next();
  }

  sync() {
    if (!this.tour) return;
    if (this.step?.done.some((sign) => stands(sign, this))) this.next();
    else this.coach.point();
  }
}

/** The tour that the address names; it is named only once. */
function askedFor() {
  const query = new URLSearchParams(location.search);
  const name = query.get("tour");
  if (name === null) return null;
  query.delete("tour");
  history.replaceState(history.state, "", `?${query.toString().replaceAll("%2C", ",")}`);
  return name;
}

const verbs = (value) => [value].flat();
const verbOf = (data) => String(data ?? "").split(":")[0];
const buttons = (message) => (message.rows ?? []).flat().map((button) => verbOf(button.data));

/** Whether the event is what the sign tells of. */
function happened(sign, event, me) {
  if (sign.tap) return event.type === "tap" && event.person_id === me && verbs(sign.tap).includes(verbOf(event.data));
  if (sign.clock) return event.type === "clock";
  if (event.type !== "message") return false;
  const { message } = event;
  if (sign.said) return message.sender_id === me && (message.text ?? "").startsWith(sign.said);
  if (sign.file === "sent") return message.sender_id === me && Boolean(message.document);
  if (sign.file === "got") return message.from_bot && event.chat_id === me && Boolean(message.document);
  return false;
}

/** Whether what the sign tells of is so now. */
function stands(sign, { phone, stage, tour }) {
  if (sign.calls) return stage.calls.shown;
  if (!phone) return false;
  if (sign.open) return placeOf(phone) === sign.open;
  const newest = stage.world.privateChat(tour.person_id).messages.slice(-6);
  if (sign.shown) return newest.some((message) => buttons(message).some((verb) => verbs(sign.shown).includes(verb)));
  return false;
}

/** Whether a phone shows the private chat, a group, or the list. */
export function placeOf(phone) {
  const { chat } = phone;
  if (!chat) return "list";
  return chat.chatId === phone.personId ? "private" : "group";
}
