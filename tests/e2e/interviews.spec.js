// The interviews: capturing one by keyboard, the askings, finding and ordering, changing in place.
import { expect, expectAccessible, test } from "./refrain.js";
import { analysed, pasteNotes, saved } from "./steps.js";

const question = "So what did you like about my background?";
const rows = (page) => page.locator(".list > li");
/** A choice in the bar above the list; the form has fields of the same names. */
const find = (page, name) => page.getByRole("search").getByRole("combobox", { name });
const names = (page) => page.locator(".list .who > :first-child");

/** Notes on as many invented interviews, at three companies and four stages, one a day. */
function notes(count) {
  const companies = ["Larkspur Homes", "Nettlebed Care", "Thistledown Mills"];
  const stages = ["recruiter call", "phone screen", "panel", "HR"];
  const said = ["You stay calm when the roof leaks.", "You explain things so anyone can follow.", "You ask first."];
  return Array.from({ length: count }, (_, at) => {
    const date = new Date(Date.UTC(2025, 0, 1 + at)).toISOString().slice(0, 10);
    return `Person ${String.fromCharCode(65 + (at % 26))}${at}, ${companies[at % 3]}, ${stages[at % 4]}, ${date}\n${said[at % 3]}`;
  }).join("\n\n");
}

async function open(page, count) {
  await pasteNotes(page, notes(count));
  await saved(page);
  await page.getByRole("link", { name: "Interviews" }).first().click();
  await expect(rows(page)).toHaveCount(count);
}

async function add(page, who, company, answer) {
  await page.getByLabel(question).fill(answer);
  await page.getByLabel("Who said it").fill(who);
  await page.getByLabel("Company", { exact: true }).first().fill(company);
  await page.keyboard.press("Control+Enter");
}

test("the key N starts a new answer once it is switched on, and never while somebody writes", async ({ page }) => {
  await page.goto("#/interviews");
  await saved(page);
  await page.locator("#main").focus();
  await page.keyboard.press("n");
  await expect(page).toHaveURL(/#\/interviews$/);

  await page.getByRole("button", { name: "Switch the key N on" }).click();
  await expect(page.locator(".notice")).toContainText("Switched the key N on.");
  await page.keyboard.press("n");
  await expect(page.getByLabel(question)).toBeFocused();
  await page.keyboard.type("nine nuns");
  await expect(page.getByLabel(question)).toHaveValue("nine nuns");

  await saved(page);
  await page.goto("#/");
  await page.reload();
  await expect(page.getByRole("link", { name: "Add your first answer" })).toBeVisible();
  await page.keyboard.press("n");
  await expect(page.getByLabel(question)).toBeFocused();

  await page.getByRole("button", { name: "Switch the key N off" }).click();
  await page.goto("#/");
  await page.keyboard.press("n");
  await expect(page.getByRole("link", { name: "Add your first answer" })).toBeVisible();
});

test("people and companies are suggested, and a known person brings their company", async ({ page }) => {
  await page.goto("#/add");
  await add(page, "Bram Teasel, recruiter", "Larkspur Homes", "You stay calm.");
  await expect(rows(page)).toHaveCount(1);
  await expect(page.locator("#people option")).toHaveAttribute("value", "Bram Teasel, recruiter");
  await expect(page.locator("#companies option")).toHaveAttribute("value", "Larkspur Homes");
  const company = page.getByLabel("Company", { exact: true }).first();
  await page.getByLabel("Who said it").fill("Bram Teasel, recruiter");
  await expect(company).toHaveValue("Larkspur Homes");
  await company.fill("Nettlebed Care");
  await page.getByLabel("Who said it").fill("Bram");
  await page.getByLabel("Who said it").fill("Bram Teasel, recruiter");
  await expect(company).toHaveValue("Nettlebed Care");
});

test("askings are counted, with or without an answer, and their numbers can be changed and brought back", async ({ page }) => {
  await page.goto("#/add");
  const chances = page.locator(".chances");
  await expect(chances).toContainText("0 answers from 0 askings; 15 chances open");
  await add(page, "Bram Teasel", "Larkspur Homes", "You stay calm.");
  await expect(chances).toContainText("1 answer from 1 asking; 14 chances open");

  // Without an answer the interview still says whom it was with.
  await page.getByRole("radio", { name: "No answer" }).check({ force: true });
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("Say who it was or where")).toBeVisible();
  await expect(page.getByLabel("Who said it")).toBeFocused();
  await page.keyboard.type("Ottoline Quill");
  await page.keyboard.press("Control+Enter");
  await expect(rows(page)).toHaveCount(2);
  await expect(rows(page).first()).toContainText("Asked, no answer");
  await expect(chances).toContainText("1 answer from 2 askings; 13 chances open");

  await page.getByLabel("Who said it").fill("Cuthbert Pyke");
  await page.getByRole("radio", { name: "Didn’t ask" }).check({ force: true });
  await page.keyboard.press("Control+z");
  await expect(rows(page), "a radio button takes no letters").toHaveCount(1);
  await page.keyboard.press("Control+Shift+z");
  await expect(rows(page)).toHaveCount(2);
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("You did not ask.")).toBeVisible();
  await expect(chances).toContainText("1 answer from 2 askings; 13 chances open");

  await page.getByRole("button", { name: "Change these numbers" }).click();
  await expect(page.getByLabel("Recruiters")).toBeFocused();
  await page.getByLabel("Recruiters").fill("none");
  await expect(page.getByText("Both are whole numbers from 1 to 99.")).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Recruiters")).toBeFocused();
  await page.getByLabel("Recruiters").fill("1");
  await page.getByLabel("Askings each").fill("2");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Change these numbers" })).toBeFocused();
  await expect(chances).toContainText("0 chances open");
  await expect(chances).toContainText("Every chance is taken. With two recruiters you would have two chances.");
  await page.getByRole("button", { name: "Count on two" }).click();
  await expect(chances).toContainText("2 chances open");
  await page.getByRole("button", { name: "Undo" }).click();
  await page.keyboard.press("Control+z");
  await expect(chances).toContainText("13 chances open");
});

test("the list is searched, filtered and ordered, and the address keeps it", async ({ page }) => {
  await open(page, 60);
  const status = page.getByRole("status").filter({ hasText: "shown" });
  await page.getByRole("searchbox", { name: "Search" }).pressSequentially("calm larkspur");
  await expect(page.getByRole("searchbox", { name: "Search" })).toBeFocused();
  await expect(status).toHaveText("20 of 60 shown");
  await expect(rows(page)).toHaveCount(20);
  await find(page, "Stage").selectOption("Panel");
  await expect(status).toHaveText("5 of 60 shown");
  await find(page, "Order").selectOption("Oldest first");
  await expect(names(page).first()).toHaveText("Person G6");

  await page.reload();
  await expect(status).toHaveText("5 of 60 shown");
  await expect(page.getByRole("searchbox", { name: "Search" })).toHaveValue("calm larkspur");
  await expect(find(page, "Stage")).toHaveValue("Panel");
  await expect(names(page).first()).toHaveText("Person G6");

  // Each choice is a step on the way back, each letter is not.
  await page.goBack();
  await expect(find(page, "Order")).toHaveValue("Newest first");
  await page.goBack();
  await expect(status).toHaveText("20 of 60 shown");
  await page.goForward();
  await expect(status).toHaveText("5 of 60 shown");

  await page.getByRole("searchbox", { name: "Search" }).fill("nobody said this");
  await expect(status).toHaveText("0 of 60 shown");
  await page.getByRole("button", { name: "Show all of them" }).click();
  await expect(rows(page)).toHaveCount(60);
  await expect(page.getByRole("searchbox", { name: "Search" })).toBeFocused();

  await find(page, "Company").selectOption("Nettlebed Care");
  await find(page, "Person").selectOption("Person B1");
  await expect(status).toHaveText("1 of 60 shown");
});

test("an interview is changed in place, and the search is still there afterwards", async ({ page }) => {
  await open(page, 12);
  await page.getByRole("searchbox", { name: "Search" }).fill("calm");
  await expect(rows(page)).toHaveCount(4);
  await page.getByRole("link", { name: "Edit the interview with Person A0" }).click();
  await page.getByLabel("What did they like?").fill("You draw well.");
  await expect(rows(page)).toHaveCount(4);
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("status").filter({ hasText: "shown" })).toHaveText("3 of 12 shown");
  await expect(page.getByRole("searchbox", { name: "Search" })).toHaveValue("calm");
  await expect(page.getByRole("heading", { name: "12 interviews" }), "its row is gone").toBeFocused();

  await page.getByRole("button", { name: /^Delete/ }).first().click();
  await expect(page.getByRole("status").filter({ hasText: "shown" })).toHaveText("2 of 11 shown");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("status").filter({ hasText: "shown" })).toHaveText("3 of 12 shown");
});

test("changes that are left half-way can be gone on with or discarded", async ({ page }) => {
  await open(page, 3);
  await page.getByRole("link", { name: "Edit the interview with Person A0" }).click();
  await page.getByLabel("What did they like?").fill("You draw well.");
  await page.keyboard.press("Escape");
  await expect(page.getByText("Half changed")).toBeVisible();
  await expect(rows(page).last()).toContainText("You stay calm when the roof leaks.");
  await page.getByRole("link", { name: "Go on editing the interview with Person A0" }).click();
  await expect(page.getByLabel("What did they like?")).toHaveValue("You draw well.");
  await page.getByRole("button", { name: "Cancel" }).click();
  await page.getByRole("button", { name: "Discard the changes to the interview with Person A0" }).click();
  await expect(page.getByText("Half changed")).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Person A0", exact: true })).toBeFocused();
});

test("after deleting, the keyboard goes on at the next interview, and an address of a deleted one says so", async ({ page }) => {
  await open(page, 3);
  const address = await page.getByRole("link", { name: "Edit the interview with Person B1" }).getAttribute("href");
  await page.getByRole("button", { name: "Delete the interview with Person B1" }).click();
  await expect(page.getByRole("link", { name: "Person A0", exact: true })).toBeFocused();
  await page.getByRole("button", { name: "Delete the interview with Person A0" }).click();
  await expect(page.getByRole("link", { name: "Person C2", exact: true })).toBeFocused();
  await page.getByRole("button", { name: "Delete the interview with Person C2" }).click();
  await expect(page.getByRole("heading", { name: "No interviews yet" })).toBeFocused();
  await page.keyboard.press("Control+z");
  await page.goto(address);
  await expect(page.getByText("This interview is not here any more.")).toBeVisible();
});

test("a date that is half written is asked for, and one of another year shows its year", async ({ page }) => {
  await page.goto("#/add");
  await page.getByLabel(question).fill("You stay calm.");
  await page.getByLabel("Date", { exact: true }).fill("");
  await page.getByLabel("Date", { exact: true }).pressSequentially("03");
  await page.getByRole("button", { name: "Keep this answer" }).click();
  await expect(page.getByText("Finish the date or empty it.")).toBeVisible();
  await expect(page.getByLabel("Date", { exact: true })).toBeFocused();
  await page.getByLabel("Date", { exact: true }).fill("2019-03-14");
  await page.getByRole("button", { name: "Keep this answer" }).click();
  await expect(rows(page).first()).toContainText("14 Mar 2019");
});

test("the numbers of the askings are written over, and Escape leaves them", async ({ page }) => {
  await page.goto("#/interviews");
  await page.getByRole("button", { name: "Change these numbers" }).click();
  await expect(page.getByLabel("Recruiters")).toBeFocused();
  await page.keyboard.type("4");
  await expect(page.getByLabel("Recruiters")).toHaveValue("4");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Change these numbers" })).toBeFocused();
  await expect(page.locator(".chances")).toContainText("15 chances open");
});

test("a thousand interviews are all there and are searched while one writes", async ({ page }) => {
  test.slow(); // It goes through many screens.
  await page.goto("#/paste");
  await page.getByLabel("Your notes").fill(notes(1000));
  await page.getByRole("button", { name: "Add 1,000 interviews" }).click();
  await analysed(page);
  await page.getByRole("link", { name: "Interviews" }).first().click();
  await expect(rows(page)).toHaveCount(1000);
  await page.getByRole("searchbox", { name: "Search" }).pressSequentially("person b1");
  await expect(names(page).last()).toHaveText("Person B1");
});

test("on a phone the form leaves the list room until somebody goes there, and the title names what is open", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await open(page, 3);
  await page.goto("#/story");
  await page.goto("#/interviews");
  const keep = page.getByRole("button", { name: "Keep this answer" });
  await expect(keep).toBeHidden();
  await page.getByLabel("So what did you like about my background?").focus();
  await expect(keep).toBeVisible();
  await page.getByRole("link", { name: /^Edit/ }).first().click();
  await expect(page).toHaveTitle(/^The interview .+: Interviews: Refrain$/);
  await page.goto("#/story");
  await page.goto("#/add");
  await expect(keep, "who wants to add sees all of it").toBeVisible();
});

test("the interviews are accessible in every state, on a phone and on a desk, in both themes", async ({ page }) => {
  test.slow(); // It goes through many screens.
  await open(page, 3);
  await page.getByRole("button", { name: "Switch the key N on" }).click();
  await page.getByRole("button", { name: "Close" }).click();
  const edit = await page.getByRole("link", { name: /^Edit/ }).first().getAttribute("href");
  for (const colorScheme of ["light", "dark"]) {
    for (const width of [360, 1280]) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      for (const address of ["#/interviews?find=calm", "#/interviews?find=nobody", edit, "#/sample/interviews?stage=Panel"]) {
        await page.goto(address);
        await expect(page.getByRole("heading", { level: 1 })).toBeAttached();
        await expectAccessible(page);
      }
      await page.goto("#/interviews");
      await page.getByRole("button", { name: "Change these numbers" }).click();
      await page.getByLabel("So what did you like about my background?").focus();
      await page.getByRole("radio", { name: "Didn’t ask" }).check({ force: true });
      await expectAccessible(page);
      await page.getByRole("button", { name: "Cancel" }).click();
      await page.getByRole("radio", { name: "They answered" }).check({ force: true });
    }
  }
});
