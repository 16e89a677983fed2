// What is being written survives whatever happens to the page.
import { expect, test } from "./refrain.js";
import { pasteNotes, saved } from "./steps.js";

const answer = (page) => page.getByLabel("So what did you like about my background?");

test("a half-written answer is there after a reload at the very next moment, and gone once it is kept", async ({ page }) => {
  await page.goto("#/add");
  await answer(page).fill("You stay calm when");
  await page.getByLabel("Who said it").fill("Bram Teasel");
  await page.reload();
  await expect(answer(page)).toHaveValue("You stay calm when");
  await expect(page.getByLabel("Who said it")).toHaveValue("Bram Teasel");

  await page.keyboard.press("Control+Enter");
  await expect(page.locator(".list > li")).toHaveCount(1);
  await saved(page);
  await page.reload();
  await expect(page.locator(".list > li")).toHaveCount(1);
  await expect(answer(page)).toHaveValue("");
});

test("half-written notes, lines and versions survive a reload", async ({ page }) => {
  await page.goto("#/paste");
  await page.getByLabel("Your notes").fill("You ask first.");
  await page.goto("#/compare");
  await page.getByLabel(/What do you say/).fill("I plan ah");
  await page.reload();
  await expect(page.getByLabel(/What do you say/)).toHaveValue("I plan ah");
  await page.goto("#/paste");
  await expect(page.getByLabel("Your notes")).toHaveValue("You ask first.");

  await pasteNotes(page);
  const pitch = page.getByRole("complementary", { name: "Pitch" });
  await pitch.getByRole("button", { name: "Edit: line 1" }).focus();
  await page.keyboard.press("Enter");
  await pitch.getByRole("textbox", { name: "Line 1" }).fill("I half");
  await page.reload();
  await expect(pitch.getByRole("textbox", { name: "Line 1" })).toHaveValue("I half");
});

test("a tab that is closed while somebody writes leaves the draft to the next one", async ({ context, page }) => {
  await page.goto("#/add");
  await answer(page).fill("You stay");
  await page.close({ runBeforeUnload: true });
  const next = await context.newPage();
  await next.goto("#/add");
  await expect(answer(next)).toHaveValue("You stay");
});

test("where there is no room for drafts the page says so and goes on", async ({ page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  await page.goto("#/add");
  await answer(page).fill("You stay calm.");
  await expect(page.getByText("this browser has no room for drafts")).toBeVisible();
  await page.keyboard.press("Control+Enter");
  await expect(page.locator(".list > li")).toHaveCount(1);
});
