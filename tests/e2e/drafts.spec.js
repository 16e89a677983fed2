// What is being written survives whatever happens to the page.
import { expect, test } from "./refrain.js";
import { analysed, pasteNotes, saved, visit } from "./steps.js";

const answer = (page) => page.getByLabel("So what did you like about my background?");

/** So slow a browser that nothing is kept or tidied away by time alone. */
const withoutTime = (page) => page.addInitScript(() => {
  const { setTimeout } = globalThis;
  globalThis.setTimeout = (then, after) => setTimeout(then, after > 100 ? 60_000 : after);
});

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

test("what is being written is kept to the last letter when the page is hidden, and when it is left", async ({ page }) => {
  await withoutTime(page);
  await page.goto("#/add");
  await answer(page).fill("You");
  for (const [text, sign] of [["You stay calm", "visibilitychange"], ["You ask first", "pagehide"]]) {
    // Within one turn of the page, as it happens on a busy machine: nothing is drawn in between.
    await answer(page).evaluate((field, { text, sign }) => {
      field.value = text;
      field.dispatchEvent(new InputEvent("input", { bubbles: true }));
      (sign === "pagehide" ? window : document).dispatchEvent(new Event(sign));
    }, { text, sign });
    expect(await waiting(page)).toContain(text);
  }
});

test("an answer that is handed over in the very moment in which the page is left is still a draft", async ({ page }) => {
  await withoutTime(page);
  await page.goto("#/add");
  await answer(page).fill("You stay calm");
  expect(await waiting(page)).toBe("");
  // Within one turn of the page: it is on its way to the store, and nothing has begun to write it. In the next turn it may be kept already.
  const left = await answer(page).evaluate((field) => {
    field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", ctrlKey: true, bubbles: true, cancelable: true }));
    window.dispatchEvent(new Event("pagehide"));
    return Object.values(localStorage).join();
  });
  expect(left).toContain("You stay calm");
  await saved(page);
  await expect.poll(() => waiting(page)).toBe("");
});

test("half-written notes, lines and versions survive a reload", async ({ page }) => {
  await page.goto("#/paste");
  await page.getByLabel("Your notes").fill("You ask first.");
  await visit(page, "#/compare");
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

/** The texts that wait in local storage. */
const waiting = (page) => page.evaluate(() => Object.entries(localStorage).filter(([name]) => name.startsWith("refrain.draft.")).map(([, text]) => text).join());

test("a tab that opens right after a save finds no draft of what was saved", async ({ context, page }) => {
  await withoutTime(page);
  await page.goto("#/add");
  await answer(page).fill("You stay calm.");
  await page.keyboard.press("Control+Enter");
  await saved(page);
  const next = await context.newPage();
  await next.goto("#/add");
  await expect(next.locator(".list > li")).toHaveCount(1);
  await expect(answer(next)).toHaveValue("");
});

test("two tabs that each write a new answer find their own again", async ({ context, page }) => {
  const other = await context.newPage();
  for (const tab of [page, other]) await tab.goto("#/add");
  await answer(page).fill("You stay calm");
  await answer(other).fill("You ask first");
  await expect.poll(() => waiting(page)).toMatch(/You stay calm.*You ask first|You ask first.*You stay calm/s);
  for (const tab of [page, other]) await tab.reload();
  await expect(answer(page)).toHaveValue("You stay calm");
  await expect(answer(other)).toHaveValue("You ask first");

  await page.keyboard.press("Control+Enter");
  await saved(page);
  await expect(answer(page)).toHaveValue("");
  await expect(answer(other)).toHaveValue("You ask first");
  await expect.poll(() => waiting(page)).not.toContain("You stay calm");
  expect(await waiting(page)).toContain("You ask first");
});

test("a draft that was taken over from a tab that writes on goes back to it", async ({ context, page }) => {
  await page.goto("#/add");
  await answer(page).fill("You stay");
  await expect.poll(() => waiting(page)).toContain("You stay");
  const next = await context.newPage();
  await next.goto("#/add");
  await expect(answer(next)).toHaveValue("You stay");
  await answer(page).fill("You stay calm");
  await expect(answer(next)).toHaveValue("");
  await answer(page).press("Control+Enter");
  await saved(page);
  await expect(next.locator(".list > li")).toHaveCount(1);
  expect(await waiting(page)).toBe("");
});

test("drafts of two tabs that were closed come one after the other", async ({ context, page }) => {
  const other = await context.newPage();
  for (const tab of [page, other]) await tab.goto("#/add");
  await answer(page).fill("You stay calm");
  await answer(other).fill("You ask first");
  for (const tab of [page, other]) await tab.close({ runBeforeUnload: true });
  const next = await context.newPage();
  await next.goto("#/add");
  await expect(answer(next)).toHaveValue(/You stay calm|You ask first/);
  await answer(next).press("Control+Enter");
  await saved(next);
  await next.reload();
  await expect(answer(next)).toHaveValue(/You stay calm|You ask first/);
  await answer(next).press("Control+Enter");
  await expect(next.locator(".list > li")).toHaveCount(2);
  await expect(next.locator(".list > li").filter({ hasText: "You stay calm" })).toHaveCount(1);
});

test("a draft of an older version is found, and one that cannot be read stays where it is", async ({ page }) => {
  await page.goto("recover.html");
  await page.evaluate(() => {
    localStorage.setItem("refrain.draft.interview.", JSON.stringify({ id: "", answer: "You stay calm" }));
    localStorage.setItem("refrain.draft.interview.odd", "no draft");
  });
  await page.goto("#/add");
  await expect(answer(page)).toHaveValue("You stay calm");
  await answer(page).press("Control+Enter");
  await expect(page.locator(".list > li")).toHaveCount(1);
  await saved(page);
  expect(await waiting(page)).toBe("no draft");
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

test("the last letters before a form is kept are kept with it, even where the page had no time to draw them", async ({ page }) => {
  /** Writes and keeps within one turn of the page, as it happens on a busy machine: nothing is drawn in between. */
  const writeAndKeep = (field, text) => field.evaluate((element, text) => {
    element.value = text;
    element.dispatchEvent(new InputEvent("input", { bubbles: true }));
    const key = new KeyboardEvent("keydown", { key: "Enter", ctrlKey: true, bubbles: true, cancelable: true });
    // Where the key is not taken, the browser sends the form.
    if (element.dispatchEvent(key)) element.form.requestSubmit();
  }, text);
  await pasteNotes(page);
  await page.goto("#/add");
  await answer(page).fill("You stay c");
  await writeAndKeep(answer(page), "You stay calm to the last letter.");
  await expect(page.locator(".list > li").filter({ hasText: "You stay calm to the last letter." })).toHaveCount(1);
  await page.getByRole("button", { name: "Change these numbers" }).click();
  await page.getByLabel("Askings each").fill("6");
  await writeAndKeep(page.getByLabel("Recruiters"), "7");
  await expect(page.getByText("Changed how many")).toBeVisible();

  await page.goto("#/compare");
  await page.getByLabel(/What do you say/).fill("I p");
  await writeAndKeep(page.getByLabel(/What do you say/), "I plan ahead to the last letter.");
  await expect(page.getByText("I plan ahead to the last letter").first()).toBeVisible();

  await page.goto("#/story");
  await analysed(page);
  const pitch = page.getByRole("complementary", { name: "Pitch" });
  await pitch.getByRole("button", { name: "Edit: line 1" }).click();
  await pitch.getByRole("textbox", { name: "Line 1" }).fill("I h");
  await writeAndKeep(pitch.getByRole("textbox", { name: "Line 1" }), "I half and whole.");
  await expect(pitch).toContainText("I half and whole.");
  await page.getByRole("button", { name: /^Write the story/ }).first().click();
  await page.getByLabel("What happened").fill("The m");
  await writeAndKeep(page.getByLabel("What happened"), "The mill stood still to the last letter.");
  await expect(page.getByText("The mill stood still to the last letter.")).toBeVisible();
  await page.getByRole("button", { name: /^Rename/ }).first().click();
  await writeAndKeep(page.getByLabel("Your name for this point"), "To the last letter");
  await expect(page.getByRole("status").filter({ hasText: "“To the last letter”" })).toBeVisible();
  await page.getByRole("button", { name: /^Prepare an answer/ }).first().click();
  await writeAndKeep(page.getByLabel("What I will say"), "I led six people to the last letter.");
  await expect(page.getByText("I led six people to the last letter.")).toBeVisible();

  await page.goto("#/people");
  await page.getByRole("button", { name: "Prepare for a call" }).click();
  await page.getByLabel("Day").fill("2099-03-04");
  await writeAndKeep(page.getByLabel("With whom"), "Bram of the last letter");
  await expect(page.getByRole("heading", { name: "Before the call" })).toBeVisible();
  await page.getByLabel("How to bring it up").fill("Do");
  await writeAndKeep(page.getByLabel("How to bring it up"), "Do you bake to the last letter?");
  await expect(page.getByText("Bram of the last letter").first()).toBeVisible();
  await saved(page);
  await page.reload();
  await expect(page.getByLabel("How to bring it up")).toHaveValue("Do you bake to the last letter?");

  await page.goto("#/fit");
  await page.getByLabel("Role").fill("Head of the last letter");
  await writeAndKeep(page.getByLabel("What they need"), "Somebody who stays calm.\nSomebody for the last letter.");
  await expect(page.getByRole("heading", { name: "Somebody for the last letter" })).toBeVisible();
  await page.goto("#/advice");
  await page.getByLabel("What drew me").first().fill("Yo");
  await writeAndKeep(page.getByLabel("To whom"), "Ottoline of the last letter");
  await expect(page.getByText("Ottoline of the last letter").first()).toBeVisible();
});
