// The browser's own storage, read and written beside Refrain, to check it and to do it harm.
import { readdir, readFile } from "node:fs/promises";
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

/** How many entries a store of it holds. */
export const counted = (page, store) =>
  page.evaluate((store) => new Promise((resolve, reject) => {
    const request = indexedDB.open("refrain");
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const all = request.result.transaction(store).objectStore(store).count();
      all.onsuccess = () => (request.result.close(), resolve(all.result));
    };
  }), store);

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

/** Keeps every save waiting, by a transaction on all stores that goes on until `letGo`, or until the page is gone. */
export const hold = (page) =>
  page.evaluate(() => new Promise((resolve, reject) => {
    const request = indexedDB.open("refrain");
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const database = request.result;
      const store = database.transaction(database.objectStoreNames, "readwrite").objectStore("interviews");
      globalThis.isHeld = true;
      const goOn = () => {
        store.count().onsuccess = () => (globalThis.isHeld ? goOn() : database.close());
        resolve();
      };
      goOn();
    };
  }));

export const letGo = (page) => page.evaluate(() => (globalThis.isHeld = false));

const FIXTURES = fileURLToPath(new URL("fixtures/", import.meta.url));

/** The versions of the store that have been released, oldest first. */
export const versions = (await readdir(FIXTURES))
  .flatMap((name) => /^store-v(\d+)\.json$/.exec(name)?.slice(1).map(Number) ?? [])
  .sort((one, other) => one - other);

/** A store as a released Refrain of that version left it. */
export const fixture = async (version) =>
  JSON.parse(await readFile(`${FIXTURES}store-v${version}.json`, "utf8"));

/** What was downloaded, as JSON. */
export async function downloaded(page, act) {
  const [download] = await Promise.all([page.waitForEvent("download"), act()]);
  return JSON.parse(await readFile(await download.path(), "utf8"));
}
