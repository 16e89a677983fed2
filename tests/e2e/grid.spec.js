// The grid: points × interviews, what was said there, and how the story settles.
import { readFile } from "node:fs/promises";
import { expect, expectAccessible, test } from "./refrain.js";
import { pasteNotes } from "./steps.js";

const table = (page) => page.getByRole("table", { name: /Points by interview/ });
const row = (page, label) => table(page).getByRole("row").filter({ has: page.getByRole("rowheader", { name: label }) });
const beside = (page) => page.getByRole("complementary", { name: "Beside the grid" });

/** Leaves the user on the grid of the sample. */
async function openSample(page) {
  await page.goto("#/sample/grid");
  await expect(page.getByRole("heading", { level: 1, name: "Who made which point" })).toBeVisible();
  await expect(table(page)).toBeVisible();
  await expect(page.getByText("Listening for points that come back…")).toHaveCount(0);
}

/** Sixty interviews, each making two or three of the sample's points. */
function sixty() {
  const said = [
    "You explain complicated things so that anyone can follow.", "You stay calm when everything goes wrong at once.",
    "You look for the root cause and do not just patch the symptom.", "You went and stood on the night shift before you changed anything.",
    "The people you trained are running their own homes now.",
  ];
  const aside = ["Hard worker, obviously.", "I wasn't sure you have held a budget of your own.", "And families ring you back."];
  const block = (_, at) => {
    const day = `${(at % 28) + 1} ${["March", "April", "May"][Math.floor(at / 28)]} 2026`;
    const head = `Bram Teasel ${at + 1}, lead, ${["Larkspur Homes", "Nettlebed Care"][Math.floor(at / 3) % 2]}, panel, ${day}`;
    return `${head}\n${said[at % 5]} ${said[(at + 1 + (at % 3)) % 5]} ${at % 10 === 0 ? aside[(at / 10) % 3] : ""}`;
  };
  return Array.from({ length: 60 }, block).join("\n\n");
}

test("a table shows who made which point, recurring points first", async ({ page }) => {
  await openSample(page);
  await expect(table(page).getByRole("columnheader", { name: "3 Mar, Ottoline Quill, Pebble & Finch Search" })).toBeVisible();
  const rows = await table(page).getByRole("rowheader").allTextContents();
  const counts = await table(page).locator(".c.num").allTextContents();
  expect(counts[0]).toBe("6");
  expect(counts.map(Number).slice(0, 5)).toEqual([6, 4, 3, 3, 2]);
  expect(rows.join(" ")).toContain("Everyone hears this");
  expect(rows.join(" ")).toContain("Be ready for this");
  await expect(row(page, /plain|follow|jargon/).first().getByRole("button")).toHaveCount(6);

  const once = table(page).getByRole("button", { name: /heard once so far/ });
  await expect(once).toHaveAttribute("aria-expanded", "false");
  const before = await table(page).getByRole("row").count();
  await once.click();
  await expect(once).toHaveAttribute("aria-expanded", "true");
  expect(await table(page).getByRole("row").count()).toBeGreaterThan(before);
});

test("a stroke shows what was said, by pointer and by tap, and Escape takes it away", async ({ page }) => {
  await openSample(page);
  const stroke = row(page, /calm/).getByRole("button", { name: "Bram Teasel, 6 March" });
  const place = await table(page).boundingBox();
  await stroke.hover();
  await expect(beside(page).locator("mark").first()).toHaveText(/Calm/);
  await expect(beside(page)).toContainText("Bram Teasel, talent partner, Larkspur Homes. Phone screen, 6 March");
  expect(await table(page).boundingBox(), "nothing jumps").toEqual(place);

  // The pointer can go to the quote and stay there.
  await beside(page).locator("mark").first().hover();
  await expect(beside(page).locator("mark").first()).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(beside(page).locator("mark")).toHaveCount(0);

  await stroke.click();
  await expect(beside(page).locator("mark").first()).toBeVisible();
  await beside(page).getByRole("button", { name: "Close" }).click();
  await expect(beside(page).locator("mark")).toHaveCount(0);
  await expect(stroke).toBeFocused();

  await stroke.click();
  await beside(page).getByRole("link", { name: "Open the point" }).click();
  await expect(page).toHaveURL(/#\/sample\/story\/s-/);
});

test("the keyboard goes from stroke to stroke, and Tab stops at the table once", async ({ page }) => {
  await openSample(page);
  const name = table(page).getByRole("rowheader").filter({ has: page.getByRole("link") }).first().getByRole("link");
  await name.focus();
  await page.keyboard.press("ArrowRight");
  await expect(row(page, /plain|follow|jargon/).first().getByRole("button", { name: "Ottoline Quill, 3 March" })).toBeFocused();
  await expect(beside(page)).toContainText("Ottoline Quill");
  await page.keyboard.press("ArrowRight");
  await expect(row(page, /plain|follow|jargon/).first().getByRole("button", { name: "Marigold Fenn, 11 March" })).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(table(page).getByRole("link", { name: /^11 Mar, Marigold Fenn/ })).toBeFocused();
  await expect(beside(page)).toContainText("Larkspur Homes");
  await page.keyboard.press("Control+Home");
  await expect(name).toBeFocused();
  await page.keyboard.press("End");
  await expect(row(page, /plain|follow|jargon/).first().getByRole("button", { name: "Leopold Gorse, 22 April" })).toBeFocused();
  expect(await table(page).locator('[tabindex="0"]').count()).toBe(1);
  await page.keyboard.press("Escape");
  await expect(beside(page).locator("mark")).toHaveCount(0);
  await page.keyboard.press("Tab");
  await expect(table(page).getByRole("button", { name: /heard once so far/ })).toBeFocused();
});

test("it tells how the story settles, in words and in a chart with words", async ({ page }) => {
  await openSample(page);
  await expect(beside(page)).toContainText(/The last four interviews brought \w+ new points?: your story/);
  const chart = beside(page).getByRole("img", { name: /^New points in each interview, oldest first: \d+(, \d+){9}\./ });
  await expect(chart).toBeVisible();
});

test("grid and chart become pictures, which name nobody unless asked to", async ({ page }) => {
  await openSample(page);
  async function saved(button) {
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: button }).click()]);
    return { name: download.suggestedFilename(), text: await readFile(await download.path(), "utf8") };
  }
  const grid = await saved("Save the grid as a picture");
  expect(grid.name).toMatch(/^refrain-grid-\d{4}-\d\d-\d\d\.svg$/);
  await expect(page.getByRole("status").filter({ hasText: grid.name })).toBeVisible();
  for (const text of [grid.text, (await saved("Save the chart as a picture")).text]) {
    expect(text).toContain("<title");
    expect(text).toContain("<desc");
    expect(text).not.toMatch(/Ottoline|Larkspur|budget|href|url\(/);
  }
  const asked = page.getByText("Name people and companies in the picture of the grid");
  expect((await asked.boundingBox()).width, "its words stand side by side").toBeGreaterThan(100);
  await page.getByRole("checkbox", { name: /Name people and companies/ }).check();
  expect((await saved("Save the grid as a picture")).text).toContain("Ottoline Quill, Pebble &amp; Finch");

  // A picture of its own: it opens and shows what it should.
  const box = await page.evaluate((text) => {
    const svg = new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
    return [svg.nodeName, svg.querySelectorAll("text").length > 20, svg.querySelectorAll("parsererror").length];
  }, grid.text);
  expect(box).toEqual(["svg", true, 0]);
});

test("before anything came back it says what will stand here", async ({ page }) => {
  await pasteNotes(page, "You stay calm.");
  await page.goto("#/grid");
  await expect(table(page).getByRole("button", { name: /heard once so far/ })).toHaveAttribute("aria-expanded", "true");
  await expect(beside(page)).toContainText("too few to say");
});

test("sixty interviews scroll beside names that stay, on a phone too", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await pasteNotes(page, sixty());
  await page.goto("#/grid");
  await expect(table(page).locator(".day th")).toHaveCount(62);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  const name = table(page).getByRole("rowheader").filter({ has: page.getByRole("link") }).first();
  const last = row(page, /.+/).nth(2).getByRole("button").last();
  await name.getByRole("link").focus();
  await page.keyboard.press("End");
  const focused = page.locator(":focus");
  await expect(focused).toBeInViewport({ ratio: 1 });
  await expect(name).toBeInViewport();
  expect((await focused.boundingBox()).x).toBeGreaterThan((await name.boundingBox()).x + (await name.boundingBox()).width - 1);
  await last.click();
  await expect(beside(page).locator("mark").first()).toBeInViewport();
  await expectAccessible(page);
});

test("the grid is accessible in both themes, narrow and wide", async ({ page }) => {
  test.slow(); // It goes through many screens.
  for (const width of [360, 1280]) {
    for (const colorScheme of ["light", "dark"]) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme });
      await openSample(page);
      await expectAccessible(page);
      await row(page, /calm/).getByRole("button").first().click();
      await expect(beside(page).locator("mark").first()).toBeVisible();
      await table(page).getByRole("button", { name: /heard once so far/ }).click();
      await expectAccessible(page);
      await page.goto("about:blank");
    }
  }
});
