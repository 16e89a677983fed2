// The plan for one role, asking for advice, and phrases that everybody uses.
import { readFile } from "node:fs/promises";
import { expect, expectAccessible, test } from "./refrain.js";
import { pasteNotes, saved } from "./steps.js";

const needs = [
  "What you bring:",
  "- Stays calm under pressure",
  "- Explains technical things to everybody",
  "- Fluent in Portuguese",
].join("\n");

/** What was typed is known to the page, which a busy machine may take a moment for. */
const typed = (page, text) =>
  expect.poll(() => page.evaluate(() => Object.values(localStorage).join("\n"))).toContain(text);

/** Leaves the user on the plan for an invented role, with what meets each need looked up. */
async function planned(page) {
  await pasteNotes(page);
  await page.goto("#/fit");
  await page.getByLabel("Role").fill("Head of support");
  await page.getByLabel("Company").fill("Larkspur Pumps");
  await page.getByLabel("What they need").fill(needs);
  await typed(page, needs);
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Head of support" })).toBeFocused();
  await expect(page.getByText("Looking for what meets them…")).toHaveCount(0);
}

const need = (page, name) => page.getByRole("listitem").filter({ has: page.getByRole("heading", { name }) });

test("each need stands beside what people said, and a gap is said plainly", async ({ page }) => {
  await planned(page);
  await expect(page.getByText("2 of 3 needs met")).toBeVisible();
  await expect(need(page, "Stays calm under pressure")).toContainText(/of 10 interviews/);
  await expect(need(page, "Fluent in Portuguese")).toContainText("Nobody has said anything like this");
  await saved(page);
  await page.reload();
  await expect(need(page, "Stays calm under pressure")).toContainText(/of 10 interviews/);
});

test("a match can be set right, and that outlives new answers", async ({ page }) => {
  await planned(page);
  const calm = need(page, "Stays calm under pressure");
  const gap = need(page, "Fluent in Portuguese");
  await calm.getByRole("button", { name: /^Not this/ }).first().click();
  await expect(page.getByRole("heading", { name: "What they need, and" })).toBeFocused();
  const before = await calm.getByRole("button", { name: /^Not this/ }).count();
  await gap.getByRole("button", { name: /^Name a point/ }).click();
  await expect(gap.getByLabel("What people say that meets it")).toBeFocused();
  await gap.getByRole("button", { name: "Set it here" }).click();
  await expect(gap).toContainText(/of 10 interviews/);

  await page.goto("#/add");
  await page.getByLabel(/So what did you like/).fill("You stay calm when the pressure is on.");
  await page.keyboard.press("Control+Enter");
  await page.goto("#/fit");
  await page.getByRole("link", { name: /Head of support/ }).click();
  await expect(gap).toContainText(/of 11 interviews/);
  await expect(calm.getByRole("button", { name: /^Not this/ })).toHaveCount(before);
  await gap.getByRole("button", { name: /^Not this/ }).first().click();
  await expect(gap).toContainText("Nobody has said anything like this");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(gap).toContainText(/of 11 interviews/);
});

test("what I will say to a gap, and the first 90 days, are written, edited and kept", async ({ page }) => {
  await planned(page);
  const gap = need(page, "Fluent in Portuguese");
  await gap.getByRole("button", { name: /^Write what you will say/ }).click();
  await gap.getByLabel("In my own words").fill("I would ask who else speaks it.");
  await typed(page, "who else speaks it");
  await page.keyboard.press("Control+Enter");
  await expect(gap.getByText("I would ask who else speaks it.")).toBeVisible();
  await expect(gap.getByRole("button", { name: /^Edit my words/ })).toBeFocused();

  await page.getByRole("button", { name: "Write them" }).click();
  await page.getByLabel("In the first month").fill("Sit with every agent for a day.");
  await page.getByLabel("In the third").fill("Ten fewer tickets a day.");
  await typed(page, "Ten fewer");
  await page.keyboard.press("Control+Enter");
  const days = page.getByRole("region", { name: "The first 90 days" });
  await expect(days.getByText("Ten fewer tickets a day.")).toBeVisible();
  await saved(page);
  await page.reload();
  await expect(days.getByText("Sit with every agent for a day.")).toBeVisible();
  await expect(gap.getByText("I would ask who else speaks it.")).toBeVisible();
});

test("a need that does not matter is left out and brought back", async ({ page }) => {
  await planned(page);
  await need(page, "Fluent in Portuguese").getByRole("button", { name: /^Leave out/ }).click();
  await expect(page.getByRole("heading", { name: "Fluent in Portuguese" })).toHaveCount(0);
  await page.getByText("One need left out").click();
  await page.getByRole("button", { name: /^Bring back/ }).click();
  await expect(need(page, "Fluent in Portuguese")).toBeVisible();
});

test("what leaves of the plan is shown, names nobody who was not ticked, and is what is copied, saved and printed", async ({ page }) => {
  await planned(page);
  const gap = need(page, "Fluent in Portuguese");
  await gap.getByRole("button", { name: /^Write what you will say/ }).click();
  await gap.getByLabel("In my own words").fill("Marigold Fenn offered to teach me at Larkspur Pumps.");
  await typed(page, "Marigold Fenn offered");
  await page.keyboard.press("Control+Enter");
  const sheet = page.locator("#sheet");
  await expect(sheet).toContainText("A hiring manager offered to teach me at Larkspur Pumps.");
  await expect(sheet.getByRole("heading", { name: "Head of support, Larkspur Pumps" })).toBeVisible();
  await expect(sheet.locator("blockquote .by").first()).toHaveText(/^(A|An) /);

  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await page.getByRole("button", { name: "Copy", exact: true }).click();
  await expect(page.getByText("Copied.")).toBeVisible();
  expect(await copied()).toMatch(/^Head of support, Larkspur Pumps\n\nWhat you need/);
  expect(await copied()).not.toContain("Marigold");
  const html = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    return (await item.getType("text/html")).text();
  });
  expect(html).toContain("Fluent in Portuguese</h3>");
  expect(html).not.toContain("Marigold");

  await page.getByRole("checkbox", { name: /^Marigold Fenn, else/ }).check();
  await expect(sheet).toContainText("Marigold Fenn offered to teach me");
  await page.getByRole("button", { name: "Copy as Markdown" }).click();
  await expect(page.getByText("Copied as Markdown.")).toBeVisible();
  expect(await copied()).toContain("### Fluent in Portuguese\n\nMarigold Fenn offered");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(sheet).toContainText("A hiring manager offered to teach me");

  for (const [name, file] of [["Markdown", "md"], ["Plain text", "txt"], ["Web page", "html"]]) {
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name, exact: true }).click()]);
    expect(download.suggestedFilename()).toBe(`refrain-head-of-support-larkspur-pumps-plan.${file}`);
    const text = await readFile(await download.path(), "utf8");
    expect(text).toContain("Head of support");
    expect(text).not.toContain("Marigold");
  }
  await expect(page.getByRole("button", { name: "JSON Resume" })).toHaveCount(0);

  await page.emulateMedia({ media: "print" });
  expect((await page.locator("body").innerText()).trim()).toBe((await sheet.innerText()).trim());
  const pdf = (await page.pdf({ format: "A4" })).toString("latin1");
  expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
});

test("the role can be changed, and the plan deleted and brought back", async ({ page }) => {
  await planned(page);
  await page.getByRole("button", { name: "Change the role or what they need" }).click();
  await page.getByLabel("Role").fill("Support lead");
  await typed(page, "Support lead");
  await page.getByRole("button", { name: "Keep changes" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Support lead" })).toBeVisible();
  await page.getByRole("button", { name: "Delete this plan" }).click();
  await expect(page.getByRole("heading", { name: "The fit", exact: true })).toBeVisible();
  await expect(page.getByRole("link", { name: /Support lead/ })).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("link", { name: /Support lead/ })).toBeVisible();
});

/** Leaves the user on a request of their own. */
async function requested(page) {
  await page.goto("#/advice");
  await page.getByLabel("To whom").fill("Ottoline Quill");
  await page.getByLabel("Company").fill("Thistledown Mills");
  await page.getByLabel("What drew me to you").fill("I heard your talk on looms.");
  await page.getByLabel("What I want to learn").fill("How did you learn to mend them?");
  await page.getByLabel("How little I ask").fill("Twenty minutes by phone in the week of 9 March.");
  await typed(page, "week of 9 March");
}

test("a request is the user’s own words, and an article is asked for only where it is true", async ({ page }) => {
  await requested(page);
  await expect(page.getByLabel("The article I am writing")).toHaveCount(0);
  await page.getByLabel(/^It is true that I am writing an article/).check();
  await page.getByLabel("The article I am writing").fill("It is for the mill’s paper.");
  await page.getByLabel(/^It is true that I am writing an article/).uncheck();
  await page.getByRole("button", { name: "Keep the request" }).click();
  const text = page.getByRole("region", { name: "As they will read it" });
  await expect(text).toContainText("I heard your talk on looms.");
  await expect(text).not.toContainText("mill’s paper");
  await page.getByLabel(/^It is true that I am writing an article/).check();
  await page.getByRole("button", { name: "Keep changes" }).click();
  await expect(text).toContainText("mill’s paper");
  await saved(page);
  await page.reload();
  await expect(text).toContainText("mill’s paper");
});

test("a conversation that came of a request begins an answer of its own stage", async ({ page }) => {
  await requested(page);
  await page.keyboard.press("Control+Enter");
  await page.getByRole("button", { name: "I sent it" }).click();
  await expect(page.getByText(/^Sent /)).toBeVisible();
  await page.getByRole("button", { name: /^We talked/ }).click();
  await expect(page.getByLabel(/So what did you like/)).toBeFocused();
  await expect(page.getByLabel("Stage").first()).toHaveValue("Informational");
  await page.goto("#/advice");
  await expect(page.getByRole("link", { name: /Ottoline Quill/ })).toBeVisible();
});

test("phrases that everybody uses are told of as one writes, can be kept, and that is remembered", async ({ page }) => {
  await page.goto("#/compare");
  const field = page.getByLabel(/What do you say/);
  await field.fill("I am a hard worker and I mended 40 looms.");
  const told = page.getByText("Everybody says “hard worker”. A number, a name or a moment makes it yours.");
  await expect(told).toBeVisible();
  await expect(page.getByText(/what would have gone wrong without you/)).toBeVisible();
  await page.getByRole("button", { name: /^Keep it/ }).click();
  await expect(told).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(told).toBeVisible();
  await page.getByRole("button", { name: /^Keep it/ }).click();
  await saved(page);
  await page.reload();
  await expect(page.getByText("You keep “hard worker”.")).toBeVisible();
  await page.getByRole("button", { name: /^Tell me again/ }).click();
  await expect(told).toBeVisible();
  await field.fill("I mended 40 looms.");
  await expect(told).toHaveCount(0);
});

test("a request and a line of the pitch are looked through too", async ({ page }) => {
  await page.goto("#/advice");
  await page.getByLabel("Who I am").fill("I think outside the box.");
  await expect(page.getByText(/Everybody says “think outside the box”/)).toBeVisible();
  await pasteNotes(page);
  await page.getByRole("button", { name: "Add my own line" }).click();
  await page.getByLabel("My own line").fill("I am a team player.");
  await expect(page.getByText(/Everybody says “team player”/)).toBeVisible();
});

for (const colorScheme of ["light", "dark"]) {
  for (const width of [360, 1280]) {
    test(`nothing keeps people out of the plan and the request, ${colorScheme}, ${width} px`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      await page.goto("#/fit");
      await expect(page.getByRole("heading", { name: "The fit" })).toBeVisible();
      await expectAccessible(page);
      await planned(page);
      await need(page, "Fluent in Portuguese").getByRole("button", { name: /^Write what you will say/ }).click();
      await page.getByLabel("In my own words").fill("I am a fast learner.");
      await expect(page.getByText(/Everybody says “fast learner”/)).toBeVisible();
      await expectAccessible(page);
      await requested(page);
      await expectAccessible(page);
      await page.keyboard.press("Control+Enter");
      await expect(page.getByRole("heading", { name: "As they will read it" })).toBeVisible();
      await expectAccessible(page);
    });
  }
}
