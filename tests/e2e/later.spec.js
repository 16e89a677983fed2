// The screens whose code is fetched after the first paint: never in the way of the first, there when they are wanted,
// and no riddle when they cannot be fetched.
import { expect, expectAccessible, test } from "./refrain.js";

const CODE = /\/workshop-[0-9a-f]+\.wasm$/;

const pasting = (page) => page.getByRole("heading", { name: "Paste notes" });
const failed = (page) => page.getByRole("alert").filter({ hasText: "could not be fetched" });

/** Opens the start and waits until the later screens' code is here, all of it. */
async function openAndWait(page) {
  await page.goto("");
  await page.waitForFunction(() => performance.getEntriesByType("resource").some(({ name }) => name.includes("/workshop-")));
  await page.waitForLoadState("networkidle");
}

/** Where a file is kept back on purpose, the browser's own complaint about that is no fault. */
function forgiveMissingFile(faults) {
  const told = /Failed to load resource|Incorrect response MIME type|WebAssembly|TypeError: Failed to fetch/;
  faults.splice(0, faults.length, ...faults.filter((fault) => !told.test(fault)));
}

test("the page is shown before the later screens' code is asked for", async ({ page }) => {
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (!document.getElementById("title")) return;
      performance.mark("first screen");
      observer.disconnect();
    }).observe(document, { childList: true, subtree: true });
  });
  await openAndWait(page);
  const { shown, asked } = await page.evaluate(() => ({
    shown: performance.getEntriesByName("first screen")[0].startTime,
    asked: performance.getEntriesByType("resource").find(({ name }) => name.includes("/workshop-")).startTime,
  }));
  expect(asked).toBeGreaterThan(shown);
});

test("what a visit begins with works while the later screens' code is still on its way", async ({ page }) => {
  await page.route(CODE, () => {}); // No answer ever comes.
  await page.goto("");
  await page.getByRole("link", { name: "Add your first answer" }).click();
  await expect(page.getByLabel("So what did you like about my background?")).toBeFocused();

  await page.keyboard.type("You stay calm when the line is slow.");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("Added the interview")).toBeVisible();

  await page.goto("#/paste");
  await expect(page.getByRole("status").filter({ hasText: "Opening…" })).toBeVisible();
});

test("who is writing when the rest arrives writes on", async ({ page }) => {
  let arrive;
  const arrived = new Promise((resolve) => (arrive = resolve));
  await page.route(CODE, async (route) => {
    await arrived;
    await route.continue();
  });
  await page.goto("#/add");
  const field = page.getByLabel("So what did you like about my background?");
  await expect(field).toBeFocused();
  await page.keyboard.type("You stay ");
  arrive();
  await expect(page.getByRole("heading", { name: "No interviews yet" })).toBeVisible();
  await expect(field).toBeFocused();
  await page.keyboard.type("calm.");
  await expect(field).toHaveValue("You stay calm.");
});

test("a later screen opens by its address, also when the page is reloaded there", async ({ page }) => {
  await page.goto("#/paste");
  await expect(pasting(page)).toBeVisible();
  await page.reload();
  await expect(pasting(page)).toBeVisible();
});

test("once the later screens' code is here they open without a connection", async ({ context, faultless, page }) => {
  await openAndWait(page);
  await context.setOffline(true);
  await page.getByRole("link", { name: "Paste notes" }).click();
  await expect(pasting(page)).toBeFocused();
  // Chromium asks for the icon again.
  forgiveMissingFile(faultless);
});

for (const [what, answer] of [
  ["is missing", { status: 404, body: "" }],
  ["is no code", { status: 200, contentType: "text/html", body: "<!doctype html><title>Welcome</title>" }],
]) {
  test(`a later screen whose file ${what} says so, and opens at the next try`, async ({ faultless, page }) => {
    await page.route(CODE, (route) => route.fulfill(answer));
    await page.goto("#/paste");
    await expect(failed(page)).toBeVisible();
    await expect(failed(page)).toContainText("Check your connection");
    await expectAccessible(page);

    // Everything else works on, and what was written stays.
    await page.getByRole("link", { name: "Add an answer" }).click();
    await page.getByLabel("So what did you like about my background?").fill("You stay calm when the line goes down.");
    await page.goBack();
    await expect(failed(page)).toBeVisible();

    await page.unroute(CODE);
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(pasting(page)).toBeVisible();
    await page.getByRole("link", { name: "Add an answer" }).click();
    await expect(page.getByLabel("So what did you like about my background?")).toHaveValue("You stay calm when the line goes down.");
    forgiveMissingFile(faultless);
  });
}

test("a failure that nobody was waiting for is not told, and mends itself", async ({ faultless, page }) => {
  await page.route(CODE, (route) => route.fulfill({ status: 404, body: "" }));
  const refused = page.waitForResponse(CODE);
  await page.goto("");
  await refused;
  await page.unroute(CODE);
  await expect(failed(page)).toHaveCount(0);
  await page.getByRole("link", { name: "Paste notes" }).click();
  await expect(pasting(page)).toBeVisible();
  forgiveMissingFile(faultless);
});
