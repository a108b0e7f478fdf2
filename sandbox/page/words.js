// Dates, sizes and names as people read them.

const TIME = new Intl.DateTimeFormat("en", { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
const DAY = new Intl.DateTimeFormat("en", { day: "numeric", month: "long" });
const SHORT_DAY = new Intl.DateTimeFormat("en", { day: "numeric", month: "short" });
const CLOCK = new Intl.DateTimeFormat("en-GB", {
  weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", second: "2-digit",
});

/** Reads seconds since 1970 or an ISO date. */
export const moment = (value) => new Date(typeof value === "number" ? value * 1000 : value);
export const time = (value) => TIME.format(moment(value));
export const day = (value) => DAY.format(moment(value));
export const clockText = (date) => CLOCK.format(date);
export const fullTime = (value) => moment(value).toLocaleString("en-GB");

/** The time today, the date otherwise. */
export function listTime(value, now) {
  const date = moment(value);
  return date.toDateString() === now.toDateString() ? TIME.format(date) : SHORT_DAY.format(date);
}

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
  const parts = String(name || "?").trim().split(/\s+/u).filter(Boolean);
  const picked = parts.length > 1 ? [parts[0], parts.at(-1)] : parts.slice(0, 1);
  return picked.map((part) => [...part][0].toUpperCase()).join("") || "?";
}

/** One of eight colours that stays with an id. */
export const colour = (id) => Math.abs(Math.trunc(Number(id) || 0)) % 8;

/** A count with its noun. */
export const count = (n, noun) => `${n} ${noun}${n === 1 ? "" : "s"}`;

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
