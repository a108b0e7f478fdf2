// Light, dark, or as the system has it; what was chosen is remembered.

import { el, icon } from "./dom.js";
import { store } from "./store.js";

const CHOICES = [["system", "As the system", "system"], ["light", "Light", "sun"], ["dark", "Dark", "moon"]];

/** Makes the colours follow the choice. */
function apply(choice) {
  const root = document.documentElement;
  if (choice === "system") delete root.dataset.theme;
  else root.dataset.theme = choice;
  store.set("sandbox-theme", choice);
}

/** Three radio buttons that choose the colours of the page. */
export function themeSwitch() {
  const now = document.documentElement.dataset.theme ?? "system";
  return el(
    "fieldset",
    { class: "themes" },
    el("legend", {}, "Colours"),
    el("div", {}, CHOICES.map(([value, label, mark]) =>
      el("label", {},
        el("input", { type: "radio", name: "theme", value, checked: value === now, on: { change: () => apply(value) } }),
        el("span", {}, icon(mark), label)))),
  );
}
