// Every request of this page goes through here.

async function answerOf(response) {
  const text = await response.text();
  let body = text;
  try {
    body = text ? JSON.parse(text) : null;
  } catch {
    // A refusal may be plain words.
  }
  if (response.ok) return body;
  const words = body && (body.error ?? body.description ?? body.message);
  throw new Error(String(words ?? (text || response.statusText)).slice(0, 300));
}

const get = async (path) => answerOf(await fetch(path, { cache: "no-store" }));

const post = async (path, body) =>
  answerOf(
    await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    }),
  );

export const state = () => get("/door/state");
export const calls = () => get("/door/calls");
export const allCalls = () => get("/door/calls?full=1");
export const call = (number) => get(`/door/calls/${Number(number)}`);
export const tours = () => get("/door/tours");
export const commands = (personId, chatId) =>
  get(`/door/commands?${new URLSearchParams({ person_id: personId, chat_id: chatId })}`);
export const fileUrl = (fileId) => `/door/file/${encodeURIComponent(fileId)}`;

export const addPerson = (firstName, languageCode) =>
  post("/door/people", { first_name: firstName, language_code: languageCode });
export const addGroup = (title, creatorId, memberIds, kind) =>
  post("/door/groups", { title, creator_id: creatorId, member_ids: memberIds, kind, with_bot: true });
export const topic = (chatId, personId, number, action) =>
  post(`/door/chats/${chatId}/topics`, { by: personId, topic: number, action });
export const letWrite = (chatId, onlyAdmins) => post(`/door/chats/${chatId}/write`, { only_admins: onlyAdmins });
export const openTopic = (chatId, personId, name) =>
  post(`/door/chats/${chatId}/topics`, { by: personId, name, action: "open" });
export const membership = (chatId, personId, action) =>
  post(`/door/chats/${chatId}/members`, { person_id: personId, action });
export const botInChat = (chatId, personId, action) =>
  post(`/door/chats/${chatId}/bot`, { action, by: personId });
export const upgrade = (chatId) => post(`/door/chats/${chatId}/upgrade`, {});

export const start = (personId, payload) => post("/door/start", { person_id: personId, payload });
export const block = (personId, blocked) => post("/door/block", { person_id: personId, blocked });
export const send = (personId, chatId, text, { reply = null, topic = null } = {}) =>
  post("/door/send", { person_id: personId, chat_id: chatId, text, ...(reply ? { reply_to: reply } : {}), ...(topic ? { topic } : {}) });
export const sendKind = (personId, chatId, kind, topic) =>
  post("/door/kind", { person_id: personId, chat_id: chatId, kind, ...(topic ? { topic } : {}) });
export const share = (personId, button, peopleIds) =>
  post("/door/share", { person_id: personId, button, people_ids: peopleIds });
export const edit = (personId, chatId, messageId, text) =>
  post("/door/edit", { person_id: personId, chat_id: chatId, message_id: messageId, text });
export const tap = (personId, chatId, messageId, data) =>
  post("/door/tap", { person_id: personId, chat_id: chatId, message_id: messageId, data, wait: 10 });
export const moveClock = (body) => post("/door/clock", body);

/** Uploads one file as a message with an optional caption. */
export async function upload(personId, chatId, file, caption, topic) {
  const form = new FormData();
  form.set("person_id", String(personId));
  form.set("chat_id", String(chatId));
  if (caption) form.set("caption", caption);
  if (topic) form.set("topic", String(topic));
  form.set("file", file, file.name);
  return answerOf(await fetch("/door/upload", { method: "POST", body: form }));
}

/** Follows the events for ever; `fresh` runs at each (re)connection, `lost` at each break. */
export function follow({ fresh, event, lost }) {
  const source = new EventSource("/door/events");
  source.onopen = fresh;
  source.onmessage = (message) => event(JSON.parse(message.data));
  source.onerror = () => {
    lost();
    // The browser would wait three seconds, and for ever after some answers.
    source.close();
    setTimeout(() => follow({ fresh, event, lost }), 700);
  };
}
