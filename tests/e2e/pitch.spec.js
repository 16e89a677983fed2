// The pitch: shaping its lines, its length, its versions.
import { expect, expectAccessible, test } from "./refrain.js";
import { analysed, pasteNotes, saved } from "./steps.js";

const pitch = (page) => page.getByRole("complementary", { name: "Pitch" });
const spoken = (page) => pitch(page).locator(".lines:not(.out) > li");
const words = async (page) => spoken(page).locator("> .said").allTextContents();
/** The last words of a line: what stands before them changes with its place. */
const end = (line) => line.split(" ").slice(-3).join(" ");
const saidAt = (page, at) => spoken(page).nth(at).locator("> .said");

test("a line is edited, and the wording survives new answers and a reload", async ({ page }) => {
  await pasteNotes(page);
  await pitch(page).getByRole("button", { name: "Edit: line 2" }).focus();
  await page.keyboard.press("Enter");
  const field = pitch(page).getByRole("textbox", { name: "Line 2" });
  await expect(field).toBeFocused();
  await field.fill("I keep my head when the plan falls apart.");
  await page.keyboard.press("Enter");
  await expect(saidAt(page, 1)).toHaveText("I keep my head when the plan falls apart.");
  await expect(spoken(page).nth(1)).toContainText("My wording");

  await page.goto("#/add");
  await page.getByLabel("So what did you like about my background?").fill("You explain things so that anyone can follow.");
  await page.keyboard.press("Control+Enter");
  await page.goto("#/story");
  await analysed(page);
  await expect(saidAt(page, 1)).toHaveText("I keep my head when the plan falls apart.");

  await saved(page);
  await page.reload();
  await analysed(page);
  await expect(saidAt(page, 1)).toHaveText("I keep my head when the plan falls apart.");
  await spoken(page).nth(1).hover();
  await pitch(page).getByRole("button", { name: "Use theirs" }).first().click();
  await expect(saidAt(page, 1)).not.toHaveText("I keep my head when the plan falls apart.");
});

test("what is being written in a line survives a look at another screen, and Escape gives it up", async ({ page }) => {
  await pasteNotes(page);
  await pitch(page).getByRole("button", { name: "Edit: line 1" }).click();
  await pitch(page).getByRole("textbox", { name: "Line 1" }).fill("I half");
  await page.goto("#/interviews");
  await page.goto("#/story");
  await expect(pitch(page).getByRole("textbox", { name: "Line 1" })).toHaveValue("I half");
  await pitch(page).getByRole("textbox", { name: "Line 1" }).press("Escape");
  await expect(pitch(page).getByRole("textbox", { name: "Line 1" })).toHaveCount(0);
  await expect(pitch(page).getByRole("button", { name: "Edit: line 1" })).toBeFocused();
  await expect(saidAt(page, 0)).not.toHaveText("I half");
});

test("lines move by button and by drag, and keep their place", async ({ page }) => {
  await pasteNotes(page);
  const before = await words(page);
  const down = pitch(page).getByRole("button", { name: "Down: line 1" });
  await down.focus();
  await page.keyboard.press("Enter");
  await expect(saidAt(page, 1)).toContainText(end(before[0]));
  await expect(pitch(page).getByRole("button", { name: "Down: line 2" })).toBeFocused();

  // A line that is put elsewhere while it is dragged, as the engine has just answered, falls out of the hand.
  await analysed(page);
  const grip = spoken(page).nth(2).locator(".grip");
  await spoken(page).nth(2).hover();
  const third = end((await words(page))[2]);
  await grip.dragTo(spoken(page).nth(0));
  await expect(saidAt(page, 0)).toContainText(third);
  await saved(page);
  await page.reload();
  await analysed(page);
  await expect(saidAt(page, 0)).toContainText(third);
});

test("two quick moves of two lines both hold", async ({ page }) => {
  await pasteNotes(page);
  const [first, second, third] = (await words(page)).map(end);
  const line = (words) => spoken(page).filter({ hasText: words });
  // Faster than the engine answers: the second comes in the first moment in which there is a button for it.
  await page.evaluate(async ([one, other]) => {
    const press = (name) => document.querySelector(`.pitch button[aria-label="${name}"]`).click();
    const shown = () => document.querySelector(".pitch .lines > li > .said").textContent;
    const before = shown();
    press(one);
    while (shown() === before) await new Promise((done) => setTimeout(done));
    press(other);
  }, ["Down: line 1", "Up: line 3"]);
  await expect(line(second)).toHaveCount(1);
  await expect.poll(async () => (await words(page)).slice(0, 3).map(end)).toEqual([second, third, first]);
  await saved(page);
  await page.reload();
  await analysed(page);
  await expect.poll(async () => (await words(page)).slice(0, 3).map(end)).toEqual([second, third, first]);
});

test("a field that is kept empty or as it was changes nothing", async ({ page }) => {
  await pasteNotes(page);
  const before = await words(page);
  await pitch(page).getByRole("button", { name: "Add my own line" }).click();
  await expect(pitch(page).getByLabel("My own line")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(pitch(page).getByLabel("My own line")).toHaveCount(0);
  await expect(pitch(page).getByRole("button", { name: "Add my own line" })).toBeFocused();
  for (const text of ["", before[0]]) {
    await pitch(page).getByRole("button", { name: "Edit: line 1" }).press("Enter");
    await pitch(page).getByRole("textbox", { name: "Line 1" }).fill(text);
    await page.keyboard.press("Enter");
    await expect(pitch(page).getByRole("button", { name: "Edit: line 1" })).toBeFocused();
  }
  await expect(page.getByText(/^(Added|Changed) a line/)).toHaveCount(0);
  expect(await words(page)).toEqual(before);
});

test("a line is left out, brought back, pinned, and every step can be undone", async ({ page }) => {
  await pasteNotes(page);
  const before = await words(page);
  await pitch(page).getByRole("button", { name: "Leave out: line 1" }).focus();
  await page.keyboard.press("Enter");
  await expect(pitch(page).locator(".out").getByText("Left out by you")).toBeVisible();
  await expect(pitch(page).getByRole("button", { name: "Edit: line 1" })).toBeFocused();
  await pitch(page).locator(".out").getByRole("button", { name: /^Say it/ }).first().click();
  await expect.poll(() => words(page)).toEqual(before);
  await pitch(page).getByRole("button", { name: "Pin: line 3" }).focus();
  await page.keyboard.press("Enter");
  const pin = pitch(page).getByRole("button", { name: "Pin: line 3" });
  await expect(pin).toHaveAttribute("aria-pressed", "true");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(pin).toHaveAttribute("aria-pressed", "false");
});

test("a line of my own is added, said, and removed", async ({ page }) => {
  await pasteNotes(page);
  await pitch(page).getByRole("button", { name: "Add my own line" }).click();
  await expect(pitch(page).getByLabel("My own line")).toBeFocused();
  await page.keyboard.type("I run care homes that families recommend.");
  await page.keyboard.press("Enter");
  const own = spoken(page).filter({ hasText: "families recommend" });
  await expect(own).toContainText("My own line");
  await expect(pitch(page).getByRole("button", { name: "Add my own line" })).toBeFocused();
  await own.getByRole("button", { name: /^Remove: line/ }).focus();
  await page.keyboard.press("Enter");
  await expect(own).toHaveCount(0);
  await expect(pitch(page).getByRole("button", { name: /^Edit: line/ }).last()).toBeFocused();
});

test("a shorter pitch says less, never longer than it may", async ({ page }) => {
  await pasteNotes(page);
  const full = await words(page);
  await pitch(page).getByRole("radio", { name: "15 s" }).check();
  await expect.poll(async () => (await words(page)).length).toBeLessThan(full.length);
  await expect(pitch(page).getByText("Left out at 15 s")).toBeVisible();
  const seconds = async () => Number(/(\d+) s aloud/.exec(await pitch(page).locator(".len").textContent())[1]);
  expect(await seconds()).toBeLessThanOrEqual(15);

  await pitch(page).getByRole("radio", { name: "120 s" }).check();
  await expect(pitch(page).getByText("Left out at")).toHaveCount(0);
  const before = await seconds();
  await pitch(page).getByLabel("Words that you speak in a minute").fill("70");
  await page.keyboard.press("Tab");
  await expect.poll(seconds).toBeGreaterThan(before);
  await expect(pitch(page).locator(".len [role=status]")).toHaveText(/^\d+ s aloud, \d+ words$/);

  const slow = await seconds();
  const pace = pitch(page).getByLabel("Words that you speak in a minute");
  await pace.fill("20");
  await page.keyboard.press("Tab");
  await expect(pace).toHaveAccessibleDescription("Between 60 and 260 words a minute");
  await expect(pace).toHaveAttribute("aria-invalid", "true");
  await expect(pace).toHaveValue("20");
  expect(await seconds()).toBe(slow);
  await pace.fill("140");
  await page.keyboard.press("Tab");
  await expect(pace).toHaveAccessibleDescription("");
  await expect.poll(seconds).toBeLessThan(slow);
});

test("versions are kept under a name, shown, compared, renamed and deleted", async ({ page }) => {
  await pasteNotes(page);
  await pitch(page).getByRole("link", { name: "Versions: My pitch" }).click();
  await expect(page.getByRole("heading", { name: "Versions of my pitch" })).toBeFocused();
  const other = page.getByLabel(/under another name/);
  for (const [name, problem] of [[" ", "Give it a name"], ["My pitch", "There is one called that already"]]) {
    await other.fill(name);
    await page.getByRole("button", { name: "Keep as a version" }).click();
    await expect(other).toBeFocused();
    await expect(other).toHaveAccessibleDescription(problem);
    await expect(other).toHaveAttribute("aria-invalid", "true");
  }
  await other.fill("For product roles");
  await page.keyboard.press("Enter");
  await expect(page.locator(".versions > li")).toHaveCount(2);
  await page.getByRole("link", { name: "Back to the pitch" }).click();
  await pitch(page).getByRole("button", { name: "Leave out: line 1" }).focus();
  await page.keyboard.press("Enter");
  await expect(pitch(page).getByText("Left out by you")).toBeVisible();

  await pitch(page).getByRole("link", { name: "Versions: For product roles" }).click();
  const two = page.getByRole("region", { name: "Two side by side" });
  await expect(two.getByText("Only here")).toHaveCount(1);
  await page.getByRole("button", { name: "Rename For product roles" }).click();
  await expect(page.getByRole("textbox", { name: "New name for “For product roles”" })).toBeFocused();
  await page.keyboard.press("Control+a");
  await page.keyboard.type("My pitch");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("textbox", { name: "New name for “For product roles”" })).toHaveAccessibleDescription(
    "There is one called that already",
  );
  await page.keyboard.press("Control+a");
  await page.keyboard.type("For care homes");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Rename For care homes" })).toBeFocused();
  await expect(page.locator(".versions")).toContainText("For care homes");
  await page.getByRole("button", { name: "Show My pitch" }).click();
  await page.getByRole("button", { name: "Delete For care homes" }).click();
  await expect(page.locator(".versions > li")).toHaveCount(1);
});

test("what can be done to a line takes no room from it, and never covers the way back to their words", async ({ page }) => {
  await pasteNotes(page);
  const height = async (at) => (await spoken(page).nth(at).locator("> .src").boundingBox()).height;
  const before = await Promise.all([0, 1, 2].map(height));
  expect(new Set(before).size).toBe(1);
  await spoken(page).nth(1).hover();
  expect(await height(1)).toBe(before[1]);
});

test.describe("where nothing hovers", () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 360, height: 800 } });

  test("a line shows what can be done to it when it is asked for", async ({ page }) => {
    await pasteNotes(page);
    const edit = (line) => pitch(page).getByRole("button", { name: `Edit: line ${line}`, exact: true });
    await expect(edit(1)).toBeHidden();
    await pitch(page).getByRole("button", { name: "Change: line 1", exact: true }).tap();
    await expect(edit(1)).toBeFocused();
    await expect(edit(2)).toBeHidden();
    expect((await edit(1).boundingBox()).height).toBeGreaterThanOrEqual(40);
    await pitch(page).getByRole("button", { name: "Leave out: line 1" }).tap();
    await expect(pitch(page).locator(".out").getByText("Left out by you")).toBeVisible();
    await expect(edit(1)).toBeFocused();
    await expectAccessible(page);
  });
});

for (const colorScheme of ["light", "dark"]) {
  for (const width of [360, 1280]) {
    test(`nothing keeps people out of the pitch and its versions, ${colorScheme}, ${width} px`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      await pasteNotes(page);
      await pitch(page).getByRole("radio", { name: "15 s" }).check();
      await expect(pitch(page).getByText("Left out at 15 s")).toBeVisible();
      await pitch(page).getByRole("button", { name: "Edit: line 1" }).focus();
      await page.keyboard.press("Enter");
      await expectAccessible(page);
      await page.goto("#/versions");
      await page.getByLabel(/under another name/).fill("For product roles");
      await page.keyboard.press("Enter");
      await expect(page.getByRole("region", { name: "Two side by side" })).toBeVisible();
      await expectAccessible(page);
    });
  }
}
