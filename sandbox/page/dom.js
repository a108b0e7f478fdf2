// Elements are made node by node: text from chats never passes through a parser.

/** Makes an element; `on` holds listeners, children are nodes or text. */
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === "on") {
      for (const [type, listener] of Object.entries(value)) node.addEventListener(type, listener);
    } else {
      node.setAttribute(name, value === true ? "" : String(value));
    }
  }
  append(node, children);
  return node;
}

/** Appends nodes and text, leaving out what is absent. */
export function append(node, children) {
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
}

/** Replaces all children. */
export function fill(node, ...children) {
  node.replaceChildren();
  append(node, children);
}

/** Replaces all children; the button that had the focus gives it to its successor. */
export function refill(node, ...children) {
  const held = [...node.querySelectorAll("button")].indexOf(document.activeElement);
  const name = held < 0 ? null : document.activeElement.dataset.chat;
  fill(node, ...children);
  if (held < 0) return;
  const buttons = [...node.querySelectorAll("button")];
  (buttons.find((button) => name && button.dataset.chat === name) ?? buttons[held])?.focus({ preventScroll: true });
}

const PATHS = {
  back: "M14.5 5.5 8 12l6.5 6.5",
  down: "M6 9.5l6 6 6-6",
  close: "M6.5 6.5l11 11m0-11l-11 11",
  more: "M12 5.5v.01M12 12v.01M12 18.5v.01",
  menu: "M5 7.5h14M5 12h14M5 16.5h14",
  slash: "M14.5 6l-5 12",
  send: "M12 19V5.5M6 11l6-6 6 6",
  attach: "M18.5 11.5l-6.7 6.7a4.2 4.2 0 0 1-6-6l7-7a2.8 2.8 0 0 1 4 4l-6.9 6.9a1.4 1.4 0 0 1-2-2l6.2-6.2",
  file: "M7 4h6.5L18 8.5V20H7zM13 4v5h5",
  silent: "M4.5 4.5l15 15M9 6.3A4.5 4.5 0 0 1 16.5 10c0 2 .4 3.4 1 4.5M7.5 9.5c0 4-1 5.5-2 7H16M10.5 19.5h3",
  guarded: "M7.5 11V8.5a4.5 4.5 0 0 1 9 0V11M6 11h12v8.5H6z",
  outside: "M9 6.5h8.5V15M17 7L7 17",
  copy: "M9 9h10v10H9zM15 9V5H5v10h4",
  ticks: "M2.5 12.5l4 4 8-9M11 15.5l1 1 8.5-9",
  add: "M12 5.5v13M5.5 12h13",
  pencil: "M5 19l1-4L16.5 4.5l3 3L9 18z",
  clock: "M12 4a8 8 0 1 0 .01 0M12 7.5V12l3 2",
  forward: "M5 7l6 5-6 5zM13 7l6 5-6 5z",
  list: "M8.5 7h11M8.5 12h11M8.5 17h11M4.5 7v.01M4.5 12v.01M4.5 17v.01",
  phone: "M8 3.5h8a1.5 1.5 0 0 1 1.5 1.5v14a1.5 1.5 0 0 1-1.5 1.5H8A1.5 1.5 0 0 1 6.5 19V5A1.5 1.5 0 0 1 8 3.5zM11 17.5h2",
  group: "M9 11.5a3 3 0 1 0-.01 0M3.5 19c.3-3 2.5-4.5 5.5-4.5s5.2 1.5 5.5 4.5M15.5 6a3 3 0 0 1 0 5.5M17 14.7c2 .6 3.2 2 3.5 4.3",
  channel: "M4.5 10v4h3l8 4.5v-13L7.5 10zM18.5 9.5a3.5 3.5 0 0 1 0 5",
  topic: "M5 5.5h14v10h-7l-4 3.5v-3.5H5z",
  keys: "M3.5 7h17v10h-17zM7 10.5v.01M10.3 10.5v.01M13.7 10.5v.01M17 10.5v.01M8 14h8",
  system: "M4 5.5h16v10H4zM9 19h6M12 15.5V19",
  sun: "M12 8a4 4 0 1 0 .01 0M12 3v1.5M12 19.5V21M3 12h1.5M19.5 12H21M5.6 5.6l1.1 1.1M17.3 17.3l1.1 1.1M18.4 5.6l-1.1 1.1M6.7 17.3l-1.1 1.1",
  moon: "M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10z",
  pin: "M9 4.5h6l-.8 6 3 3.5H6.8l3-3.5zM12 14v5.5",
  flag: "M6 20.5V4.5h11.5l-2.5 4 2.5 4H6",
  pause: "M9 6v12M15 6v12",
  play: "M8 5.5v13l10-6.5z",
  search: "M10.5 5a5.5 5.5 0 1 0 .01 0M14.7 14.7L19.5 19.5",
  check: "M5 12.5l4.5 4.5L19 7.5",
  clear: "M5.5 7.5h13M9.5 7.5V5h5v2.5M7 7.5l1 12h8l1-12",
  reply: "M10 6.5L4.5 12l5.5 5.5M5 12h8c3.5 0 6 2 6.5 6",
};

/** A stroked icon that readers of the screen skip. */
export function icon(name) {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  svg.classList.add("icon", `icon-${name}`);
  const path = document.createElementNS(space, "path");
  path.setAttribute("d", PATHS[name]);
  svg.append(path);
  return svg;
}

/** Joins many requests for work into one run before the next frame. */
export function oncePerFrame(work) {
  let due = false;
  return () => {
    if (due) return;
    due = true;
    requestAnimationFrame(() => {
      due = false;
      work();
    });
  };
}

const STEPS = { ArrowDown: 1, ArrowUp: -1 };

/** Lets the arrow keys, Home and End walk through the buttons of a list. */
export function arrowKeys(event, box, selector = "button") {
  const items = [...box.querySelectorAll(selector)];
  const step = STEPS[event.key] ?? 0;
  if (!items.length || (!step && event.key !== "Home" && event.key !== "End")) return;
  event.preventDefault();
  const at = items.indexOf(document.activeElement);
  let next = event.key === "End" ? items.length - 1 : 0;
  if (step) next = at < 0 ? (step > 0 ? 0 : items.length - 1) : (at + step + items.length) % items.length;
  items[next].focus();
}

/** Of a list only one item is reached by Tab: the one that had the focus last, or the first. */
export function oneTabStop(box, selector = "button") {
  const settle = (current) => {
    const items = [...box.querySelectorAll(selector)];
    const chosen = items.includes(current) ? current : items.find((item) => item.tabIndex === 0) ?? items[0];
    for (const item of items) item.tabIndex = item === chosen ? 0 : -1;
  };
  box.addEventListener("focusin", (event) => settle(event.target.closest(selector)));
  return () => settle(document.activeElement);
}
