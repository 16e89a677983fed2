// Your data: a backup saved, shown before it changes anything, opened in each way, undone; and the interviews as a table.
import { readFile } from "node:fs/promises";
import { expect, expectAccessible, test } from "./refrain.js";
import { pasteNotes, saved } from "./steps.js";

const NOTES = "Bram Teasel, panel, Larkspur Homes, 4 March 2026\nYou stay calm.\n\nOttoline Quill, recruiter\n=You draw well.";

// Where the browser lets the user choose a place it asks them, which a test can answer only in the browser's stead.
const withoutPicker = (page) => page.addInitScript(() => delete globalThis.showSaveFilePicker);

async function download(page, button) {
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: button }).click()]);
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), "utf8") };
}

async function open(page, backup, name = "backup.json") {
  const buffer = Buffer.isBuffer(backup) ? backup : Buffer.from(typeof backup === "string" ? backup : JSON.stringify(backup));
  await page.getByLabel("Choose a backup").setInputFiles({ name, mimeType: "application/json", buffer });
}

const backup = (interviews, rest = {}) => ({ format: "refrain-backup", version: 1, made: "2026-03-14T09:26:53Z", interviews, ...rest });
const answers = async (page) => {
  await page.getByRole("link", { name: "Interviews" }).first().click();
  await expect(page.getByRole("heading", { name: /interview/i }).first()).toBeVisible();
  return page.locator(".list > li .said").allTextContents();
};

test.beforeEach(({ page }) => withoutPicker(page));

test("everything goes into one file, and from it into another browser", async ({ page, browser }) => {
  await pasteNotes(page, NOTES);
  await page.goto("#/data");
  await expect(page.getByText("You have not saved one yet.")).toBeVisible();
  const file = await download(page, "Save a backup");
  expect(file.name).toMatch(/^refrain-backup-\d{4}-\d\d-\d\d\.json$/);
  const content = JSON.parse(file.text);
  expect(content).toMatchObject({ format: "refrain-backup", version: 1 });
  expect(content.interviews.map((interview) => interview.date)).toEqual(["2026-03-04", null]);
  await expect(page.getByText("Saved a backup.")).toBeVisible();
  await expect(page.getByText(/You last saved one on/)).toBeVisible();

  await open(page, file.text, file.name);
  await expect(page.getByText("You have all of this already, so nothing would change.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Add", exact: true })).toBeDisabled();

  const other = await browser.newPage();
  await other.goto(page.url());
  await open(other, file.text, file.name);
  await expect(other.getByText("Three entries would be added.")).toBeVisible();
  await other.getByRole("button", { name: "Add three entries" }).click();
  await expect(other.getByText(/^Added three entries from the backup of/)).toBeVisible();
  await saved(other);
  await other.reload();
  expect((await answers(other)).sort()).toEqual(["=You draw well.", "You stay calm."]);
  await other.close();
});

test("the schema of the backup stands beside the page", async ({ request, site }) => {
  const schema = await (await request.get(`${site}backup.schema.json`)).json();
  const published = await readFile(new URL("../../docs/backup.schema.json", import.meta.url), "utf8");
  expect(schema).toEqual(JSON.parse(published));
});

test("what would change is shown, each way of opening does as it says, and is undone in one step", async ({ page }) => {
  const interview = (id, answer) => ({ id, who: `Person ${id}`, answer });
  await page.goto("#/data");
  await open(page, backup([interview("a", "You stay calm."), interview("b", "You are kind.")]));
  await page.getByRole("button", { name: "Add two entries" }).click();
  await expect(page.getByText("Added two entries from the backup of 14 March.", { exact: false })).toBeVisible();

  const second = backup([interview("a", "You stay very calm."), interview("c", "You ask first.")], { weather: 1 });
  await open(page, second);
  await expect(page.getByText("One entry would be added, one entry differs", { exact: false })).toBeVisible();
  await expect(page.getByText("Not known to this Refrain, and left out: weather.")).toBeVisible();
  await page.getByLabel("Add and renew").check();
  await expect(page.getByText("One entry would be added, one entry of yours would be renewed.")).toBeVisible();
  await page.getByText("One interview would be renewed").click();
  await expect(page.getByText("The interview with Person a")).toBeVisible();
  for (const width of [360, 1280]) {
    for (const colorScheme of ["light", "dark"]) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme });
      await expectAccessible(page);
    }
  }
  await page.getByLabel("Replace everything").check();
  await expect(page.getByRole("row", { name: "Interviews 1 1 1" })).toBeVisible();
  await page.getByRole("button", { name: "Replace everything" }).click();
  expect(await answers(page)).toEqual(["You ask first.", "You stay very calm."]);
  await page.keyboard.press("Control+z");
  await expect(page.getByText("Undone: replaced everything with the backup of 14 March", { exact: false })).toBeVisible();
  expect((await answers(page)).sort()).toEqual(["You are kind.", "You stay calm."]);
});

test("a file that is no good changes nothing, and every mistake in it is named", async ({ page }) => {
  await page.goto("#/data");
  await open(page, backup([{ id: "a", date: "12/2024x" }, { id: "b" }, { id: "b" }]));
  await expect(page.getByText("backup.json cannot be opened. Nothing was changed.", { exact: false })).toBeVisible();
  await expect(page.getByText('interviews[0].date: expected a day as YYYY-MM-DD, found "12/2024x"', { exact: false })).toBeVisible();
  await expect(page.getByText("interviews[2].id: the same id stands at interviews[1] already", { exact: false })).toBeVisible();
  await expectAccessible(page);
  await open(page, JSON.stringify(backup([{ id: "a" }])).slice(0, -20));
  await expect(page.getByText(/the file ends too early, at line 1, column \d+: a part of it is missing/)).toBeVisible();
  await open(page, { ...backup([{ id: "a" }]), version: 2 });
  await expect(page.getByText("version: 2 is newer than this Refrain")).toBeVisible();
  await open(page, Buffer.from([0xff, 0x00, 0x50]));
  await expect(page.getByText("backup.json is no text in UTF-8", { exact: false })).toBeVisible();
  expect(await answers(page)).toEqual([]);
});

test("interviews become a table without formulas, and come back from it", async ({ page, browser }) => {
  await pasteNotes(page, NOTES);
  await page.goto("#/data");
  const file = await download(page, /Save two interviews as a table/);
  expect(file.name).toMatch(/^refrain-interviews-\d{4}-\d\d-\d\d\.csv$/);
  expect(file.text).toContain(",'=You draw well.");
  const other = await browser.newPage();
  await other.goto(page.url().replace("#/data", "#/paste"));
  await other.getByLabel("Choose a file").setInputFiles({ name: file.name, mimeType: "text/csv", buffer: Buffer.from(file.text) });
  await expect(other.getByText("Two interviews found.")).toBeVisible();
  await expect(other.locator(".preview .said")).toHaveText(["You stay calm.", "=You draw well."]);
  await other.close();
});

test("where the browser lets them, the user chooses the place, and may change their mind", async ({ page }) => {
  await page.addInitScript(() => {
    globalThis.written = [];
    globalThis.showSaveFilePicker = async ({ suggestedName }) => {
      if (globalThis.declines) throw new DOMException("no", "AbortError");
      const file = { name: suggestedName, text: "", closed: false };
      globalThis.written.push(file);
      return {
        createWritable: async () => ({
          write: async (text) => (globalThis.full ? Promise.reject(new DOMException("full", "QuotaExceededError")) : (file.text += text)),
          close: async () => (file.closed = true),
        }),
      };
    };
  });
  await page.goto("#/data");
  const save = page.getByRole("button", { name: "Save a backup" });
  await page.evaluate(() => (globalThis.declines = true));
  await save.click();
  await expect(page.getByText("No backup was saved.")).toBeVisible();
  await page.evaluate(() => ((globalThis.declines = false), (globalThis.full = true)));
  await save.click();
  await expect(page.getByText("No backup was saved: there is no room left in that place.")).toBeVisible();
  await page.evaluate(() => (globalThis.full = false));
  await save.click();
  await expect(page.getByText("Saved a backup.")).toBeVisible();
  const file = await page.evaluate(() => globalThis.written.at(-1));
  expect(file.closed).toBe(true);
  expect(file.name).toMatch(/^refrain-backup-/);
  expect(JSON.parse(file.text).format).toBe("refrain-backup");
});
