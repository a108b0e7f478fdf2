// Dates, sizes and names as people read them.

const TIME = new Intl.DateTimeFormat("en", { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
const EXACT = new Intl.DateTimeFormat("en", { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" });
const DAY = new Intl.DateTimeFormat("en", { day: "numeric", month: "long" });
const SHORT_DAY = new Intl.DateTimeFormat("en", { day: "numeric", month: "short" });
const CLOCK = new Intl.DateTimeFormat("en-GB", {
  weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", second: "2-digit",
});
const CLOCK_WORDS = new Intl.DateTimeFormat("en-GB", { weekday: "long", day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" });
const UTC = new Intl.DateTimeFormat("en-GB", { weekday: "short", day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit", timeZone: "UTC" });

/** Reads seconds since 1970 or an ISO date. */
export const moment = (value) => new Date(typeof value === "number" ? value * 1000 : value);
export const exactTime = (value) => EXACT.format(moment(value));
export const time = (value) => TIME.format(moment(value));
export const day = (value) => DAY.format(moment(value));
export const clockText = (date) => CLOCK.format(date);
export const clockWords = (date) => CLOCK_WORDS.format(date);
export const utcText = (date) => `${UTC.format(date)} UTC`;
/** The time in UTC as a field for date and time takes it. */
export const fieldTime = (date) => date.toISOString().slice(0, 16);
export const fullTime = (value) => moment(value).toLocaleString("en-GB");

/** The time today, the date otherwise. */
export function listTime(value, now) {
  const date = moment(value);
  return date.toDateString() === now.toDateString() ? TIME.format(date) : SHORT_DAY.format(date);
}

/** 90061 seconds become "1 day 1 h". */
export function span(seconds) {
  const minutes = Math.round(seconds / 60);
  const days = Math.floor(minutes / 1440);
  const parts = [days ? count(days, "day") : "", minutes % 1440 >= 60 ? `${Math.floor((minutes % 1440) / 60)} h` : "", minutes % 60 ? `${minutes % 60} min` : ""];
  return parts.filter(Boolean).join(" ") || "less than a minute";
}

/** Milliseconds below a second, seconds above. */
export const lapse = (seconds) => (seconds < 1 ? `${Math.max(1, Math.round(seconds * 1000))} ms` : `${seconds.toFixed(1)} s`);

/** 1536 becomes "1.5 KB". */
export function size(bytes) {
  const units = ["B", "KB", "MB", "GB"];
  let step = 0;
  let left = bytes ?? 0;
  while (left >= 1024 && step < units.length - 1) {
    left /= 1024;
    step += 1;
  }
  return `${step && left < 10 ? left.toFixed(1) : Math.round(left)} ${units[step]}`;
}

/** One or two letters that stand for a name. */
export function initials(name) {
  const parts = String(name || "?").trim().split(/\s+/u).filter((part) => /^[\p{L}\p{N}]/u.test(part));
  const picked = parts.length > 1 ? [parts[0], parts.at(-1)] : parts.slice(0, 1);
  return picked.map((part) => [...part][0].toUpperCase()).join("") || "?";
}

/** One of eight colours that stays with an id. */
export const colour = (id) => Math.abs(Math.trunc(Number(id) || 0)) % 8;

/** How many are in a chat. */
export const people = (chat) => chat.member_count ?? (chat.member_ids ?? []).length;

/** A count with its noun. */
export const count = (n, noun) => `${n} ${noun}${n === 1 ? "" : "s"}`;

/** What a screen reader says of a message before one goes into it. */
export function spoken(message, who) {
  const said = (message.text ?? message.caption ?? "").replace(/\s+/gu, " ");
  const file = message.document ? `file ${message.document.file_name ?? ""}, ${size(message.document.size)}` : "";
  const buttons = (message.rows ?? []).flat().length;
  const what = [said.length > 400 ? `${said.slice(0, 400)}…` : said, file, said || file ? "" : preview(message)].filter(Boolean).join(", ");
  return `${who}, ${time(message.date)}: ${what}${buttons ? `. ${count(buttons, "button")}` : ""}`;
}

/** One line that stands for a message in lists and quotes. */
export function preview(message) {
  if (!message) return "";
  const words = message.service ?? message.text ?? message.caption ?? "";
  const line = words.slice(0, 120).replace(/\s+/gu, " ");
  if (message.document) return line ? `📎 ${line}` : `📎 ${message.document.file_name ?? "File"}`;
  if (message.photo) return line ? `🖼 ${line}` : "🖼 Photo";
  return line || kindWords(message.kind);
}

const KINDS = {
  sticker: "😀 Sticker", voice: "🎤 Voice message", location: "📍 Location", video: "🎬 Video",
  audio: "🎵 Audio", contact: "👤 Contact", animation: "🎞 GIF", video_note: "⏺ Video message",
  poll: "📊 Poll", dice: "🎲 Dice", photo: "🖼 Photo",
};

/** Names a kind of message that this page does not draw. */
export const kindWords = (kind) => (kind ? KINDS[kind] ?? `Message of kind “${kind}”` : "");
