// Two tabs of one browser: each follows the other, and none overwrites what the other did.
import { expect, test } from "./refrain.js";
import { saved } from "./steps.js";

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
  await expect(rows(other)).toHaveCount(10);
});
