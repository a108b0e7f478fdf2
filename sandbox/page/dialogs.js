// Small forms in dialogs: a new person, a phone, a group, more members.

import { el } from "./dom.js";
import { avatar } from "./bubble.js";
import * as door from "./door.js";

const LANGUAGES = [
  ["en", "English"], ["ar", "العربية"], ["de", "Deutsch"], ["es", "Español"], ["fr", "Français"], ["hi", "हिन्दी"], ["id", "Indonesia"],
  ["ja", "日本語"], ["pt-br", "Português"], ["ru", "Русский"], ["sw", "Kiswahili"], ["tr", "Türkçe"], ["uk", "Українська"], ["zh-hans", "中文"],
];

const KINDS = [["supergroup", "Group"], ["forum", "Group with topics"], ["broadcast", "Group where only admins write"], ["channel", "Channel"], ["group", "Small group (not yet a supergroup)"]];

/** Opens a dialog; `run` gets the form's data, and the dialog closes when it is done. */
function ask(title, submit, run, ...content) {
  const wrong = el("p", { class: "wrong", role: "alert" });
  const form = el(
    "form",
    { method: "dialog" },
    el("h2", { id: "dialog-title" }, title),
    content,
    wrong,
    el("div", { class: "choices" },
      el("button", { type: "button", on: { click: () => dialog.close() } }, "Cancel"),
      el("button", { type: "submit", class: "main" }, submit)),
  );
  const dialog = el("dialog", { class: "dialog", "aria-labelledby": "dialog-title", on: { close: () => dialog.remove() } }, form);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    try {
      await run(new FormData(form));
      dialog.close();
    } catch (error) {
      wrong.textContent = error.message;
    }
  });
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

const field = (label, control) => el("label", { class: "field" }, el("span", {}, label), control);

function faces(people, type, checked = []) {
  return el("div", { class: "faces" }, people.map((person) =>
    el("label", { class: "face" },
      el("input", { type, name: "person", value: person.id, checked: checked.includes(person.id) }),
      avatar(person.id, person.first_name, "small"), el("span", { dir: "auto" }, person.first_name), el("small", {}, person.language_code))));
}

const ids = (data) => data.getAll("person").map(Number);

/** Asks for a name and a language, makes the person and shows the phone. */
export function addPerson(stage) {
  const options = LANGUAGES.map(([code, name]) => el("option", { value: code }, name));
  ask("Add a person", "Add", async (data) => {
    const person = await door.addPerson(data.get("name").trim(), data.get("language"));
    stage.world.putPerson(person);
    stage.show(person.id);
  },
  field("Name", el("input", { name: "name", required: true, maxlength: "64", autocomplete: "off", autofocus: true, dir: "auto" })),
  field("Language of the phone", el("select", { name: "language" }, options)));
}

/** Asks whose phone is wanted beside the others. */
export function pickPhone(stage) {
  const away = [...stage.world.people.values()].filter((person) => !stage.phones.has(person.id));
  ask("Add a phone", "Add", async (data) => {
    for (const id of ids(data)) stage.show(id);
  }, away.length ? faces(away, "checkbox") : el("p", {}, "Everybody's phone is here."));
}

/** Asks for a title and people; the first of them makes the group and brings the bot. */
export function addGroup(stage) {
  const people = [...stage.world.people.values()];
  ask("New group or channel", "Make it", async (data) => {
    const chosen = ids(data);
    if (!chosen.length) throw new Error("Choose somebody.");
    const creator = Number(data.get("creator"));
    await door.addGroup(data.get("title").trim(), creator, chosen.filter((id) => id !== creator), data.get("kind"));
  },
  field("Title", el("input", { name: "title", required: true, maxlength: "128", autocomplete: "off", autofocus: true, dir: "auto" })),
  field("Kind", el("select", { name: "kind" }, KINDS.map(([kind, name]) => el("option", { value: kind }, name)))),
  field("Made by", el("select", { name: "creator" }, people.map((person) => el("option", { value: person.id }, person.first_name)))),
  el("fieldset", {}, el("legend", {}, "Members"), faces(people, "checkbox", [...stage.phones.keys()])));
}

/** Asks what a new topic is called. */
export function addTopic(chat, personId) {
  ask(`New topic in ${chat.title}`, "Open it", (data) => door.openTopic(chat.id, personId, data.get("name").trim()),
    field("Name", el("input", { name: "name", required: true, maxlength: "128", autocomplete: "off", autofocus: true, dir: "auto" })));
}

/** Asks who else joins a group. */
export function addMembers(world, chat) {
  const outside = [...world.people.values()].filter((person) => !(chat.member_ids ?? []).includes(person.id));
  ask(`Add people to ${chat.title}`, "Add", async (data) => {
    for (const id of ids(data)) await door.membership(chat.id, id, "join");
  }, outside.length ? faces(outside, "checkbox") : el("p", {}, "Everybody is here."));
}
