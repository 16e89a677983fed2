// The pitch on its way out: what leaves is what is shown, in every shape, by every way.
import { readFile } from "node:fs/promises";
import { expect, expectAccessible, test } from "./refrain.js";
import { analysed, pasteNotes, saved } from "./steps.js";

const button = (page, name) => page.getByRole("button", { name, exact: true });
const sheet = (page) => page.locator("#sheet");
const shapes = ["Pitch", "To say aloud, with pauses", "About text for a profile", "Three résumé bullets", "Paragraph for an e-mail", "“Tell me about yourself”"];

/** Leaves the user on the screen, with a line of their own that names people. */
async function open(page, line = "I learned it from Ottoline Quill at Larkspur Homes.") {
  await pasteNotes(page);
  // On a phone it would lie over the button.
  await button(page, "Close").click();
  await button(page, "Add my own line").click();
  await page.getByLabel("My own line").fill(line);
  await button(page, "Keep").click();
  await saved(page);
  // The line comes last, and moves what is below it.
  const pitch = page.getByRole("complementary", { name: "Pitch" });
  await expect(pitch).toContainText(line);
  await pitch.getByRole("link", { name: "Share" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Share" })).toBeFocused();
  await expect(sheet(page)).toContainText("I learned it from");
}

/** What is on the clipboard, as programs that take formatted text and those that take none see it. */
const clipboard = (page) =>
  page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const text = async (kind) => (item.types.includes(kind) ? (await item.getType(kind)).text() : null);
    return { html: await text("text/html"), text: await text("text/plain") };
  });

async function download(page, name) {
  const [file] = await Promise.all([page.waitForEvent("download"), button(page, name).click()]);
  await expect(page.getByText(`${file.suggestedFilename()} is with your downloads.`)).toBeVisible();
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), "utf8") };
}

/** Text without what only arranges it. */
const bare = (text) => text.replace(/[•\-\s]+/g, " ").trim();

test("nobody is named until they are ticked, and a tick is kept and taken back", async ({ page }) => {
  await open(page);
  await expect(sheet(page)).toContainText("I learned it from a recruiter at a company.");
  await page.getByRole("checkbox", { name: /^Ottoline Quill, else/ }).check();
  await expect(sheet(page)).toContainText("I learned it from Ottoline Quill at a company.");
  await page.getByRole("checkbox", { name: /^Larkspur Homes, else/ }).check();
  await expect(sheet(page)).toContainText("from Ottoline Quill at Larkspur Homes.");
  await saved(page);
  await page.reload();
  await expect(sheet(page)).toContainText("from Ottoline Quill at Larkspur Homes.");
  await page.getByRole("checkbox", { name: /^Ottoline Quill, else/ }).uncheck();
  await expect(sheet(page)).toContainText("from a recruiter at Larkspur Homes.");
  await button(page, "Undo").click();
  await expect(sheet(page)).toContainText("from Ottoline Quill at Larkspur Homes.");
});

test("each shape is shown, copied with its form, and remembered", async ({ page }) => {
  await open(page);
  const seen = [];
  for (const name of shapes) {
    await page.getByRole("radio", { name, exact: true }).check();
    await button(page, "Copy").click();
    await expect(page.getByText("Copied.", { exact: true })).toBeVisible();
    const { html, text } = await clipboard(page);
    const read = await page.evaluate((html) => new DOMParser().parseFromString(html, "text/html").body.textContent, html);
    const shown = bare(await sheet(page).innerText());
    expect(bare(text)).toBe(shown);
    expect(bare(read)).toBe(shown);
    expect(text).not.toMatch(/Ottoline|Quill|Larkspur/);
    seen.push(shown);
  }
  expect(new Set(seen).size).toBe(shapes.length);
  expect(seen[1]).toMatch(/^0:00 .*\/\/ 0:\d\d .* words a minute/);
  expect(seen[4]).toMatch(/^When I ask interviewers what they like about my background, they come back to three things: I /);
  expect(seen[5]).toMatch(/Which of these would you like to hear more about\?$/);
  await page.getByRole("radio", { name: shapes[3], exact: true }).check();
  await expect(page.getByText("Copied before the last change.")).toBeVisible();
  await expect(sheet(page).getByRole("listitem")).toHaveCount(3);
  await page.reload();
  await expect(page.getByRole("radio", { name: shapes[3], exact: true })).toBeChecked();
  await expect(sheet(page).getByRole("listitem")).toHaveCount(3);
});

test("plain text and Markdown go without a form, and hostile text stays text", async ({ page }) => {
  await open(page, "I learned it from <b>Ottoline</b> & *others*.");
  await button(page, "Copy as plain text").click();
  await expect(page.getByText("Copied as plain text.")).toBeVisible();
  expect(await clipboard(page)).toEqual({ html: null, text: expect.stringContaining("from <b>a recruiter</b> & *others*.") });
  await button(page, "Copy as Markdown").click();
  await expect(page.getByText("Copied as Markdown.")).toBeVisible();
  expect((await clipboard(page)).text).toContain(String.raw`from \<b\>a recruiter\</b\> \& \*others\*.`);
  await button(page, "Copy").click();
  await expect(page.getByText("Copied.", { exact: true })).toBeVisible();
  expect((await clipboard(page)).html).toContain("from &lt;b&gt;a recruiter&lt;/b&gt; &amp; *others*.");
});

test("the pitch column copies the same way, and says when names were replaced", async ({ page }) => {
  await open(page);
  await page.goBack();
  await button(page, "Copy pitch").click();
  await expect(page.getByText("Copied, with roles in the place of names.")).toBeVisible();
  const { html, text } = await clipboard(page);
  expect(text).toContain("I learned it from a recruiter at a company.");
  expect(html).toContain("<p dir=\"auto\">");
});

test("where the form is refused the text is copied, and where all is, it is selected", async ({ page }) => {
  await page.addInitScript(() => {
    window.refuse = "form";
    const { writeText } = Clipboard.prototype;
    Clipboard.prototype.write = () => Promise.reject(new DOMException("no", "NotAllowedError"));
    Clipboard.prototype.writeText = function (text) {
      return window.refuse === "form" ? writeText.call(this, text) : Promise.reject(new DOMException("no", "NotAllowedError"));
    };
  });
  await open(page);
  await button(page, "Copy").click();
  await expect(page.getByText("Copied as plain text. This browser takes nothing else.")).toBeVisible();
  await page.evaluate(() => (window.refuse = "all"));
  for (const name of ["Copy", "Copy as plain text", "Copy as Markdown"]) {
    await button(page, name).click();
    await expect(page.getByText("This browser blocked copying.")).toBeVisible();
    const field = page.getByLabel("Your pitch as text");
    await expect(field).toBeFocused();
    const selected = await field.evaluate((field) => field.value.slice(field.selectionStart, field.selectionEnd));
    expect(selected).toContain("I learned it from a recruiter at a company.");
  }
});

test("quotes go along only when ticked, with roles for those who said them", async ({ page }) => {
  await open(page);
  await expect(page.getByRole("heading", { name: "In their words" })).toHaveCount(0);
  const group = page.getByRole("group", { name: "Quotes to go with it" });
  await group.locator("summary").first().click();
  await group.getByRole("checkbox").first().check();
  await expect(page.getByRole("heading", { name: "In their words" })).toBeVisible();
  await expect(sheet(page).locator("blockquote .by")).toHaveText(/^(A|An) /);
  // Ottoline Quill and Larkspur Homes are in the line, Pebble & Finch Search is where she said it.
  await expect(page.getByRole("checkbox", { name: /, else “a/ })).toHaveCount(3);
  const resume = JSON.parse((await download(page, "JSON Resume")).text);
  expect(resume.references).toHaveLength(1);
  expect(resume.references[0].name).toMatch(/^(A|An) /);
  // What only helps to say it aloud is not in a résumé.
  await page.getByRole("radio", { name: "To say aloud, with pauses", exact: true }).check();
  await expect(sheet(page)).toContainText("words a minute");
  expect(JSON.parse((await download(page, "JSON Resume")).text).basics.summary).not.toMatch(/\/|\d:\d\d|a minute/);
  await saved(page);
  await page.reload();
  await expect(page.getByRole("heading", { name: "In their words" })).toBeVisible();
});

test("every file can be saved and read, and names nobody", async ({ page, context }) => {
  await open(page);
  await page.getByRole("radio", { name: "About text for a profile" }).check();
  const shown = bare(await sheet(page).innerText());
  const text = await download(page, "Plain text");
  expect(text.name).toBe("refrain-my-pitch-about.txt");
  expect(bare(text.text)).toBe(shown);
  const markdown = await download(page, "Markdown");
  expect(markdown.name).toBe("refrain-my-pitch-about.md");
  expect(markdown.text).toMatch(/^# My pitch\n\n/);
  const resume = JSON.parse((await download(page, "JSON Resume")).text);
  expect(bare(resume.basics.summary)).toBe(shown);
  expect(resume.references).toBeUndefined();
  const html = await download(page, "Web page");
  for (const file of [text, markdown, html]) expect(file.text).not.toMatch(/Ottoline|Quill|Larkspur/);
  const saved = await context.newPage();
  for (const colorScheme of ["light", "dark"]) {
    await saved.emulateMedia({ colorScheme });
    await saved.setContent(html.text);
    await expect(saved.getByRole("heading", { level: 1, name: "My pitch" })).toBeVisible();
    expect(bare(await saved.locator("main").innerText())).toBe(bare(`My pitch ${shown}`));
    await expectAccessible(saved);
  }
});

test("the length and the version are chosen here too", async ({ page }) => {
  await open(page);
  const long = (await sheet(page).innerText()).length;
  await page.getByRole("radio", { name: "15 s" }).check();
  await expect.poll(async () => (await sheet(page).innerText()).length).toBeLessThan(long);
  await page.goto("#/versions");
  await page.getByLabel("Name").last().fill("For Larkspur");
  await page.getByRole("button", { name: /^Keep/ }).first().click();
  await page.goto("#/share");
  await page.getByLabel("Version").selectOption("For Larkspur");
  await expect(sheet(page)).toContainText("I learned it from");
  expect((await download(page, "Plain text")).name).toBe("refrain-for-a-company-pitch.txt");
});

test("on paper stands only what leaves", async ({ page }) => {
  await open(page);
  await page.emulateMedia({ media: "print" });
  await expect(sheet(page)).toBeVisible();
  const text = await page.locator("body").innerText();
  expect(bare(text)).toBe(bare(await sheet(page).innerText()));
});

test("the sample can be shown and copied, and nothing of it is kept", async ({ page }) => {
  await page.goto("#/sample/story");
  await analysed(page);
  await page.goto("#/sample/share");
  await expect(sheet(page)).toContainText("What people keep");
  const group = page.getByRole("group", { name: "Quotes to go with it" });
  await group.locator("summary").first().click();
  await group.getByRole("checkbox").first().check();
  await expect(page.getByRole("heading", { name: "In their words" })).toBeVisible();
  await button(page, "Copy").click();
  await expect(page.getByText("Copied.", { exact: true })).toBeVisible();
  await page.goto("#/sample/story");
  await analysed(page);
  await page.goto("#/sample/share");
  await expect(sheet(page)).toContainText("What people keep");
  await expect(page.getByRole("heading", { name: "In their words" })).toHaveCount(0);
});

test("without a pitch it says what will be here", async ({ page }) => {
  await page.goto("#/share");
  await expect(page.getByText("as soon as there is one")).toBeVisible();
  await expectAccessible(page);
});

for (const colorScheme of ["light", "dark"]) {
  for (const width of [360, 1280]) {
    test(`accessible and not too wide at ${width} px, ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.setViewportSize({ width, height: 800 });
      await open(page, `I learned it from ${"Ottoline".repeat(30)} at Larkspur Homes.`);
      const group = page.getByRole("group", { name: "Quotes to go with it" });
      await group.locator("summary").first().click();
      await group.getByRole("checkbox").first().check();
      await expect(page.getByRole("heading", { name: "In their words" })).toBeVisible();
      await expectAccessible(page);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
    });
  }
}
