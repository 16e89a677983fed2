// My version and theirs.
import { expect, expectAccessible, test } from "./refrain.js";
import { pasteNotes, saved } from "./steps.js";

const mine = "I stay calm under pressure. I explain things in plain English. I am a gifted juggler of knives.";

async function write(page, text = mine) {
  await page.goto("#/compare");
  await page.getByLabel(/What do you say/).fill(text);
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("heading", { name: "We both say" })).toBeVisible();
}

test("my own version comes first, then what both say, only they, only I", async ({ page }) => {
  await page.goto("#/compare");
  await page.getByLabel(/What do you say/).fill(mine);
  await page.getByRole("button", { name: "Keep my version" }).click();
  await expect(page.getByText("before the first answer")).toBeVisible();
  await pasteNotes(page);
  await page.goto("#/compare");
  await expect(page.getByRole("region", { name: "We both say" })).toContainText("I stay calm under pressure");
  await expect(page.getByRole("region", { name: "We both say" })).toContainText("I explain things in plain English");
  await expect(page.getByRole("region", { name: "Only they say" })).toContainText(/cause|night shift|trained/);
  await expect(page.getByRole("region", { name: "Only I say" })).toContainText("gifted juggler of knives");

  await saved(page);
  await page.reload();
  await expect(page.getByRole("region", { name: "Only I say" })).toContainText("gifted juggler of knives");
});

test("the focus stays on the screen when my version is kept, left alone and emptied", async ({ page }) => {
  const heading = page.getByRole("heading", { name: "My version and theirs" });
  await pasteNotes(page);
  await write(page);
  await expect(heading).toBeFocused();
  const own = page.locator("summary").filter({ hasText: "Read my version" });
  await own.click();
  await page.getByLabel("My version", { exact: true }).fill("I juggle.");
  await page.keyboard.press("Escape");
  await expect(own).toBeFocused();
  await own.click();
  await expect(page.getByLabel("My version", { exact: true })).toHaveValue(mine);
  await page.getByLabel("My version", { exact: true }).fill("");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByLabel(/What do you say/)).toBeVisible();
  await expect(heading).toBeFocused();
});

test("their wording goes into the pitch with one act", async ({ page }) => {
  await pasteNotes(page);
  const pitch = page.getByRole("complementary", { name: "Pitch" });
  await pitch.getByRole("radio", { name: "15 s" }).check();
  await expect(pitch.getByText("Left out at 15 s")).toBeVisible();
  await write(page, "I cook.");
  const they = page.getByRole("region", { name: "Only they say" });
  const add = they.getByRole("button", { name: /^Add to the pitch/ }).last();
  const label = (await add.getAttribute("aria-label")).replace("Add to the pitch: ", "");
  await add.click();
  await expect(they.getByRole("listitem").filter({ hasText: label })).toContainText("In the pitch");
});

test("a claim that nobody echoes can be let go and taken back", async ({ page }) => {
  await pasteNotes(page);
  await write(page);
  const only = page.getByRole("region", { name: "Only I say" });
  await only.getByRole("button", { name: /^Let it go/ }).first().click();
  await expect(only.getByRole("button", { name: /^Let it go/ })).toHaveCount(0);
  await only.getByText("1 let go").click();
  await only.getByRole("button", { name: "Take it back" }).click();
  await expect(only.getByRole("button", { name: /^Let it go/ })).toHaveCount(1);
});

test("a claim that nobody echoes is proven by a story", async ({ page }) => {
  await pasteNotes(page);
  await write(page);
  const only = page.getByRole("region", { name: "Only I say" });
  await only.getByRole("button", { name: /^Write the story/ }).click();
  await expect(only.getByLabel("What happened")).toBeFocused();
  await page.keyboard.type("At the fair in May a flame went out.");
  await only.getByLabel("What came of it").fill("Nobody noticed.");
  await page.keyboard.press("Control+Enter");
  await expect(only.getByText("At the fair in May a flame went out.")).toBeVisible();
  await saved(page);
  await page.reload();
  await expect(only.getByText("Nobody noticed.")).toBeVisible();
  await only.getByRole("button", { name: /^Delete story/ }).click();
  await expect(only.getByRole("button", { name: /^Write the story/ })).toBeVisible();
});

test("the story tells how both versions compare", async ({ page }) => {
  await pasteNotes(page);
  await page.getByRole("link", { name: /Write what you say of yourself/ }).click();
  await expect(page.getByRole("heading", { name: "My version and theirs" })).toBeFocused();
  await write(page);
  await page.getByRole("link", { name: "Story", exact: true }).first().click();
  await expect(page.getByRole("link", { name: /2 we both say .* 1 only I say/ })).toBeVisible();
});

for (const colorScheme of ["light", "dark"]) {
  for (const width of [360, 1280]) {
    test(`nothing keeps people out of the comparison, ${colorScheme}, ${width} px`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      await pasteNotes(page);
      await page.goto("#/compare");
      await expectAccessible(page);
      await write(page);
      await expectAccessible(page);
    });
  }
}
