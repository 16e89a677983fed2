// The recovery page: what Refrain keeps in this browser, read without Refrain. Also fetched by the page itself when that has
// stopped, for its "Download my data".
//
// Plain, so that it works whatever else does not. It writes only what the user asks for, in one transaction each, and notes
// like any save what was there before; src/store/indexed_db.rs describes the stores.

const DATABASE = "refrain";
const PREFIX = "refrain.";
/** The shape of the database that this page may write to. A newer one is shown and downloaded, nothing else. */
const VERSION = 3;
/** Kinds of which there is only one. */
const SINGLE = ["questions", "narrative", "settings"];

/** What each kind is called in a backup. Of advice it is the requests that are kept. */
const plural = (kind) => {
  if (SINGLE.includes(kind)) return kind;
  if (kind === "advice") return "requests";
  return kind.endsWith("y") ? `${kind.slice(0, -1)}ies` : `${kind}s`;
};

const done = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** The database as it is; `null` where there is none. Never makes one, and never changes its shape. */
async function open() {
  const request = indexedDB.open(DATABASE);
  let isNew = false;
  request.onupgradeneeded = () => {
    isNew = true;
    request.transaction.abort();
  };
  try {
    const database = await done(request);
    database.onversionchange = () => database.close();
    return database;
  } catch (error) {
    if (isNew) return null;
    throw error;
  }
}

/** Every entry of a store, one by one, so that one which the browser itself cannot read keeps none of the others back. */
async function entries(store) {
  const keys = await done(store.getAllKeys());
  return Promise.all(
    keys.map((key) =>
      done(store.get(key)).then(
        (value) => ({ key, value }),
        (error) => ({ key, broken: String(error) }),
      ),
    ),
  );
}

/** All that is kept: stores by name, and what stands in local storage. */
async function read() {
  const kept = { version: 0, stores: {}, texts: texts() };
  const database = await open();
  if (!database) return kept;
  try {
    kept.version = database.version;
    const names = [...database.objectStoreNames];
    if (names.length > 0) {
      const transaction = database.transaction(names);
      // A failed read is that entry's matter, and must not end the others.
      transaction.addEventListener("error", (event) => event.preventDefault());
      await Promise.all(
        names.map(async (name) => {
          kept.stores[name] = await entries(transaction.objectStore(name));
        }),
      );
    }
    return kept;
  } finally {
    database.close();
  }
}

function texts() {
  try {
    const names = Object.keys(localStorage).filter((name) => name.startsWith(PREFIX));
    return Object.fromEntries(names.map((name) => [name, localStorage.getItem(name)]));
  } catch {
    // Storage is blocked, so nothing is in it.
    return {};
  }
}

/** What is wrong with an entry, as far as one can tell without Refrain, which names those that it could not read. */
function isDamaged(store, { key, value, broken }, named) {
  if (broken || !value || typeof value !== "object" || named.includes(`${store}/${key}`)) return true;
  if (store === "papers") return typeof value.kind !== "string";
  return ["who", "company", "answer"].some((field) => value[field] !== undefined && typeof value[field] !== "string");
}

function sort(kept) {
  const named = (kept.texts["refrain.unreadable"] ?? "").split("\n");
  const sound = [];
  const damaged = [];
  for (const store of ["interviews", "papers"]) {
    for (const entry of kept.stores[store] ?? []) {
      if (isDamaged(store, entry, named)) damaged.push({ store, ...entry });
      else sound.push({ kind: store === "interviews" ? "interview" : entry.value.kind, value: entry.value });
    }
  }
  return { sound, damaged };
}

/** The file: a backup that Refrain opens, and beside it all that a backup has no place for. */
function file(kept, onPage) {
  const { sound, damaged } = sort(kept);
  const backup = { format: "refrain-backup", version: 1, made: new Date().toISOString(), interviews: [] };
  for (const { kind, value } of sound) {
    const { kind: _, ...record } = value;
    if (SINGLE.includes(kind)) backup[kind] = record;
    else (backup[plural(kind)] ??= []).push(record);
  }
  const { interviews: _, papers: __, ...stores } = kept.stores;
  backup.beside = { database: kept.version, damaged, texts: kept.texts, onPage, stores };
  // What JSON has no words for is better told as text than left out.
  const plain = (_, value) => {
    if (typeof value === "bigint") return String(value);
    if (value instanceof Map) return Object.fromEntries(value);
    return value;
  };
  return JSON.stringify(backup, plain, 2);
}

/** What stands in the fields of a page that has stopped: it may not have been kept. */
function fields() {
  const all = [...document.querySelectorAll("textarea, input:not([type=radio], [type=checkbox], [type=file])")];
  return all.map((field) => ({ field: field.id || field.name, text: field.value })).filter(({ text }) => text !== "");
}

async function download() {
  const text = file(await read(), fields());
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  link.download = `refrain-everything-${new Date().toISOString().slice(0, 10)}.json`;
  link.click();
  // The download has its own hold on the file by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

// ---- going back ----

const name = (kind, id) => `${kind}/${id}`;
const storeOf = (kind) => (kind === "interview" ? "interviews" : "papers");

/** What each record was before the save with this number; `undefined` for one that was not there. */
function before(kept, number) {
  const was = new Map();
  const saves = (kept.stores.before ?? []).map(({ value }) => value).filter((save) => save?.number >= number);
  // From the latest back: of each record the oldest state is the one that holds.
  for (const save of saves.sort((one, other) => other.number - one.number)) {
    for (const [kind, id, record] of save.records) was.set(name(kind, id), [kind, id, record]);
  }
  return [...was.values()];
}

/** Writes records, notes what they replace as one more save, and tells open tabs. */
async function write(records) {
  const database = await open();
  try {
    if (database?.version !== VERSION) throw new Error("the notes here belong to another version of Refrain");
    const transaction = database.transaction(["interviews", "papers", "saves", "before"], "readwrite");
    const finished = new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onabort = () => reject(transaction.error ?? new Error("the browser stopped it"));
    });
    const interviews = await done(transaction.objectStore("interviews").count());
    const replaced = [];
    for (const [kind, id, record] of records) {
      const store = transaction.objectStore(storeOf(kind));
      replaced.push([kind, id, await done(store.get(id))]);
      if (record === undefined) store.delete(id);
      else store.put(record);
    }
    const now = new Date();
    const two = (number) => String(number).padStart(2, "0");
    const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
    const length = JSON.stringify(replaced).length;
    const number = await done(transaction.objectStore("saves").add({ at: now.getTime(), day, interviews, length }));
    transaction.objectStore("before").put({ number, records: replaced });
    await finished;
    if (typeof BroadcastChannel === "function") {
      const channel = new BroadcastChannel("refrain");
      channel.postMessage([number, records]);
      channel.close();
    }
  } finally {
    database?.close();
  }
}

// ---- the page ----

const theme = texts()["refrain.theme"];
if (["light", "dark"].includes(theme)) document.documentElement.dataset.theme = theme;

const find = (selector) => document.querySelector(selector);
const counted = (count, one, more) => `${count} ${count === 1 ? one : more}`;
const when = (at) => new Date(at).toLocaleString(undefined, { dateStyle: "long", timeStyle: "short" });

function tell(text, isTrouble = false) {
  const told = find("#told");
  told.textContent = text;
  told.toggleAttribute("data-trouble", isTrouble);
}

function element(tag, text, attributes = {}) {
  const made = document.createElement(tag);
  made.textContent = text;
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  return made;
}

/** A button of a list, named by what it stands beside. */
function act(text, about, then) {
  const button = element("button", text, { class: "act", type: "button", "aria-label": `${text}: ${about}` });
  button.addEventListener("click", async () => {
    button.disabled = true;
    try {
      await then();
    } catch (error) {
      tell(`That did not work: ${error.message || error.name}. Nothing was changed.`, true);
    }
    button.disabled = false;
  });
  return button;
}

function fill(id, items) {
  const section = find(`#${id}`);
  section.hidden = items.length === 0;
  section.querySelector("ul").replaceChildren(...items);
}

async function show() {
  const kept = await read();
  const { sound, damaged } = sort(kept);
  const interviews = sound.filter(({ kind }) => kind === "interview").length;
  const isOurs = kept.version === VERSION;
  const drafts = Object.keys(kept.texts).filter((text) => text.startsWith("refrain.draft.")).length;
  const counts = [
    counted(interviews, "interview", "interviews"),
    counted(sound.length - interviews, "other entry, like decisions and stories", "other entries, like decisions and stories"),
    counted(drafts, "text half written", "texts half written"),
  ];
  if (damaged.length > 0) counts.push(counted(damaged.length, "entry that cannot be read", "entries that cannot be read"));
  find("#counts").replaceChildren(...counts.map((text) => element("li", text)));
  find("#kept").hidden = false;
  find("#reset").hidden = false;

  fill("damaged", damaged.map((entry) => {
    const item = element("li", "");
    item.append(element("span", `${entry.store}, ${String(entry.key) || "without a name"}`));
    item.append(element("pre", entry.broken ?? JSON.stringify(entry.value, null, 2) ?? "nothing", { tabindex: "0" }));
    return item;
  }));

  const replaced = (kept.stores.overwritten ?? []).map(({ value }) => value).filter(Boolean).reverse();
  fill("overwritten", replaced.map(({ at, kind, record }) => {
    const item = element("li", "");
    const about = [record.who, record.company].filter(Boolean).join(", ") || kind;
    item.append(element("time", `${when(at)}: ${about}`, { datetime: new Date(at).toISOString() }));
    if (isOurs) {
      item.append(act("Bring this back", `${about}, ${when(at)}`, async () => {
        await write([[kind, record.id, record]]);
        await show();
        tell(`${about} is as it was. What stood in its place is among the earlier versions.`);
      }));
    }
    const text = record.answer ?? record.text ?? record.happened;
    if (text) item.append(element("p", text, { class: "said" }));
    return item;
  }));

  const saves = (kept.stores.saves ?? []).map(({ value }) => value).filter(Boolean).reverse();
  fill("earlier", saves.map(({ number, at, interviews }) => {
    const item = element("li", "");
    const many = counted(interviews, "interview", "interviews");
    item.append(element("time", `Until ${when(at)}`, { datetime: new Date(at).toISOString() }), element("span", many));
    if (isOurs) {
      item.append(act("Go back to this", `until ${when(at)}, ${many}`, async () => {
        await write(before(await read(), number));
        await show();
        tell(`Your notes are as they were until ${when(at)}: ${many}. How they were just now is the first of the earlier versions.`);
        find("#earlier button")?.focus();
      }));
    }
    return item;
  }));
  tell(kept.version > VERSION ? "A newer Refrain keeps these notes. This page saves a copy of them and changes nothing." : "");
}

async function remove() {
  if (!confirm("Remove all interviews, everything made of them and all earlier versions from this browser?")) return;
  try {
    const request = indexedDB.deleteDatabase(DATABASE);
    await Promise.race([
      done(request),
      new Promise((_, reject) => {
        request.onblocked = () => reject(new Error("Refrain is open in another tab; close it and try again"));
      }),
    ]);
    for (const text of Object.keys(texts())) localStorage.removeItem(text);
    await show();
    tell("Everything is removed. Refrain begins with nothing the next time you open it.");
  } catch (error) {
    tell(`Not removed: ${error.message || error.name}.`, true);
  }
}

/** Has the button save the file. */
function offer(button, then) {
  button.addEventListener("click", async (event) => {
    event.preventDefault();
    try {
      await download();
      then();
    } catch (error) {
      tell(`The file could not be made: ${error.message || error.name}.`, true);
    }
  });
}

// Of a page that has stopped there is this link only.
const link = find("[data-download]");
if (link) {
  offer(link, () => tell("Saved among your downloads."));
} else {
  offer(find("#download"), () => {
    find("#remove").disabled = false;
    tell("Saved among your downloads. Look whether it is there before you remove anything.");
  });
  find("#remove").addEventListener("click", remove);
  show().catch((error) => tell(`What is kept here cannot be opened: ${error.message || error.name}. This browser may block storage for this page.`, true));
}
