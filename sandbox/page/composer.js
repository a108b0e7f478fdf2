// Where a person writes, attaches files and picks commands.

import { arrowKeys, el, fill, icon } from "./dom.js";
import * as door from "./door.js";
import * as words from "./words.js";

const KINDS = [["photo", "Photo"], ["sticker", "Sticker"], ["voice", "Voice message"], ["location", "Location"]];

export class Composer {
  constructor(view) {
    this.view = view;
    this.files = [];
    this.mode = null; // {kind: "reply" | "edit", message}
    this.build();
    this.field.value = view.phone.drafts.get(view.chatId, view.topic);
    this.sync();
    if (this.field.value) requestAnimationFrame(() => this.fit());
  }

  /** Whether anything can be written here now. */
  get writable() {
    return !this.bar.hidden;
  }

  build() {
    const { view } = this;
    const button = (name, label, run, extra = {}) =>
      el("button", { type: "button", class: "round", "aria-label": label, title: label, on: { click: run }, ...extra }, icon(name));
    this.start = el("button", { type: "button", class: "wide start", on: { click: () => view.pressStart() } });
    this.field = el("textarea", {
      rows: "1", dir: "auto", placeholder: "Message", "aria-label": `Message to ${view.title}`, enterkeyhint: "send",
      on: { keydown: (event) => this.key(event), input: () => this.typed() },
    });
    this.menuButton = button(view.private ? "menu" : "slash", "Commands", () => this.toggleCommands(), { class: "round menu", "aria-expanded": "false" });
    this.attach = button("attach", "Attach", () => this.togglePanel(this.attachItems(), this.attach), { "aria-expanded": "false" });
    this.sendButton = button("send", "Send", () => this.submit(), { class: "round send" });
    this.picker = el("input", { type: "file", multiple: true, hidden: true, "aria-label": "Choose files", on: { change: () => this.picked() } });
    this.panel = el("div", { class: "panel", role: "menu", "aria-label": "Choose", hidden: true, on: { keydown: (event) => this.panelKey(event) } });
    this.below = el("div", { class: "keyboard below", role: "group", "aria-label": "Buttons below the field", hidden: true });
    this.above = el("div", { class: "above", hidden: true });
    this.bar = el("div", { class: "bar" }, this.menuButton, this.field, this.attach, this.picker, this.sendButton);
    this.element = el("div", { class: "composer", role: "group", "aria-label": "Write" }, this.panel, this.above, this.bar, this.below, this.start);
  }

  /** Shows START, UNBLOCK or the field, whichever this chat is in need of. */
  sync() {
    const { view } = this;
    const blocked = view.private && view.person.blocked;
    const first = view.private && (!view.chat.messages.length || view.waitingPayload !== null);
    const mute = this.mute();
    const wide = blocked ? "Unblock" : first ? "START" : mute;
    this.start.textContent = wide;
    this.start.disabled = Boolean(mute) && !blocked && !first;
    this.start.hidden = !wide;
    this.bar.hidden = Boolean(wide);
    this.drawBelow();
  }

  /** The keyboard that the bot laid below the field. */
  drawBelow() {
    const rows = this.bar.hidden ? [] : this.view.chat.keyboard ?? [];
    const laid = JSON.stringify(rows);
    this.below.hidden = !rows.length;
    if (this.laid === laid) return;
    this.laid = laid;
    const { view } = this;
    const press = (button, node) => {
      if (button.asks) this.togglePanel(this.peopleItems(button), node);
      else view.attempt(() => { view.wrote(); return door.send(view.person.id, view.chat.id, button.text, {}); });
    };
    fill(this.below, rows.map((row) => el("div", { class: "keys" }, row.map((button) =>
      el("button", { type: "button", class: "key", ...(button.asks ? { "aria-expanded": "false" } : {}), on: { click: (event) => press(button, event.currentTarget) } },
        el("span", { dir: "auto" }, button.text))))));
  }

  peopleItems(button) {
    const { view } = this;
    const choose = (id) => { this.closePanel(); view.attempt(() => { view.wrote(); return door.share(view.person.id, button.text, [id]); }); };
    return [...view.world.people.values()].map((person) =>
      el("button", { type: "button", role: "menuitem", on: { click: () => choose(person.id) } }, el("span", { dir: "auto" }, person.first_name)));
  }

  /** Why this person cannot write here, or nothing. */
  mute() {
    const { chat, person, topic } = this.view;
    const admin = (chat.admin_ids ?? []).includes(person.id);
    if (chat.type === "channel") return admin ? "" : "Only the channel's admins post here";
    if (chat.broadcast && !admin) return "Only admins write here";
    const closed = topic !== null && chat.topics?.find((each) => each.id === topic)?.closed;
    return closed && !admin ? "This topic is closed" : "";
  }

  key(event) {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.submit();
    } else if (event.key === "Escape" && (this.opener || this.mode)) {
      event.stopPropagation();
      this.closePanel();
      if (this.mode?.kind === "edit") this.field.value = "";
      this.setMode(null);
    } else if (event.key === "ArrowUp" && !this.panel.hidden) {
      arrowKeys(event, this.panel);
    }
  }

  fit() {
    this.field.style.height = "auto";
    this.field.style.height = `${Math.min(this.field.scrollHeight, 132)}px`;
  }

  typed() {
    this.fit();
    const { phone, chatId, topic } = this.view;
    if (this.mode?.kind !== "edit") phone.drafts.set(chatId, topic, this.field.value);
    const text = this.field.value;
    if (/^\/\w*$/u.test(text)) this.showCommands(text);
    else if (this.suggesting) this.closePanel();
  }

  setMode(mode) {
    this.mode = mode;
    if (mode?.kind === "edit") this.field.value = mode.message.text;
    this.drawAbove();
    if (mode) this.field.focus();
    this.typed();
  }

  addFiles(files) {
    this.files.push(...files);
    this.drawAbove();
    this.field.focus();
  }

  picked() {
    this.addFiles(this.picker.files);
    this.picker.value = "";
  }

  drawAbove() {
    const drop = (label, run) => el("button", { type: "button", class: "drop", "aria-label": label, on: { click: run } }, icon("close"));
    const lines = this.files.map((file, index) =>
      el("div", { class: "waiting" }, icon("file"), el("b", { dir: "auto" }, file.name), el("small", {}, words.size(file.size)),
        drop(`Leave out ${file.name}`, () => { this.files.splice(index, 1); this.drawAbove(); })));
    if (this.mode) {
      const { kind, message } = this.mode;
      lines.unshift(el("div", { class: "waiting" }, icon(kind === "edit" ? "pencil" : "reply"),
        el("span", { dir: "auto" }, words.preview(message)), drop("Cancel", () => { this.field.value = ""; this.setMode(null); })));
    }
    fill(this.above, lines);
    this.above.hidden = !lines.length;
    this.field.placeholder = this.files.length ? "Caption" : "Message";
  }

  async submit() {
    const text = this.field.value.trim();
    const { mode, files, view } = this;
    if (!text && !files.length) return;
    this.field.value = "";
    this.files = [];
    this.closePanel();
    this.setMode(null);
    this.field.focus();
    const done = await view.attempt(() => this.deliver(text, files, mode));
    if (!done && !this.field.value) {
      this.field.value = text;
      this.files = files;
      this.drawAbove();
    }
  }

  async deliver(text, files, mode) {
    const { view } = this;
    view.wrote();
    const [me, chat] = [view.person.id, view.chat.id];
    if (mode?.kind === "edit") return door.edit(me, chat, mode.message.id, text);
    if (!files.length) return door.send(me, chat, text, { reply: mode?.message.id, topic: view.threadId });
    for (const [index, file] of files.entries()) await door.upload(me, chat, file, index ? "" : text, view.threadId);
    return true;
  }

  attachItems() {
    const { view } = this;
    const item = (label, run) => el("button", { type: "button", role: "menuitem", on: { click: () => { this.closePanel(); run(); } } }, label);
    const send = (kind) => view.attempt(() => { view.wrote(); return door.sendKind(view.person.id, view.chat.id, kind, view.threadId); });
    return [item("File…", () => this.picker.click()), ...KINDS.map(([kind, label]) => item(label, () => send(kind)))];
  }

  async toggleCommands() {
    if (this.opener === this.menuButton) this.closePanel();
    else await this.showCommands("/", true);
  }

  async showCommands(typed, focus = false) {
    const { view } = this;
    const list = await view.attempt(() => door.commands(view.person.id, view.chat.id));
    const fitting = (list || []).filter(({ command }) => `/${command}`.startsWith(typed));
    if (!focus && (!fitting.length || !this.field.value.startsWith("/"))) {
      this.closePanel();
      return;
    }
    const items = fitting.map(({ command, description }) =>
      el("button", { type: "button", role: "menuitem", class: "command", on: { click: () => this.pick(command) } },
        el("b", {}, `/${command}`), el("span", { dir: "auto" }, description)));
    this.openPanel(items.length ? items : [el("p", {}, "No commands in this chat")], this.menuButton, focus);
    this.suggesting = !focus;
  }

  pick(command) {
    this.closePanel();
    this.field.value = "";
    this.typed();
    this.view.say(`/${command}`);
    this.field.focus();
  }

  togglePanel(items, opener) {
    if (this.opener === opener) this.closePanel();
    else this.openPanel(items, opener, true);
  }

  openPanel(items, opener, focus) {
    this.closePanel();
    this.opener = opener;
    opener.setAttribute("aria-expanded", "true");
    fill(this.panel, items);
    this.panel.hidden = false;
    if (focus) this.panel.querySelector("button")?.focus();
  }

  closePanel() {
    this.suggesting = false;
    this.opener?.setAttribute("aria-expanded", "false");
    this.opener = null;
    this.panel.hidden = true;
  }

  panelKey(event) {
    arrowKeys(event, this.panel);
    if (event.key !== "Escape") return;
    event.stopPropagation();
    this.closePanel();
    this.field.focus();
  }
}
