// Which addresses may be opened, and which of them mean "press START".

const T_ME = /^(?:https?:\/\/)?(?:www\.)?(?:t\.me|telegram\.(?:me|dog))\/([A-Za-z0-9_]+)\/?\?(.*)$/u;

/** The payload of a link that starts this bot, or null for any other link. */
export function startPayload(url, botUsername) {
  const found = T_ME.exec(url ?? "");
  let name = found?.[1];
  let query = new URLSearchParams(found?.[2] ?? "");
  if (/^tg:\/\/resolve\?/u.test(url ?? "")) {
    query = new URLSearchParams(url.slice(url.indexOf("?") + 1));
    name = query.get("domain");
  }
  if (!name || name.toLowerCase() !== String(botUsername).toLowerCase()) return null;
  return query.get("start");
}

/** An address that is safe to open in a new tab, or null. */
export function openable(url) {
  const text = String(url ?? "").trim();
  const whole = /^[a-z][a-z0-9+.-]*:/iu.test(text) ? text : `https://${text}`;
  try {
    const parsed = new URL(whole);
    return ["http:", "https:", "mailto:", "tel:"].includes(parsed.protocol) ? parsed.href : null;
  } catch {
    return null;
  }
}
