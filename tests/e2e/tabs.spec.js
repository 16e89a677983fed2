// Two tabs of one browser: each follows the other, and none overwrites what the other did.
import { expect, test } from "./refrain.js";
import { analysed, pasteNotes, saved } from "./steps.js";

const rows = (page) => page.locator(".list > li");

async function keep(page, answer) {
  await page.getByLabel("So what did you like about my background?").fill(answer);
  await page.keyboard.press("Control+Enter");
  await saved(page);
}

test("what one tab keeps, changes and deletes the other shows at once", async ({ context, page }) => {
  const other = await context.newPage();
  for (const tab of [page, other]) await tab.goto("#/add");
  await keep(page, "You stay calm.");
  await expect(rows(other)).toHaveText([/You stay calm/]);
  await keep(other, "You ask first.");
  await expect(rows(page)).toHaveCount(2);

  await page.getByRole("button", { name: /^Delete the interview “You ask first/ }).click();
  await expect(rows(other)).toHaveText([/You stay calm/]);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(rows(other)).toHaveCount(2);
  for (const tab of [page, other]) {
    await saved(tab);
    await tab.reload();
    await expect(rows(tab)).toHaveCount(2);
  }
});

test("three tabs that write different answers at once lose none", async ({ context, page }) => {
  const tabs = [page, await context.newPage(), await context.newPage()];
  for (const tab of tabs) await tab.goto("#/add");
  await Promise.all(tabs.map(async (tab, at) => {
    for (const part of ["first", "second", "third"]) await keep(tab, `The ${part} answer of tab ${at}.`);
  }));
  for (const tab of tabs) await expect(rows(tab)).toHaveCount(9);
  await page.reload();
  await expect(rows(page)).toHaveCount(9);
});

test("the sample hears nothing of what other tabs write", async ({ context, page }) => {
  const other = await context.newPage();
  await other.goto("#/sample/interviews");
  await expect(rows(other)).toHaveCount(10);
  await page.goto("#/add");
  await keep(page, "You stay calm.");
  // The tab has heard of it, as its own notes show.
  await other.goto("#/interviews");
  await expect(rows(other)).toHaveText([/You stay calm/]);
  await other.goto("#/sample/interviews");
  await expect(rows(other)).toHaveCount(10);
});

test("two tabs that shape the same pitch lose neither change", async ({ context, page }) => {
  await pasteNotes(page);
  await saved(page);
  const other = await context.newPage();
  await other.goto("#/story");
  await analysed(other);
  const pitch = (tab) => tab.getByRole("complementary", { name: "Pitch" });
  await pitch(page).getByRole("button", { name: "Edit: line 1" }).focus();
  await page.keyboard.press("Enter");
  await pitch(page).getByRole("textbox", { name: "Line 1" }).fill("I say it plainly.");
  await page.keyboard.press("Enter");
  await expect(pitch(other)).toContainText("I say it plainly.");
  await pitch(other).getByRole("button", { name: "Pin: line 3" }).focus();
  await other.keyboard.press("Enter");
  await saved(other);
  await page.reload();
  await analysed(page);
  await expect(pitch(page)).toContainText("I say it plainly.");
  await expect(pitch(page).getByRole("button", { name: "Pin: line 3" })).toHaveAttribute("aria-pressed", "true");
});
