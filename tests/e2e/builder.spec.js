// The builder of what other sites show: what is chosen is what stands in the preview and in what is copied, and nothing else is.
import { expect, expectAccessible, test } from "./refrain.js";
import { pasteNotes, sample } from "./steps.js";

const copied = (page) => page.getByRole("textbox", { name: "What to paste" }).inputValue();
const preview = (page) => page.frameLocator("iframe[title=Preview]");

/** The names of everybody and every company in the sample's headings. */
const names = [...sample.matchAll(/\b(?:[A-Z][a-z]+ )+[A-Z][a-z]+\b/g)].map(([name]) => name);

async function open(page) {
  await pasteNotes(page);
  await page.goto("#/embed");
  await expect(page.getByRole("heading", { level: 1, name: "Put it on your site" })).toBeVisible();
  await expect(preview(page).getByRole("heading", { name: "What interviewers keep telling me" })).toBeVisible();
}

test("the preview shows what becomes public, and names nobody", async ({ page }) => {
  await open(page);
  const lines = page.getByRole("group", { name: "What is shown" });
  const first = lines.getByRole("checkbox").first();
  const line = (await lines.locator(".tickable").first().innerText()).trim();
  await expect(preview(page).getByText(line)).toBeVisible();
  await expect(preview(page).getByRole("img").first()).toHaveAccessibleName(/^\d+ of 10 interviews$/);
  expect(names.length).toBeGreaterThan(3);
  const shown = await preview(page).locator("main").innerText();
  for (const name of names) expect(shown).not.toContain(name);

  await first.uncheck();
  await expect(preview(page).getByText(line)).toHaveCount(0);
  await page.getByRole("checkbox", { name: /^In how many interviews/ }).uncheck();
  await expect(preview(page).getByRole("img")).toHaveCount(0);
  await page.getByLabel("Title").fill("Was man mir sagt <b>&");
  await expect(preview(page).getByRole("heading", { name: "Was man mir sagt <b>&" })).toBeVisible();
});

test("somebody whose call is still to come is not named either", async ({ page }) => {
  await pasteNotes(page);
  await page.getByRole("button", { name: "Close" }).click();
  await page.getByRole("button", { name: "Add my own line" }).click();
  await page.getByLabel("My own line").fill("I was told so by Quentin Ashby of Mossgrove Mills.");
  await page.getByRole("button", { name: "Keep", exact: true }).click();
  await page.goto("#/people");
  await page.getByRole("button", { name: "Prepare for a call" }).click();
  await page.getByLabel("With whom").fill("Quentin Ashby, director");
  await page.getByLabel("Company").fill("Mossgrove Mills");
  await page.getByLabel("Day").fill("2099-05-06");
  await page.getByRole("button", { name: "Make the card" }).click();
  await expect(page.getByRole("heading", { name: "Before the call" })).toBeFocused();
  await page.goto("#/embed");
  await expect(preview(page).getByText("I was told so by an interviewer of a company.")).toBeVisible();
});

test("a name that is ticked is shown, and no other", async ({ page }) => {
  await open(page);
  const group = page.getByRole("group", { name: /^Names stay out/ });
  const boxes = group.getByRole("checkbox");
  expect(await boxes.count()).toBeGreaterThan(5);
  const before = await preview(page).locator("main").innerText();
  for (const box of await boxes.all()) await box.check();
  await expect.poll(() => preview(page).locator("main").innerText()).not.toBe(before);
  await page.getByRole("radio", { name: "Plain HTML" }).check();
  const markup = await copied(page);
  expect(names.some((name) => markup.includes(name))).toBe(true);
  for (const box of await boxes.all()) await box.uncheck();
  await expect.poll(() => preview(page).locator("main").innerText()).toBe(before);
});

test("each form is copied as it stands, and what is copied works", async ({ page }) => {
  await open(page);
  await page.getByRole("radio", { name: "Dark" }).check();
  const forms = { Frame: /^<iframe src="http.*card\.html\?theme=dark#1\..* loading="lazy"/s, Script: /<refrain-embed mode="card" card="1\./, Link: /^http.*card\.html\?theme=dark#1\./, "Plain HTML": /^<div style=/ };
  for (const [name, expected] of Object.entries(forms)) {
    await page.getByRole("radio", { name, exact: true }).check();
    await page.getByRole("button", { name: "Copy", exact: true }).click();
    await expect(page.getByText("Copied.")).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(expected);
    expect(await copied(page)).toMatch(expected);
  }
  await page.getByRole("radio", { name: "Link", exact: true }).check();
  await expect(page.getByText("Copied before the last change.")).toBeVisible();
  const shown = await preview(page).getByRole("list").innerText();
  await page.goto(await copied(page));
  expect(await page.getByRole("list").innerText()).toBe(shown);
});

test("of a line with many quotes the first are seen, and the others are a press away", async ({ page }) => {
  const companies = ["Larkspur Homes", "Nettlebed Care", "Thistledown Hospice", "Mossgrove Mills", "Pebble Search", "Fennel Works", "Gorse & Sons"];
  await pasteNotes(page, companies.map((company, at) => `Person ${at}, recruiter, ${company}, panel, ${at + 1} March 2026\nYou stay calm when everything goes wrong.`).join("\n\n"));
  await page.goto("#/embed");
  const lines = page.getByRole("group", { name: "What is shown" });
  await expect(lines.locator(".overheard").filter({ visible: true })).toHaveCount(4);
  await lines.getByText("Three more quotes").click();
  await lines.locator(".others").getByRole("checkbox").last().check();
  await expect(lines.getByText("1 of 3 more ticked")).toBeVisible();
  await expect(preview(page).locator("blockquote")).toHaveCount(2);
});

test("what was chosen is still chosen after a look at another screen, and after a reload", async ({ page }) => {
  await open(page);
  await page.getByRole("radio", { name: "Dark" }).check();
  await page.getByLabel("Height of the plain frame, in pixels").fill("500");
  await page.getByLabel("Title").fill("What they say");
  const line = page.getByRole("group", { name: "What is shown" }).getByRole("checkbox").first();
  await line.uncheck();
  const name = page.getByRole("group", { name: /^Names stay out/ }).getByRole("checkbox").first();
  await name.check();
  await page.getByRole("checkbox", { name: /^Who said it/ }).uncheck();
  await page.getByRole("radio", { name: "Script" }).check();
  const before = await copied(page);
  await page.goto("#/share");
  await expect(page.getByRole("heading", { level: 1, name: "Share" })).toBeVisible();
  // Whoever reloads at once waits for what was typed to be kept, as everywhere.
  await expect.poll(() => page.evaluate(() => Object.values(localStorage).join("\n"))).toContain("\t500\tScript");
  for (const come of [() => page.goto("#/embed"), () => page.reload()]) {
    await come();
    await expect(line).not.toBeChecked();
    await expect(name).toBeChecked();
    await expect(page.getByRole("radio", { name: "Dark" })).toBeChecked();
    await expect(page.getByLabel("Height of the plain frame, in pixels")).toHaveValue("500");
    await expect.poll(() => copied(page)).toBe(before);
  }
});

test("all of Refrain can be embedded too; the preview shows the sample", async ({ page }) => {
  await page.goto("#/embed");
  await expect(page.getByText("There is no pitch yet.")).toBeVisible();
  await page.getByText("All of Refrain").click();
  await expect(preview(page).getByText("You are looking at a sample.")).toBeVisible();
  expect(await copied(page)).toContain("allow-forms");
  await expect(page.getByRole("radio", { name: "Plain HTML" })).toHaveCount(0);
});

test("where copying is blocked the text is selected", async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
  await open(page);
  await page.getByRole("button", { name: "Copy", exact: true }).click();
  await expect(page.getByText("This browser blocked copying.")).toBeVisible();
  expect(await page.evaluate(() => getSelection().toString() || document.activeElement.value)).toContain("<iframe");
});

test("the plain HTML stands in a page without script, light or dark", async ({ page }) => {
  await open(page);
  await page.getByRole("radio", { name: "Plain HTML" }).check();
  const markup = await copied(page);
  // Out of the page, whose own policy forbids inline styles.
  await page.goto("about:blank");
  for (const style of ["background: #fff; color: #222", "background: #1c2230; color: #e8e6e3"]) {
    await page.setContent(`<!doctype html><html lang="en"><title>A page</title><main style="${style}"><h1>A page</h1><h2>A post</h2>${markup}</main>`);
    await expect(page.getByText(/\d+ of 10 interviews/).first()).toBeVisible();
    await expectAccessible(page);
  }
});

test("the screen can be used by everybody", async ({ page }) => {
  await open(page);
  for (const colorScheme of ["light", "dark"]) {
    for (const width of [360, 1280]) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      await expectAccessible(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
    }
  }
});
