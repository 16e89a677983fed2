// People: made of the interviews, prepared for before a call, looked back on after it, given to and asked.
import { readFile } from "node:fs/promises";
import { expect, expectAccessible, test } from "./refrain.js";
import { pasteNotes, saved } from "./steps.js";

// Far from where the tests run, so that a day which is not the user's own would be noticed.
test.use({ timezoneId: "Pacific/Auckland" });

test.beforeEach(({ page }) => page.clock.setFixedTime("2026-05-04T10:00:00+12:00"));

/** A call that is still to come, with its card open. */
async function prepare(page, who = "Bram Teasel, talent partner", company = "Larkspur Homes", day = "2026-05-06") {
  await page.goto("#/people");
  await page.getByRole("button", { name: "Prepare for a call" }).click();
  await page.getByLabel("With whom").fill(who);
  await page.getByLabel("Company").fill(company);
  await page.getByLabel("Day").fill(day);
  await page.getByRole("button", { name: "Make the card" }).click();
  await expect(page.getByRole("heading", { name: "Before the call" })).toBeFocused();
}

async function lookBack(page) {
  await page.getByRole("link", { name: /^After the call/ }).first().click();
  await page.getByLabel("So what did you like about my background?").fill("You stay calm when everything goes wrong.");
  await page.getByLabel("What will they remember of you in a week?").fill("The flooded laundry");
  await page.getByLabel("How can I help you?").fill("Send them a night nurse");
  await page.getByRole("radio", { name: "Yes" }).check();
  await page.getByRole("button", { name: "Keep this" }).click();
  await expect(page.getByRole("heading", { name: "What follows" })).toBeFocused();
}

const due = (page) => page.getByRole("region", { name: "Next" }).getByRole("listitem");
const followUp = (page, name) => page.getByRole("listitem").filter({ hasText: name });

async function save(page, button) {
  const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), "utf8") };
}

test("whoever has a name in the interviews stands among the people, and is found by what is written", async ({ page }) => {
  await page.goto("#/people");
  await expect(page.getByRole("heading", { name: "Nobody yet" })).toBeVisible();
  await expect(page.getByText("Everyone you name in an interview is added here")).toBeVisible();
  await pasteNotes(page);
  await page.goto("#/people");
  await expect(page.getByRole("heading", { name: "Ten people" })).toBeVisible();
  await page.getByRole("searchbox", { name: "Search people" }).fill("nettlebed recruiter");
  await expect(page.getByText("1 of 10 shown")).toBeVisible();
  await page.getByRole("link", { name: "Isolde Marrow" }).click();
  await expect(page.getByRole("heading", { name: "Isolde Marrow" })).toBeFocused();
  await expect(page.getByText("You cut missed visits from 31 a month to 4")).toBeVisible();
  await page.getByLabel("What they look for").fill("Night nurses in Eastleigh");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("Changed what you know of Isolde Marrow.")).toBeVisible();
  await page.getByRole("checkbox", { name: /champion/ }).check();
  await saved(page);
  await page.reload();
  await expect(page.getByLabel("What they look for")).toHaveValue("Night nurses in Eastleigh");
  await expect(page.getByRole("checkbox", { name: /champion/ })).toBeChecked();
  await page.goto("#/people");
  await page.getByRole("searchbox", { name: "Search people" }).fill("eastleigh");
  await expect(page.getByRole("listitem").filter({ hasText: "Isolde Marrow" })).toContainText("Champion");
  await expect(page.getByText("1 of 10 shown")).toBeVisible();
});

test("what is being written about somebody survives a look at another screen", async ({ page }) => {
  await pasteNotes(page);
  await page.goto("#/people");
  await page.getByRole("link", { name: "Isolde Marrow" }).click();
  await page.getByLabel("What we share").fill("The choir");
  await page.goto("#/people");
  await page.getByRole("link", { name: "Isolde Marrow" }).click();
  await expect(page.getByLabel("What we share")).toHaveValue("The choir");
  await page.getByLabel("What we share").press("Escape");
  await expect(page.getByLabel("What we share")).toHaveValue("The choir");
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByLabel("What we share")).toHaveValue("");
  await expect(page.getByRole("heading", { name: "What you know of them" })).toBeFocused();
});

test("two entries for one person are put together, nothing is lost, and it can be taken back", async ({ page }) => {
  await pasteNotes(page);
  await prepare(page, "Bram Teasel", "Nettlebed Care");
  await page.getByLabel("What we share").fill("The choir");
  await page.getByRole("button", { name: "Keep the card" }).click();
  await page.goto("#/people");
  await expect(page.getByRole("heading", { name: "11 people" })).toBeVisible();
  await page.getByRole("listitem").filter({ hasText: "talent partner" }).getByRole("link", { name: "Bram Teasel" }).click();
  await page.getByLabel("What we share").fill("Eastleigh");
  await page.getByRole("button", { name: "Keep", exact: true }).click();
  await page.getByText("The same person twice?").click();
  await expect(page.getByRole("combobox", { name: "Is also" })).toHaveValue(/./);
  await page.getByRole("button", { name: "Put together" }).click();
  await expect(page.getByLabel("What we share")).toHaveValue("Eastleigh\nThe choir");
  await expect(page.getByRole("region", { name: "Conversations" }).getByRole("listitem")).toHaveCount(2);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByLabel("What we share")).toHaveValue("Eastleigh");
  await page.goto("#/people");
  await expect(page.getByRole("heading", { name: "11 people" })).toBeVisible();
});

test("a coming call has one card, which is all that is printed, on one page", async ({ page }) => {
  await pasteNotes(page);
  await prepare(page);
  const card = page.getByRole("article");
  await expect(card).toContainText("So what did you like about my background?");
  await expect(card).toContainText("How can I help you?");
  await expect(card.getByText(/plain/)).toBeVisible();
  await page.getByLabel("What we share").fill("We both sang in the Eastleigh choir");
  await expect(page.getByText(/as a question about “We both sang in the Eastleigh choir”/)).toBeVisible();
  await page.getByLabel("How to bring it up").fill("Do you still sing on Thursdays?");
  await page.getByLabel("One line to be remembered by").fill("I stood on the night shift first.");
  await page.getByRole("button", { name: "Keep the card" }).click();
  await page.getByRole("checkbox", { name: "What made you stay here?" }).check();
  await expect(card).toContainText("What made you stay here?");

  await page.getByRole("button", { name: "Change the list" }).click();
  const list = page.getByLabel("Your questions, one on each line");
  await list.fill(`${await list.inputValue()}\nWho taught you most?`);
  await page.getByRole("button", { name: "Keep the list" }).click();
  await page.getByRole("checkbox", { name: "Who taught you most?" }).check();
  await saved(page);
  await page.reload();
  for (const words of ["Do you still sing on Thursdays?", "I stood on the night shift first.", "Who taught you most?"]) {
    await expect(card).toContainText(words);
  }
  await expect(card.getByText("Listen more than you talk.")).toBeHidden();
  await card.getByText("While you listen").click();
  await expect(card.getByText("Listen more than you talk.")).toBeVisible();

  await page.emulateMedia({ media: "print" });
  await expect(page.getByLabel("How to bring it up")).toBeHidden();
  await expect(page.getByRole("button", { name: "Print the card" })).toBeHidden();
  await expect(card).toContainText("Do you still sing on Thursdays?");
  const pdf = (await page.pdf({ format: "A4" })).toString("latin1");
  expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
});

test("interviews tell that a call is coming, and lead to its card", async ({ page }) => {
  await prepare(page);
  await page.goto("#/interviews");
  await expect(page.getByText("Still to come.")).toBeVisible();
  await expect(page.getByText("You did not ask.")).toHaveCount(0);
  await expect(page.getByRole("link", { name: "One call is coming up" })).toBeVisible();
  await page.getByRole("link", { name: /^Prepare: the interview with Bram Teasel/ }).click();
  await expect(page.getByRole("heading", { name: "Bram Teasel, Larkspur Homes" })).toBeVisible();
  await page.clock.setFixedTime("2026-05-07T10:00:00+12:00");
  await page.goto("#/people");
  await page.getByRole("link", { name: /^How did it go/ }).click();
  await expect(page.getByRole("heading", { name: "After the call" })).toBeFocused();
});

test("a minute after the call its words are kept and four follow-ups begin, each with its trigger", async ({ page }) => {
  await prepare(page, undefined, undefined, "2026-05-04");
  await lookBack(page);
  await expect(followUp(page, "Thank-you note")).toContainText("Due today");
  await expect(followUp(page, "Invite to connect")).toContainText("Due on 5 May");
  await expect(followUp(page, "Gracious thanks")).toContainText("When the offer goes to another");
  await page.getByRole("button", { name: /^They accepted/ }).click();
  await expect(followUp(page, "how can I support")).toContainText("Due today");
  await expect(followUp(page, "how can I support")).toBeFocused();

  await page.getByRole("button", { name: /^Write a note: Thank-you note/ }).click();
  await page.getByLabel("In your own words").fill("The laundry, and the nurse I promised");
  await page.getByLabel("Day").fill("2026-05-05");
  await page.keyboard.press("Control+Enter");
  await expect(followUp(page, "Thank-you note")).toContainText("Due on 5 May");
  await expect(followUp(page, "Thank-you note")).toContainText("The laundry, and the nurse I promised");
  await page.getByRole("button", { name: /^Not applicable: Gracious thanks/ }).click();
  await expect(followUp(page, "Gracious thanks").getByRole("button", { name: /^Open again/ })).toBeVisible();

  await page.goto("#/interviews");
  await expect(page.getByText("You stay calm when everything goes wrong.")).toBeVisible();
  await page.getByRole("link", { name: "One follow-up is due" }).click();
  await expect(due(page).filter({ hasText: "how can I support" })).toContainText("Bram Teasel, Larkspur Homes");
  await due(page).getByRole("button", { name: /^Done/ }).click();
  await expect(page.getByRole("heading", { name: "Next" })).toBeFocused();
  await expect(page.getByText("2 later")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(due(page).filter({ hasText: "how can I support" })).toBeVisible();

  await saved(page);
  await page.reload();
  await page.getByRole("link", { name: "Bram Teasel", exact: true }).click();
  await expect(page.getByText("The flooded laundry")).toBeVisible();
  await expect(page.getByText("Send them a night nurse")).toBeVisible();
});

test("looking back is one step to undo, and undoing it brings the call back", async ({ page }) => {
  await prepare(page, undefined, undefined, "2026-05-04");
  await lookBack(page);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("Four small courtesies begin here")).toBeVisible();
  await expect(page.getByLabel("What will they remember of you in a week?")).toHaveValue("");
  await page.goto("#/interviews");
  await expect(page.getByText("Still to come.")).toBeVisible();
});

test("follow-ups go into a calendar, and a second file moves what the first one brought", async ({ page }) => {
  await prepare(page, "Émilie Sloe, head of service", "Nettlebed Care; north", "2026-05-04");
  await lookBack(page);
  const one = await save(page, page.getByRole("button", { name: /^To the calendar: Thank-you note/ }));
  await expect(page.getByText(/^refrain-thanks.ics is with your downloads. .* what is done here you delete there.$/)).toBeVisible();
  expect(one.name).toBe("refrain-thanks.ics");
  expect(one.text).toContain("DTSTART;VALUE=DATE:20260504\r\n");
  expect(one.text).toContain("SUMMARY:Thank-you note: Émilie Sloe\\, Nettlebed Care\\; north\r\n");
  expect(one.text).toContain("DTSTAMP:20260503T220000Z\r\n");

  await page.getByRole("button", { name: /^Write a note: Thank-you note/ }).click();
  await page.getByLabel("Day").fill("2026-05-08");
  await page.keyboard.press("Enter");
  await page.clock.setFixedTime("2026-05-04T10:05:00+12:00");
  await page.goto("#/people");
  const all = await save(page, page.getByRole("button", { name: /^All to the calendar/ }));
  expect(all.text.match(/BEGIN:VEVENT/g)).toHaveLength(2);
  const uid = one.text.match(/UID:(.*)\r\n/)[1];
  const moved = all.text.split("BEGIN:VEVENT").find((event) => event.includes(uid));
  expect(moved).toContain("DTSTART;VALUE=DATE:20260508\r\n");
  const sequence = (text) => Number(text.match(/SEQUENCE:(\d+)/)[1]);
  expect(sequence(moved)).toBe(sequence(one.text) + 5);
});

test("before asking somebody who was never given anything, ideas of what to give are offered", async ({ page }) => {
  await pasteNotes(page);
  await page.goto("#/people");
  await page.getByRole("link", { name: "Isolde Marrow" }).click();
  await page.getByLabel("What they look for").fill("Night nurses");
  await page.keyboard.press("Control+Enter");
  const ledger = page.getByRole("complementary", { name: "Giving and asking" });
  await expect(ledger.getByText("You have not given Isolde Marrow anything yet")).toBeHidden();
  await ledger.getByRole("radio", { name: "I asked" }).check();
  await expect(ledger.getByText("You have not given Isolde Marrow anything yet")).toBeVisible();
  await expect(ledger.getByText("They look for “Night nurses”: whom do you know?")).toBeVisible();
  await expect(ledger.getByRole("listitem")).toHaveCount(3);

  await ledger.getByRole("radio", { name: "I gave" }).check();
  await ledger.getByRole("combobox", { name: "What" }).selectOption("An introduction");
  await ledger.getByLabel("A few words").fill("Two nurses from Eastleigh");
  await ledger.getByRole("button", { name: "Note it" }).click();
  await expect(ledger.getByText("You gave one time and asked no times.")).toBeVisible();
  await ledger.getByRole("radio", { name: "I asked" }).check();
  await expect(ledger.getByText("You have not given")).toHaveCount(0);
  await ledger.getByRole("button", { name: "Note it" }).click();
  await expect(ledger.getByText("You gave one time and asked one time.")).toBeVisible();
  await ledger.getByRole("button", { name: "Remove: Asked: Advice" }).click();
  await page.getByRole("button", { name: "Undo" }).click();
  await saved(page);
  await page.reload();
  await expect(ledger.getByText("You gave one time and asked one time.")).toBeVisible();
  await page.goto("#/people");
  await expect(page.getByRole("listitem").filter({ hasText: "Isolde Marrow" })).toContainText("gave 1, asked 1");
});

test("somebody is asked for advice from where one knows them, and what was asked stands there", async ({ page }) => {
  await pasteNotes(page);
  await page.goto("#/people");
  await page.getByRole("link", { name: "Isolde Marrow" }).click();
  await page.getByRole("button", { name: "Ask them for advice" }).click();
  await expect(page.getByLabel("To whom")).toHaveValue("Isolde Marrow");
  await expect(page.getByLabel("Company")).toHaveValue("Nettlebed Care");
  await page.getByLabel("What I want to learn").fill("How do you make room for nights?");
  await page.getByRole("button", { name: "Keep the request" }).click();
  await expect(page.getByRole("heading", { name: "As they will read it" })).toBeVisible();
  await page.goto("#/people");
  await page.getByRole("link", { name: "Isolde Marrow" }).click();
  await page.getByRole("link", { name: /^Your request\. Written / }).click();
  await expect(page.getByRole("region", { name: "As they will read it" })).toContainText("How do you make room for nights?");
  // One that is half written to somebody else is not lost for it.
  await page.goto("#/advice");
  await page.getByLabel("To whom").fill("Bram Teasel");
  await page.getByLabel("Who I am").fill("I mend rotas.");
  await page.goto("#/people");
  await page.getByRole("link", { name: "Isolde Marrow" }).click();
  await page.getByRole("button", { name: "Ask them for advice" }).click();
  await expect(page.getByLabel("To whom")).toHaveValue("Bram Teasel");
});

test("interviews without a name are counted, with the way to give them one", async ({ page }) => {
  await page.goto("#/add");
  await page.getByLabel("So what did you like about my background?").fill("You stay calm.");
  await page.keyboard.press("Control+Enter");
  await saved(page);
  await page.goto("#/people");
  await expect(page.getByText("One interview has no name.")).toBeVisible();
  await page.getByRole("link", { name: "Give it one" }).click();
  await expect(page.getByText("You stay calm.").first()).toBeVisible();
});

test("with many follow-ups due the first are shown, and the people stay in sight", async ({ page }) => {
  const many = Array.from({ length: 30 }, (_, at) => `i-${at}`);
  const interviews = many.map((id, at) => ({ id, who: `Person ${at}`, company: "Larkspur Homes", date: "2026-04-01", answer: "You stay calm.", asking: "answered" }));
  const followUps = [{ what: "thanks", status: "open", due: "2026-04-02" }];
  const calls = many.map((id) => ({ id: `call-${id}`, interview: id, follow_ups: followUps }));
  const backup = { format: "refrain-backup", version: 1, made: "2026-05-01T00:00:00Z", interviews, calls };
  await page.goto("#/data");
  await page.getByLabel("Choose a backup").setInputFiles({ name: "many.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(backup)) });
  await page.locator(".restore").getByRole("button").first().click();
  await saved(page);
  await page.goto("#/people");
  await expect(due(page).filter({ visible: true })).toHaveCount(8);
  await page.getByText("22 more are due").click();
  await expect(due(page).filter({ visible: true })).toHaveCount(30);
});

test("the sample shows its people and lets nobody change them", async ({ page }) => {
  await page.goto("#/sample/people");
  await expect(page.getByRole("heading", { name: "Ten people" })).toBeVisible();
  await page.getByRole("link", { name: "Leopold Gorse" }).click();
  await expect(page.getByText("The people you trained speak for you.")).toBeVisible();
  await expect(page.getByRole("textbox")).toHaveCount(0);
  await page.goto("#/sample/after/s-000");
  await expect(page.getByText("There is nothing at this address")).toBeVisible();
});

test("an address of somebody who is gone says so", async ({ page }) => {
  for (const [address, words] of [["people/c-nobody", "This person is not here"], ["before/i-0", "This interview is not here"], ["after/i-0", "This interview is not here"]]) {
    await page.goto(`#/${address}`);
    await expect(page.getByRole("heading", { name: words })).toBeVisible();
    await page.getByRole("link", { name: "See everybody" }).click();
    await expect(page.getByRole("heading", { name: "People", exact: true })).toBeFocused();
  }
});

for (const colorScheme of ["light", "dark"]) {
  for (const width of [360, 1280]) {
    test(`nothing keeps people out of the people, ${colorScheme}, ${width} px`, async ({ page }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.setViewportSize({ width, height: 800 });
      await page.goto("#/people");
      await expect(page.getByRole("heading", { name: "Nobody yet" })).toBeVisible();
      await expectAccessible(page);
      await pasteNotes(page);
      await prepare(page, undefined, undefined, "2026-05-04");
      await page.getByRole("button", { name: "Change the list" }).click();
      await expectAccessible(page);
      await lookBack(page);
      await page.getByRole("button", { name: /^Write a note: Thank-you note/ }).click();
      await expectAccessible(page);
      await page.keyboard.press("Escape");
      await page.goto("#/people");
      await page.getByRole("button", { name: "Prepare for a call" }).click();
      await expectAccessible(page);
      await page.getByRole("link", { name: "Bram Teasel", exact: true }).first().click();
      await page.getByText("The same person twice?").click();
      await page.getByRole("radio", { name: "I asked" }).check();
      await expectAccessible(page);
    });
  }
}
