// The browser's own storage, read and written beside Refrain, to check it and to do it harm.
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

/** A page of the same origin with nothing on it, so that nothing has the database open. */
export async function openBlank(page) {
  await page.route("**/blank.html", (route) => route.fulfill({ contentType: "text/html", body: "<title>Blank</title><h1>Blank</h1>" }));
  await page.goto("blank.html");
}

/** Everything in the database, by store; `null` where there is none. */
export const stored = (page) =>
  page.evaluate(async () => {
    const done = (request) => new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    if (!(await indexedDB.databases()).some(({ name }) => name === "refrain")) return null;
    const database = await done(indexedDB.open("refrain"));
    const all = { version: database.version };
    for (const name of database.objectStoreNames) {
      all[name] = await done(database.transaction(name).objectStore(name).getAll());
    }
    database.close();
    return all;
  });

/** Makes the database as a fixture describes it. Call it on the blank page. */
export const makeDatabase = (page, { version, stores }) =>
  page.evaluate(({ version, stores }) => new Promise((resolve, reject) => {
    const request = indexedDB.open("refrain", version);
    request.onupgradeneeded = () => {
      for (const [name, { keyPath, autoIncrement, records }] of Object.entries(stores)) {
        const store = request.result.createObjectStore(name, { keyPath, autoIncrement });
        for (const record of records) {
          // JSON has no word for what was not there.
          if (name === "before") record.records = record.records.map(([kind, id, was]) => [kind, id, was ?? undefined]);
          store.add(record);
        }
      }
    };
    request.onsuccess = () => {
      request.result.close();
      resolve();
    };
    request.onerror = () => reject(request.error);
  }), { version, stores });

/** A store as a released Refrain of that version left it. */
export const fixture = async (version) =>
  JSON.parse(await readFile(fileURLToPath(new URL(`fixtures/store-v${version}.json`, import.meta.url)), "utf8"));

/** What was downloaded, as JSON. */
export async function downloaded(page, act) {
  const [download] = await Promise.all([page.waitForEvent("download"), act()]);
  return JSON.parse(await readFile(await download.path(), "utf8"));
}
