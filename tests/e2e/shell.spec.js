// The page as it arrives, before anybody has written anything.
import { expect, expectAccessible, test } from "./refrain.js";

test("the page loads from a sub-path and says what it is", async ({ page }) => {
  await page.goto("");
  await expect(page).toHaveTitle(/Refrain/);
  await expect(page.locator("#loading")).toHaveCount(0);
});

test("the empty page is accessible in both themes", async ({ page }) => {
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme });
    await page.goto("");
    await expect(page.locator("#loading")).toHaveCount(0);
    await expectAccessible(page);
  }
});

test("without JavaScript the page says so in words", async ({ browser, site }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(site);
  // Playwright looks for texts everywhere but in a <noscript>.
  await expect(page.locator("noscript p")).toContainText("needs JavaScript");
  await expect(page.locator("noscript p")).toBeVisible();
  await context.close();
});
