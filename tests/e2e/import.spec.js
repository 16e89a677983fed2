// What comes in from elsewhere: files dropped or chosen, Markdown, tables, and what is wrong with some of them.
import { writeFile } from "node:fs/promises";
import { expect, expectAccessible, test } from "./refrain.js";
import { saved } from "./steps.js";

const entries = (page) => page.locator(".preview ol > li");
const file = (name, content) => ({ name, mimeType: "", buffer: Buffer.isBuffer(content) ? content : Buffer.from(content) });

async function choose(page, name, content) {
  await page.getByLabel("Choose a file").setInputFiles(file(name, content));
}

test.beforeEach(async ({ page }) => {
  await page.goto("#/paste");
  await expect(page.getByRole("heading", { name: "Paste notes" })).toBeVisible();
});

test("a table is read by its headings, corrected by the user, and added in one step", async ({ page }) => {
  await choose(
    page,
    "calls.csv",
    "Interviewer;Place;Round;Day;Feedback;Salary\n" +
      'Bram Teasel;Larkspur Homes;panel;14/03/2026;"You stay calm; always.\nAnd kind.";1\n' +
      "Ottoline Quill;Nettlebed Care;HR;2026-03-16;;2\n" +
      "Cuthbert Pyke;Nettlebed Care;HR;2026-03-17;You draw well.;3\n",
  );
  await expect(page.getByText("Two interviews found.")).toBeVisible();
  await expect(page.getByLabel("Read it as")).toHaveValue("A table (CSV)");
  await expect(page.getByLabel("Between fields")).toHaveValue("Semicolons");
  await expect(page.getByText("Date: “14/03/2026” is in numbers alone")).toBeVisible();
  await page.getByLabel("Dates look like").selectOption("Day first: 14/03/2026");
  await expect(page.getByText("is in numbers alone")).toHaveCount(0);
  await page.getByRole("combobox", { name: "Place" }).selectOption("Company");
  await expect(entries(page).first()).toContainText("Bram Teasel, Larkspur Homes. Panel, 14 March 2026");
  await expect(entries(page).first().locator(".said")).toHaveText("You stay calm; always.\nAnd kind.");

  await page.getByText("One line is left out").click();
  await expect(page.getByText("Line 4: there is nothing under “What they said”.")).toBeVisible();
  await entries(page).nth(1).getByRole("checkbox").uncheck();
  await page.getByRole("button", { name: "Add one interview" }).click();
  await page.getByRole("link", { name: "Interviews" }).first().click();
  await expect(page.locator(".list > li")).toHaveCount(1);
  await page.keyboard.press("Control+z");
  await expect(page.getByText("No interviews yet")).toBeVisible();
});

test("recommendations of a professional network are known, and not added twice", async ({ page }) => {
  const content =
    "First Name,Last Name,Company,Job Title,Text,Creation Date,Status\r\n" +
    'Ottoline,Quill,Thistledown Mills,Head of Supply,"She explains it so that anyone can follow.","03/04/24, 09:12 AM",VISIBLE\r\n' +
    'Bram,Teasel,Larkspur Homes,Recruiter,"She stays calm.","12/24/23, 05:00 PM",VISIBLE\r\n';
  await choose(page, "Recommendations_Received.csv", content);
  await expect(page.getByText("These are recommendations that you received")).toBeVisible();
  await expect(entries(page).first()).toContainText("Ottoline Quill, Head of Supply, Thistledown Mills. 4 March 2024");
  await expect(entries(page).nth(1)).toContainText("24 December 2023");
  await page.getByRole("button", { name: "Add two interviews" }).click();
  await saved(page);
  await page.goto("#/paste");
  await choose(page, "Recommendations_Received.csv", content);
  await expect(page.getByText("Two interviews found; two you have already.")).toBeVisible();
  await expect(entries(page).first().getByRole("checkbox")).not.toBeChecked();
  await expect(page.getByRole("button", { name: "Add interviews" })).toBeDisabled();
});

test("a Markdown file can be dropped anywhere on the screen", async ({ page }) => {
  const data = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(["# Notes\n\n## Bram Teasel, Larkspur\n\n- you stay **calm**\n"], "notes.md"));
    return transfer;
  });
  await page.dispatchEvent("h1", "dragover", { dataTransfer: data });
  await expect(page.getByText("Let go, and it is read here.")).toBeVisible();
  await page.dispatchEvent("h1", "drop", { dataTransfer: data });
  await expect(page.getByText("One interview found.")).toBeVisible();
  await expect(entries(page).first()).toContainText("Bram Teasel, Larkspur");
  await expect(entries(page).first().locator(".said")).toHaveText("you stay calm");
  await page.getByText("One line is left out").click();
  await expect(page.getByText("Line 1: there is nothing below “Notes”.")).toBeVisible();
});

test("what is wrong with a file is said by its name, line and field, and nothing of it is taken", async ({ page }) => {
  await choose(page, "broken.csv", 'who,feedback\nBram,calm\nOttoline,"kind\nCuthbert,quick\n');
  await expect(page.getByText("broken.csv, line 3: a quotation mark opens a field there and never closes.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Add interviews" })).toBeDisabled();
  await choose(page, "backup.zip", Buffer.from([0x50, 0x4b, 3, 4, 0, 0]));
  await expect(page.getByText("backup.zip is an archive or a workbook.")).toBeVisible();
  await choose(page, "cv.pdf", "%PDF-1.7");
  await expect(page.getByText("cv.pdf is a PDF. Copy its text and paste it here.")).toBeVisible();
});

test("a file takes the place of what was written only until it is wanted back, and an empty one never", async ({ page }) => {
  const written = page.getByLabel("Your notes");
  await written.fill("You stay calm.");
  await choose(page, "empty.txt", " \n");
  await expect(page.getByText("empty.txt is empty. Nothing was read.")).toBeVisible();
  await expect(written).toHaveValue("You stay calm.");

  await choose(page, "notes.txt", "You draw.");
  await expect(page.getByLabel("Your notes, from notes.txt")).toHaveValue("You draw.");
  // Mended and chosen again under the same name.
  await choose(page, "notes.txt", "You draw well.");
  await expect(page.getByLabel("Your notes, from notes.txt")).toHaveValue("You draw well.");
  await page.getByRole("button", { name: "Back to what you had" }).click();
  await expect(written).toHaveValue("You stay calm.");
  await expect(written).toBeFocused();
  await expect(page.getByRole("button", { name: "Back to what you had" })).toHaveCount(0);
});

test("the same file is read again when it is chosen again", async ({ page }) => {
  const path = test.info().outputPath("mended.txt");
  await writeFile(path, "You draw.");
  await page.getByLabel("Choose a file").setInputFiles(path);
  await expect(page.getByLabel("Your notes, from mended.txt")).toHaveValue("You draw.");
  await writeFile(path, "You draw well.");
  await page.getByLabel("Choose a file").setInputFiles(path);
  await expect(page.getByLabel("Your notes, from mended.txt")).toHaveValue("You draw well.");
  expect(await page.getByLabel("Choose a file").inputValue()).toBe("");
});

test("older Windows text is told, and read as such when asked for", async ({ page }) => {
  await choose(page, "old.txt", Buffer.from("Bram, panel\nYou made caf\xe9 talk \x93simple\x94.", "latin1"));
  await expect(page.getByText("old.txt, line 2: these letters are not in UTF-8.")).toBeVisible();
  await page.getByRole("button", { name: "Read it as older Windows text" }).click();
  await expect(entries(page).first().locator(".said")).toHaveText("You made café talk “simple”.");
});

test("ten thousand rows show their progress, can be stopped, and are added as one step", async ({ page }) => {
  test.slow();
  const content = (count) => {
    const rows = Array.from({ length: count }, (_, at) => `Person ${at},Larkspur Homes,"You stay calm, and this is answer ${at}."`);
    return `who,company,feedback\n${rows.join("\n")}\n`;
  };
  // A clock that runs ahead makes each slice as short as it can be, so that there is time to look.
  await page.evaluate(() => {
    globalThis.now = Date.now;
    let ahead = 0;
    Date.now = () => globalThis.now() + (ahead += 50);
  });
  await choose(page, "larger.csv", content(60_000));
  await expect(page.getByRole("progressbar")).toBeVisible();
  await expect(page.getByRole("button", { name: "Add interviews" })).toBeDisabled();
  await page.getByRole("button", { name: "Stop" }).click();
  await expect(page.getByText("Stopped. Nothing was added.")).toBeVisible();
  await expect(page.getByRole("progressbar")).toHaveCount(0);
  await page.evaluate(() => (Date.now = globalThis.now));

  await choose(page, "large.csv", content(10_000));
  await expect(page.getByText("10,000 interviews found.")).toBeVisible();
  await expect(entries(page)).toHaveCount(100);
  await page.getByRole("button", { name: "Show more" }).click();
  await expect(entries(page)).toHaveCount(300);
  await page.getByRole("button", { name: "Add 10,000 interviews" }).click();
  await expect(page.locator(".notice")).toContainText("Added 10,000 interviews.");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("link", { name: "Add your first answer" })).toBeVisible();
});

test("importing is accessible, on a phone and on a desk, in both themes", async ({ page }) => {
  await choose(page, "calls.csv", "Interviewer,Day,Feedback\nBram,03/04/2026,You stay calm.\nOttoline,,\n");
  await expect(page.getByText("One interview found.")).toBeVisible();
  await page.getByText("One line is left out").click();
  for (const colorScheme of ["light", "dark"]) {
    for (const width of [360, 1280]) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      await expectAccessible(page);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
    }
  }
});
