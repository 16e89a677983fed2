// Points set right by the user, stories written for them, clichés made one's own, doubts answered.
import { expect, expectAccessible, test } from "./refrain.js";
import { analysed, pasteNotes, saved } from "./steps.js";

/** A point among those listed, by words of its label. */
const point = (page, label) => page.locator(".themes > li").filter({ has: page.locator(".label", { hasText: label }) });

const labels = (page) => page.getByRole("region", { name: "Points, strongest first" }).locator(".themes > li .label");

/** Opens a point and gives it. */
async function opened(page, label) {
  const item = point(page, label);
  if ((await item.locator("details").first().getAttribute("open")) === null) await item.locator("summary").first().click();
  return item;
}

const notice = (page, text) => expect(page.locator(".notice [role=status]")).toHaveText(text);

const undo = (page) => page.getByRole("button", { name: "Undo" }).click();
const redo = (page) => page.getByRole("button", { name: "Redo" }).click();

async function reload(page) {
  await saved(page);
  await page.reload();
  await analysed(page);
}

/** Adds an interview and comes back to the story. */
async function addAnswer(page, answer) {
  await page.goto("#/add");
  await page.getByLabel("So what did you like about my background?").fill(answer);
  await page.getByLabel("Who said it").fill("Hesper Vane, recruiter");
  await page.getByRole("button", { name: "Keep this answer" }).click();
  await page.goto("#/story");
  await analysed(page);
}

const CALM = /calm/;
const CLEAR = /plain English|jargon|follow/;
const CAUSE = /cause/;

test("a name of the user's own stays through undo, redo, reload, a further interview and an edited answer", async ({ page }) => {
  await pasteNotes(page);
  const calm = await opened(page, CALM);
  await calm.getByRole("button", { name: /^Rename/ }).click();
  const name = page.getByLabel("Your name for this point");
  await expect(name).toBeFocused();
  await name.fill("Steady in a storm");
  await name.press("Enter");
  await notice(page, /^Renamed “.*calm.*” to “Steady in a storm”\.$/);
  await expect(point(page, "Steady in a storm").locator(".sub").first()).toContainText("Your wording.");
  await expect(point(page, "Steady in a storm").locator("summary").first()).toBeFocused();

  await undo(page);
  await expect(point(page, "Steady in a storm")).toHaveCount(0);
  await redo(page);
  await expect(point(page, "Steady in a storm")).toBeVisible();
  await reload(page);
  await expect(point(page, "Steady in a storm").getByRole("img", { name: "4 of 10 interviews" }).first()).toBeVisible();

  await addAnswer(page, "You stay calm under pressure.");
  await expect(point(page, "Steady in a storm").getByRole("img", { name: "5 of 11 interviews" }).first()).toBeVisible();

  await page.goto("#/interviews");
  await page.getByRole("link", { name: "Edit the interview with Ottoline Quill" }).click();
  const answer = page.getByLabel("What did they like?");
  await answer.fill((await answer.inputValue()).replace("You also stay calm when everything goes wrong at once.", "Always calm when it all goes wrong."));
  await page.getByRole("button", { name: "Keep changes" }).click();
  await page.goto("#/story");
  await analysed(page);
  await expect(point(page, "Steady in a storm").getByRole("img", { name: "5 of 11 interviews" }).first()).toBeVisible();

  const steady = await opened(page, "Steady in a storm");
  await steady.getByRole("button", { name: /^Rename/ }).click();
  await page.getByRole("button", { name: /^Use their words/ }).click();
  await expect(point(page, CALM)).toBeVisible();
});

test("two points are merged by choosing, and come apart again by undo", async ({ page }) => {
  await pasteNotes(page);
  const calm = await opened(page, CALM);
  const into = await point(page, CAUSE).locator(".label").textContent();
  await calm.getByRole("button", { name: /^Merge/ }).click();
  const choice = page.getByLabel("Which point says the same?");
  await expect(choice).toBeFocused();
  await choice.selectOption({ label: `${into} (3)` });
  await page.getByRole("button", { name: "Merge", exact: true }).click();
  await notice(page, /^Merged “.*” into “.*”\.$/);
  const merged = labels(page).filter({ hasText: CALM }).or(labels(page).filter({ hasText: CAUSE }));
  await expect(merged).toHaveCount(1);
  await expect(page.locator("summary:focus")).toContainText("of 10 interviews");

  await undo(page);
  await expect(merged).toHaveCount(2);
  await redo(page);
  await expect(merged).toHaveCount(1);
  await reload(page);
  await expect(merged).toHaveCount(1);
  await addAnswer(page, "You always go for the root cause.");
  await expect(merged).toHaveCount(1);
});

test("a point dragged onto another is merged with it", async ({ page }) => {
  await pasteNotes(page);
  const from = point(page, CAUSE).locator("summary").first();
  const onto = point(page, CALM).locator("summary").first();
  await from.hover();
  await page.mouse.down();
  // A browser tells again and again where the pointer is; here each telling is a move.
  await expect(async () => {
    await onto.hover();
    await expect(page.getByText(/^Drop to merge “.*cause.*” into “.*calm.*”\.$/)).toBeVisible({ timeout: 500 });
  }).toPass();
  await expect(point(page, CALM)).toHaveAttribute("data-target", "");
  await page.mouse.up();
  await notice(page, /^Merged “.*cause.*” into “.*calm.*”\.$/);
  await expect(page.getByText(/^Drop /)).toHaveCount(0);
  await expect(labels(page).filter({ hasText: CALM }).or(labels(page).filter({ hasText: CAUSE }))).toHaveCount(1);
});

test("quotes are split off, moved, and called doubts", async ({ page }) => {
  await pasteNotes(page);
  const calm = await opened(page, CALM);
  await calm.getByRole("button", { name: /^Sort quotes/ }).click();
  await expect(page.getByLabel("Choose quote 1")).toBeFocused();
  await expect(page.getByRole("button", { name: "Make these a point of their own" })).toBeDisabled();
  await page.getByLabel("Choose quote 1").check();
  await page.getByLabel("Choose quote 2").check();
  await page.getByRole("button", { name: "Make these a point of their own" }).click();
  await notice(page, /^Took (two|three) quotes out of “.*calm.*”\.$/);
  await expect(labels(page).filter({ hasText: /calm/i })).toHaveCount(2);
  await undo(page);
  await expect(labels(page).filter({ hasText: /calm/i })).toHaveCount(1);
  await redo(page);
  await expect(labels(page).filter({ hasText: /calm/i })).toHaveCount(2);
  await reload(page);
  await expect(labels(page).filter({ hasText: /calm/i })).toHaveCount(2);

  const cause = await opened(page, CAUSE);
  const before = await cause.locator(".quotes > li").count();
  await cause.getByRole("button", { name: /^Sort quotes/ }).click();
  await page.getByLabel("Choose quote 1").check();
  await page.getByLabel("Or move them to").selectOption({ index: 0 });
  await page.getByRole("button", { name: "Move", exact: true }).click();
  await notice(page, /^Moved one quote to “.*”\.$/);
  await expect(point(page, CAUSE).locator(".quotes > li")).toHaveCount(before - 1);
  await undo(page);
  await expect(point(page, CAUSE).locator(".quotes > li")).toHaveCount(before);

  const again = await opened(page, CAUSE);
  await again.getByRole("button", { name: /^Sort quotes/ }).click();
  await page.getByLabel("Choose quote 1").check();
  await page.getByRole("button", { name: "This is a doubt" }).click();
  await notice(page, /^Called “.*” a doubt\.$/);
  const doubts = page.getByRole("region", { name: "Be ready for this" }).locator("li");
  await expect(doubts).toHaveCount(3);
  await expect(point(page, CAUSE).locator(".quotes > li")).toHaveCount(before - 1);
  await doubts.filter({ hasText: CAUSE }).getByRole("button", { name: /^This is a strength/ }).click();
  await expect(doubts).toHaveCount(2);
  await expect(point(page, CAUSE).locator(".quotes > li")).toHaveCount(before);
});

test("a point is pinned first, hidden, and shown again", async ({ page }) => {
  await pasteNotes(page);
  const cause = await opened(page, CAUSE);
  await cause.getByRole("button", { name: /^Pin/ }).click();
  await expect(labels(page).first()).toHaveText(CAUSE);
  await expect(point(page, CAUSE).locator(".sub").first()).toContainText("Pinned.");
  await point(page, CAUSE).getByRole("button", { name: /^Unpin/ }).click();
  await expect(labels(page).first()).toHaveText(CLEAR);

  await point(page, CAUSE).getByRole("button", { name: /^Hide/ }).click();
  await notice(page, /^Hid “.*cause.*”\.$/);
  await expect(labels(page).filter({ hasText: CAUSE })).toHaveCount(0);
  await expect(page.getByRole("complementary", { name: "Pitch" })).not.toContainText("cause");
  await reload(page);
  await page.getByText("One point hidden").click();
  await page.getByRole("button", { name: /^Show again/ }).click();
  await expect(labels(page).filter({ hasText: CAUSE })).toHaveCount(1);
  await expect(page.getByText("One point hidden")).toHaveCount(0);
});

test("a cliché is made one's own, or is none", async ({ page }) => {
  await pasteNotes(page);
  const region = page.getByRole("region", { name: "Everyone hears this" });
  const hard = point(page, /[Hh]ard worker/);
  await expect(hard).toContainText("Which week, and what would have gone wrong without you?");
  await hard.getByRole("button", { name: /^Write the moment/ }).click();
  const happened = page.getByLabel("What happened");
  await expect(happened).toBeFocused();
  await expect(hard).toContainText("When was it?");
  await happened.fill("One Friday in March three carers were ill at once.");
  await expect(hard).not.toContainText("When was it?");
  await page.getByLabel("What I did").fill("I drove the round with Bram.");
  await page.getByRole("button", { name: "Keep story" }).click();
  await notice(page, /^Kept the story for “[Hh]ard worker.*”\.$/);
  await expect(hard).toContainText("One Friday in March three carers were ill at once.");

  const before = await region.locator(".themes > li").count();
  await hard.locator("summary").first().click();
  await hard.getByRole("button", { name: /^Not a cliché/ }).click();
  await expect(region.locator(".themes > li")).toHaveCount(before - 1);
  await expect(labels(page).filter({ hasText: /[Hh]ard worker/ })).toHaveCount(1);
  await expect(point(page, /[Hh]ard worker/)).toContainText("Story written.");
});

test("a doubt gets an answer that is kept beside it", async ({ page }) => {
  await pasteNotes(page);
  const doubt = page.getByRole("region", { name: "Be ready for this" }).locator("li").filter({ hasText: "budget" });
  await doubt.getByRole("button", { name: /^Prepare an answer/ }).click();
  await expect(page.getByLabel("What I will say")).toBeFocused();
  await page.keyboard.type("Two small ones, and I closed both below plan.");
  await page.getByRole("button", { name: "Keep answer" }).click();
  await notice(page, /^Kept your answer to “.*budget.*”\.$/);
  await expect(doubt).toContainText("Two small ones, and I closed both below plan.");
  await reload(page);
  await expect(doubt).toContainText("Two small ones, and I closed both below plan.");
  await doubt.getByRole("button", { name: /^Edit your answer/ }).click();
  await page.getByLabel("What I will say").fill("");
  await page.getByRole("button", { name: "Keep answer" }).click();
  await expect(doubt).not.toContainText("Two small ones");
  await undo(page);
  await expect(doubt).toContainText("Two small ones");
});

test("equal doubts are counted together and share one answer", async ({ page }) => {
  const said = ["We worry that you never held a budget.", "we worry that you never held a budget!", "You stay calm."];
  await pasteNotes(page, said.map((words, at) => `Guest ${"ABC"[at]}, Larkspur Homes, panel, ${at + 1} March 2026\n${words}`).join("\n\n"));
  const doubts = page.getByRole("region", { name: "Be ready for this" }).locator(".themes > li");
  await expect(doubts).toHaveCount(1);
  await expect(doubts.getByRole("img", { name: "2 of 3 interviews" })).toBeVisible();
  await expect(doubts).toContainText("Guest A");
  await expect(doubts).toContainText("Guest B");
  const prepare = doubts.getByRole("button", { name: /^Prepare an answer/ });
  await prepare.click();
  await expect(page.getByLabel("What I will say")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(prepare).toBeFocused();
  await prepare.click();
  await expect(page.getByLabel("What I will say")).toBeFocused();
  await page.keyboard.type("Two, and both closed below plan.");
  await page.keyboard.press("Control+Enter");
  await expect(doubts.getByRole("button", { name: /^Edit your answer/ })).toBeFocused();
  await expect(page.getByText("Two, and both closed below plan.")).toHaveCount(1);
});

test("an address that leads to no point says so", async ({ page }) => {
  await pasteNotes(page);
  await expect(page.getByText("That point is not here any more.")).toHaveCount(0);
  await page.goto("#/story/nonsense");
  await expect(page.getByRole("status").filter({ hasText: "That point is not here any more." })).toBeVisible();
});

test("a story is a draft until it is kept, stays with its point, and is never lost", async ({ page }) => {
  await pasteNotes(page);
  let calm = await opened(page, CALM);
  await expect(calm.locator(".sub").first()).toContainText("No story yet.");
  await calm.getByRole("button", { name: /^Write the story/ }).click();
  await page.getByLabel("What I did").fill("I sorted the laundry by hand.");
  await page.getByRole("link", { name: "Interviews" }).first().click();
  await page.getByRole("link", { name: "Story", exact: true }).first().click();
  calm = await opened(page, CALM);
  await expect(page.getByLabel("What I did")).toHaveValue("I sorted the laundry by hand.");
  await page.getByLabel("What came of it").fill("Forty sheets were dry by six.");
  await page.keyboard.press("Control+Enter");
  await notice(page, /^Kept the story for “.*calm.*”\.$/);
  await expect(calm.locator(".sub").first()).toContainText("Story written.");
  await reload(page);
  calm = await opened(page, CALM);
  await expect(calm).toContainText("Forty sheets were dry by six.");

  await calm.getByRole("button", { name: /^Edit story/ }).click();
  await page.getByLabel("What came of it").fill("Forty sheets were dry by five.");
  await page.getByRole("button", { name: "Keep story" }).click();
  await expect(calm).toContainText("dry by five");
  await calm.getByRole("button", { name: /^Delete story/ }).click();
  await expect(calm).not.toContainText("dry by five");
  await undo(page);
  await expect(calm).toContainText("dry by five");

  for (const name of ["Ottoline Quill", "Bram Teasel", "Isolde Marrow", "Anselm Birch"]) {
    await page.goto("#/interviews");
    await page.getByRole("button", { name: `Delete the interview with ${name}` }).click();
  }
  await page.goto("#/story");
  await analysed(page);
  await page.getByText("Stories without a point: 1").click();
  await expect(page.getByText("Forty sheets were dry by five.")).toBeVisible();
  await page.getByLabel("Give it to").selectOption({ index: 0 });
  await page.getByRole("button", { name: "Give", exact: true }).click();
  await expect(page.getByText("Stories without a point: 1")).toHaveCount(0);
  await expect(page.locator(".theme").filter({ hasText: "Forty sheets were dry by five." })).toHaveCount(1);
});

test("what was not counted says why and can be a strength", async ({ page }) => {
  await pasteNotes(page);
  await page.getByText(/^Not counted: /).click();
  const move = page.locator(".folded li").filter({ hasText: "moving the office" });
  await expect(move).toContainText("About the job or the company, not about you");
  await move.getByRole("button", { name: /^This is a strength/ }).click();
  await notice(page, /^Called “.*moving the office.*” a strength\.$/);
  await expect(move).toHaveCount(0);
});

test("decisions whose words are gone are told and removed", async ({ page }) => {
  await pasteNotes(page, "You breed bees on the roof.\n\nYou repaired the old violins.\n\nYou read contracts to the last comma.");
  await page.getByText("heard once so far").click();
  const bees = await opened(page, /bees/);
  await bees.getByRole("button", { name: /^Pin/ }).click();
  await expect(point(page, /bees/).locator(".sub").first()).toContainText("Pinned.");
  await page.goto("#/interviews");
  await page.getByRole("button", { name: /^Delete the interview “You breed bees/ }).click();
  await page.goto("#/story");
  await analysed(page);
  await page.getByText("One decision no longer applies").click();
  await expect(page.getByText(/bees on the roof” is pinned\.$/)).toBeVisible();
  await page.getByRole("button", { name: /^Remove/ }).click();
  await expect(page.getByText("One decision no longer applies")).toHaveCount(0);
});

test("pairs that may be one point are asked about one at a time", async ({ page }) => {
  await pasteNotes(page);
  const strip = page.getByText(/^Same point\? \d+ to look at$/);
  await strip.click();
  const count = Number((await strip.textContent()).match(/\d+/)[0]);
  await expect(page.locator(".pair > li")).toHaveCount(2);
  await page.getByRole("button", { name: "No, keep them apart" }).click();
  await notice(page, /^Kept “.*” and “.*” apart\.$/);
  await expect(page.getByText(`Same point? ${count} to look at`)).toHaveCount(0);
  if (count === 1) {
    await expect(page.getByRole("heading", { name: "Points, strongest first" })).toBeFocused();
    await undo(page);
    await strip.click();
  } else {
    await expect(page.getByRole("button", { name: "No, keep them apart" })).toBeFocused();
  }
  const answered = page.locator(".pair > li").first();
  const before = await answered.textContent();
  await page.getByRole("button", { name: "Yes, one point" }).click();
  await notice(page, /^Merged “.*” into “.*”\.$/);
  await undo(page);
  // Where it was the only pair, its line comes back closed.
  await expect(answered).toHaveText(before);
});

test("the points are set right by keyboard alone", async ({ page }) => {
  await pasteNotes(page);
  await point(page, CAUSE).locator("summary").first().focus();
  await page.keyboard.press("Enter");
  const press = async (name) => {
    await point(page, CAUSE).getByRole("button", { name }).focus();
    await page.keyboard.press("Enter");
  };
  await press(/^Rename/);
  await expect(page.getByLabel("Your name for this point")).toBeFocused();
  await page.keyboard.press("Control+a");
  await page.keyboard.type("Goes to the root cause");
  await page.keyboard.press("Enter");
  await expect(page.locator("summary:focus")).toContainText("Goes to the root cause");
  await press(/^Merge/);
  await expect(page.getByLabel("Which point says the same?")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Merge: Goes to the root cause" })).toBeFocused();
  await press(/^Sort quotes/);
  await expect(page.getByLabel("Choose quote 1")).toBeFocused();
  await page.keyboard.press("Space");
  await expect(page.getByLabel("Choose quote 1")).toBeChecked();
  await page.keyboard.press("Escape");
  await expect(page.getByLabel("Choose quote 1")).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Sort quotes: Goes to the root cause" })).toBeFocused();
  await press(/^Write the story/);
  await expect(page.getByLabel("What happened")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Write the story: Goes to the root cause" })).toBeFocused();
  await press(/^Hide/);
  await notice(page, "Hid “Goes to the root cause”.");
  await expect(page.locator("summary:focus")).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(point(page, "Goes to the root cause")).toBeVisible();
  await page.keyboard.press("Control+Shift+z");
  await expect(point(page, "Goes to the root cause")).toHaveCount(0);
});

test("many points can be searched", async ({ page }) => {
  const said = [
    "You repaired the old violins.", "You speak Welsh with the farmers.", "You cook for eighty at noon.", "You wrote the parser in Rust.",
    "You calm angry customers.", "You plan tram routes by hand.", "You raised money for the library.", "You teach juniors to weld.",
    "You read contracts to the last comma.", "You draw maps nobody forgets.", "You found the leak in the turbine.", "You sing while you file invoices.",
    "You doubled the harvest of plums.", "You translate poems from Polish.", "You guard the keys of the museum.", "You race kayaks at dawn.",
    "You tune engines by ear.", "You breed bees on the roof.",
  ];
  await pasteNotes(page, said.join("\n\n"));
  const search = page.getByLabel("Find a point");
  await search.fill("violins");
  await expect(page.getByText("One point.")).toBeVisible();
  await expect(labels(page)).toHaveCount(1);
  await search.fill("zeppelin");
  await expect(page.getByText("No point has these words.")).toBeVisible();
});

test("the workshop is accessible", async ({ page }) => {
  test.slow();
  await pasteNotes(page);
  const calm = await opened(page, CALM);
  const clear = await opened(page, CLEAR);
  const cause = await opened(page, CAUSE);
  await calm.getByRole("button", { name: /^Rename/ }).click();
  await clear.getByRole("button", { name: /^Sort quotes/ }).click();
  await cause.getByRole("button", { name: /^Merge/ }).click();
  await cause.getByRole("button", { name: /^Write the story/ }).click();
  await page.getByRole("button", { name: /^Prepare an answer/ }).first().click();
  await page.getByText(/^Not counted: /).click();
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 900 });
    for (const colorScheme of ["light", "dark"]) {
      // A control that is still changing its colour has none that could be read.
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await expectAccessible(page);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
});
