// A whole week of a job search, through everything that Refrain has around the story: a recruiter's call, two screens, a panel, a
// rejection, a later reply. At the end the backup of that week gives the same screens in another browser.
import { readFile } from "node:fs/promises";
import { expect, test } from "./refrain.js";
import { analysed, saved } from "./steps.js";

/** It is ten in the morning of this day. */
const onDay = (page, day) => page.clock.setFixedTime(`${day}T10:00:00`);

/** Opens an address, wherever the user is. */
async function go(page, address, heading) {
  await page.goto(`#/${address}`);
  await expect(page.getByRole("heading", { name: heading, exact: true })).toBeVisible();
}

async function prepare(page, { who, company, stage, day, ground, up, line }) {
  await go(page, "people", "People");
  await page.getByRole("button", { name: "Prepare for a call" }).click();
  await page.getByLabel("With whom").fill(who);
  await page.getByLabel("Company").fill(company);
  await page.getByLabel("Stage").selectOption(stage);
  await page.getByLabel("Day").fill(day);
  await page.getByRole("button", { name: "Make the card" }).click();
  await expect(page.getByRole("heading", { name: "Before the call" })).toBeVisible();
  await page.getByLabel("What we share").fill(ground);
  await page.getByLabel("How to bring it up").fill(up);
  await page.getByLabel("One line to be remembered by").fill(line);
  await page.getByRole("button", { name: "Keep the card" }).click();
  await expect(page.getByText(/^Prepared the interview with/)).toBeVisible();
}

/** From the card on, which is open. */
async function lookBack(page, { answer, remembered, help, glad }) {
  await page.getByRole("article").getByRole("link", { name: "After the call" }).click();
  await expect(page.getByRole("heading", { name: "After the call" })).toBeVisible();
  await page.getByLabel("So what did you like about my background?").fill(answer);
  if (!answer) await page.getByRole("radio", { name: "Asked, no answer" }).check();
  await page.getByLabel("What will they remember of you in a week?").fill(remembered);
  await page.getByLabel("How can I help you?").fill(help);
  await page.getByRole("radio", { name: glad }).check();
  await page.getByRole("button", { name: "Keep this" }).click();
  await expect(page.getByText(/^Looked back on the interview with/)).toBeVisible();
}

async function open(page, name) {
  await go(page, "people", "People");
  await page.locator(".p-list").getByRole("link", { name }).click();
  await expect(page.getByRole("heading", { name, exact: true })).toBeVisible();
}

const next = (page) => page.getByRole("region", { name: "Next" });

/** All that can be read on a screen, and all that stands in its fields. */
async function told(page, address) {
  await page.goto(`#/${address}`);
  await expect(page.locator("#title")).toBeAttached();
  await expect(page.getByText(/^(Listening for points|Comparing…)/)).toHaveCount(0);
  await expect(page.getByText("Looking for what meets them…")).toHaveCount(0);
  return page.locator("#main").evaluate((main) => {
    const fields = [...main.querySelectorAll("input:not([type=file]), textarea, select")];
    const values = fields.map((field) => ("checked" in field && field.checked ? `${field.value} on` : field.value));
    return `${main.innerText}\n${values.join("\n")}`;
  });
}

/** The calendar file behind a button. */
async function calendar(page, button) {
  const [file] = await Promise.all([page.waitForEvent("download"), button.click()]);
  return readFile(await file.path(), "utf8");
}

// Saving through a dialogue of the system is no matter of this test.
const withoutPicker = (page) => page.addInitScript(() => delete globalThis.showSaveFilePicker);

test("a week of a job search, kept whole in one file", async ({ page, browser, site }) => {
  test.slow();
  await withoutPicker(page);
  // Monday: a recruiter.
  await onDay(page, "2026-05-04");
  await prepare(page, {
    who: "Ottoline Quill, recruiter",
    company: "Pebble & Finch Search",
    stage: "Recruiter call",
    day: "2026-05-04",
    ground: "We both grew up by the sea",
    up: "Do you still swim before work?",
    line: "I stood on the night shift before I changed a thing.",
  });
  await page.getByRole("checkbox", { name: "What made you stay here?" }).check();
  const card = page.getByRole("article");
  for (const words of ["So what did you like about my background?", "We both grew up by the sea", "Do you still swim before work?", "How can I help you?", "What made you stay here?", "I stood on the night shift before I changed a thing."]) {
    await expect(card).toContainText(words);
  }
  await page.emulateMedia({ media: "print" });
  await expect(page.getByLabel("How to bring it up")).toBeHidden();
  await expect(card).toContainText("Do you still swim before work?");
  await page.emulateMedia({ media: null });
  await lookBack(page, {
    answer: "You stay calm when everything goes wrong. You explain things in plain English.",
    remembered: "The night shift",
    help: "She looks for night nurses",
    glad: "Yes",
  });
  // One of the follow-ups goes into the calendar, then all that have a day.
  const one = await calendar(page, page.getByRole("button", { name: /^To the calendar: Thank-you note/ }));
  expect(one.match(/BEGIN:VEVENT/g)).toHaveLength(1);
  const all = await calendar(page, page.getByRole("button", { name: /^These to the calendar/ }));
  expect(all.match(/BEGIN:VEVENT/g)).toHaveLength(2);
  expect(all).toContain(one.match(/UID:.*\r\n/)[0]);
  await open(page, "Ottoline Quill");
  await page.getByLabel("How we know each other").fill("She found me through a talk");
  await page.getByLabel("What they look for").fill("Night nurses in Eastleigh");
  await page.getByRole("button", { name: "Keep", exact: true }).click();
  await page.getByRole("checkbox", { name: /champion/ }).check();

  // Tuesday: what is due is done, and something is given before anything is asked.
  await onDay(page, "2026-05-05");
  await go(page, "interviews", "One interview");
  await page.getByRole("link", { name: "Two follow-ups are due" }).click();
  await next(page).getByRole("button", { name: /^Done: Thank-you note/ }).click();
  await next(page).getByRole("button", { name: /^Done: Invite to connect/ }).click();
  await expect(next(page)).toContainText("Nothing is due");
  await open(page, "Ottoline Quill");
  await page.getByRole("combobox", { name: "What" }).selectOption("An introduction");
  await page.getByLabel("A few words").fill("Two nurses I worked with");
  await page.getByRole("button", { name: "Note it" }).click();
  await expect(page.getByText("You gave one time and asked no times.")).toBeVisible();

  // Wednesday: two screens. Of the second nothing is noted on the day.
  await onDay(page, "2026-05-06");
  await prepare(page, {
    who: "Tobias Wren, operations lead",
    company: "Nettlebed Care",
    stage: "Phone screen",
    day: "2026-05-06",
    ground: "Allotments",
    up: "How did your beans do?",
    line: "Thirty-one missed visits became four.",
  });
  await prepare(page, {
    who: "Bram Teasel, talent partner",
    company: "Larkspur Homes",
    stage: "Phone screen",
    day: "2026-05-06",
    ground: "The same choir",
    up: "Do you still sing on Thursdays?",
    line: "I sorted out a flooded laundry with two people.",
  });
  await lookBack(page, {
    answer: "Calm under pressure, even when everything goes wrong. You went after the root cause.",
    remembered: "The flooded laundry",
    help: "Nothing right now",
    glad: "Yes",
  });

  // Thursday: the other screen is looked back on, then the panel.
  await onDay(page, "2026-05-07");
  await go(page, "people", "People");
  await next(page).getByRole("link", { name: /^How did it go\?: the interview with Tobias Wren/ }).click();
  await page.getByLabel("So what did you like about my background?").fill("You explain things in plain English, no jargon at all.");
  await page.getByLabel("What will they remember of you in a week?").fill("Thirty-one became four");
  await page.getByRole("button", { name: "Keep this" }).click();
  await expect(page.getByText("Looked back on the interview with Tobias Wren.")).toBeVisible();
  await go(page, "fit", "The fit");
  await page.getByLabel("Role").fill("Deputy manager");
  await page.getByLabel("Company").fill("Larkspur Homes");
  await page.getByLabel("What they need").fill("What you bring:\n- Stays calm under pressure\n- Fluent in Portuguese");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Deputy manager" })).toBeVisible();
  const need = (name) => page.getByRole("listitem").filter({ has: page.getByRole("heading", { name }) });
  await expect(need("Stays calm under pressure")).toContainText(/interviews/);
  await need("Fluent in Portuguese").getByRole("button", { name: /^Write what you will say/ }).click();
  await need("Fluent in Portuguese").getByLabel("In my own words").fill("I would ask who on the team speaks it.");
  await page.keyboard.press("Control+Enter");
  await page.getByRole("button", { name: "Write them" }).click();
  await page.getByLabel("In the first month").fill("A night shift in each house.");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("A night shift in each house.").first()).toBeVisible();
  await prepare(page, {
    who: "Isolde Marrow, head of care",
    company: "Larkspur Homes",
    stage: "Panel",
    day: "2026-05-07",
    ground: "Night shifts, years ago",
    up: "What do you miss about nights?",
    line: "I ask the carers first.",
  });
  await expect(page.getByRole("article")).toContainText(/calm/i);
  await lookBack(page, { answer: "", remembered: "That I asked the carers first", help: "An honest word about the rota", glad: "Hard to say" });

  // Friday: it went to another. Both at that company get gracious thanks; one of them is asked for advice.
  await onDay(page, "2026-05-08");
  await page.getByRole("button", { name: /^It went to another/ }).click();
  await expect(page.getByText("Noted “It went to another”, for two conversations.")).toBeVisible();
  await go(page, "people", "People");
  await next(page).getByRole("button", { name: /^Write a note: Gracious thanks, the interview with Isolde Marrow/ }).click();
  await page.getByLabel("In your own words").fill("What she said about the rota");
  await page.getByRole("button", { name: "Keep note" }).click();
  await next(page).getByRole("button", { name: /^Done: Gracious thanks, the interview with Isolde Marrow/ }).click();
  await next(page).getByRole("button", { name: /^Not applicable: Gracious thanks, the interview with Bram Teasel/ }).click();
  await open(page, "Isolde Marrow");
  await page.getByRole("radio", { name: "I asked" }).check();
  await expect(page.getByText("You have not given Isolde Marrow anything yet")).toBeVisible();
  await page.getByLabel("A few words").fill("Half an hour about care homes");
  await page.getByRole("button", { name: "Note it" }).click();
  await expect(page.getByText("You gave no times and asked one time.")).toBeVisible();

  await go(page, "advice", "Ask for advice");
  await page.getByLabel("To whom").fill("Isolde Marrow");
  await page.getByLabel("Company").fill("Larkspur Homes");
  await page.getByLabel("Who I am").fill("I am a team player.");
  await expect(page.getByText("Everybody says “team player”.")).toBeVisible();
  await page.getByLabel("Who I am").fill("I changed a rota for 40 carers.");
  await expect(page.getByText("Everybody says “team player”.")).toHaveCount(0);
  await page.getByLabel("What I want to learn").fill("How do you make room for nights?");
  await page.getByLabel("How little I ask").fill("Half an hour by phone.");
  // That one is writing an article is asked only of those who say so.
  await expect(page.getByLabel("The article I am writing")).toHaveCount(0);
  await page.getByLabel(/^It is true that I am writing an article/).check();
  await page.getByLabel("The article I am writing").fill("It is on night work, for the nurses’ paper.");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("region", { name: "As they will read it" })).toContainText("I changed a rota for 40 carers.");
  await expect(page.getByRole("region", { name: "As they will read it" })).toContainText("for the nurses’ paper");
  await page.getByRole("button", { name: "I sent it" }).click();
  await expect(page.getByText(/^Sent /)).toBeVisible();

  // The Tuesday after: a reply. What the panel liked is known after all, and an invitation was accepted.
  await onDay(page, "2026-05-12");
  await open(page, "Isolde Marrow");
  await page.getByRole("link", { name: /^After the call/ }).click();
  await page.getByLabel("So what did you like about my background?").fill("You stay calm, and you went after the root cause.");
  await page.getByRole("button", { name: "Keep this" }).click();
  await page.getByRole("button", { name: /^They accepted/ }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "how can I support" })).toContainText("Due today");
  await go(page, "story", "What they keep saying");
  await analysed(page);
  await expect(page.locator(".themes > li > details").first()).toContainText("3 of 4 interviews");
  // Ottoline has gone to another company and calls again: two entries, and one person.
  await prepare(page, {
    who: "Ottoline Quill, recruiter",
    company: "Mossgrove Partners",
    stage: "Recruiter call",
    day: "2026-05-14",
    ground: "The lighthouse",
    up: "Is it still lit?",
    line: "I ask the carers first.",
  });
  await go(page, "people", "People");
  await page.locator(".p-list").getByRole("listitem").filter({ hasText: "Mossgrove" }).getByRole("link").click();
  await page.getByText("The same person twice?").click();
  await page.getByRole("button", { name: "Put together" }).click();
  await expect(page.getByText(/^Put Ottoline Quill at .* together/)).toBeVisible();
  // Nothing of either is lost.
  await expect(page.getByLabel("What we share")).toHaveValue("The lighthouse\nWe both grew up by the sea");
  await expect(page.getByLabel("What they look for")).toHaveValue("Night nurses in Eastleigh");
  await expect(page.getByRole("checkbox", { name: /champion/ })).toBeChecked();
  await expect(page.getByText("You gave one time and asked no times.")).toBeVisible();
  await expect(page.getByRole("region", { name: "Conversations" }).locator(".p-calls > li")).toHaveCount(2);
  await saved(page);

  // One file, another browser, the same screens.
  const addresses = ["interviews", "story", "people"];
  await go(page, "people", "People");
  addresses.push(...(await page.locator(".p-list a").evaluateAll((links) => links.map((link) => link.hash.slice(2)))));
  await go(page, "interviews", "Five interviews");
  addresses.push(...(await page.locator(".list :is(a[href*='after/'], a[href*='before/'])").evaluateAll((links) => links.map((link) => link.hash.slice(2)))));
  addresses.push(...addresses.filter((address) => address.startsWith("after/")).map((address) => address.replace("after", "before")));
  // Three lists, four people, five conversations, of which four are looked back on.
  expect(addresses).toHaveLength(3 + 4 + 5 + 4);
  for (const list of ["fit", "advice"]) {
    await page.goto(`#/${list}`);
    const links = page.locator(`#main a[href^="#/${list}/"]`);
    await expect(links).toHaveCount(1);
    addresses.push(list, (await links.first().getAttribute("href")).slice(2));
  }
  await page.goto("#/data");
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Save a backup" }).click()]);

  const elsewhere = await browser.newContext({ baseURL: site });
  const other = await elsewhere.newPage();
  await onDay(other, "2026-05-12");
  await onDay(page, "2026-05-12");
  await other.goto("#/data");
  await other.getByLabel("Choose a backup").setInputFiles(await download.path());
  await other.locator(".restore").getByRole("button").first().click();
  await saved(other);
  for (const address of addresses) {
    await expect.poll(() => told(other, address), { message: address }).toBe(await told(page, address));
  }
  await elsewhere.close();
});
