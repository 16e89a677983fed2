// The whole way without a pointer: from the first answer to the pitch said aloud.
import { expect, test } from "./refrain.js";
import { analysed } from "./steps.js";

const answers = [
  ["You stay calm when everything goes wrong.", "Bram Teasel, recruiter", "Larkspur Homes"],
  ["Calm under pressure, even when everything goes wrong. You explain things in plain English.", "Ottoline Quill", "Nettlebed Care"],
  ["You explain things in plain English, no jargon.", "Isolde Marrow, panel", "Thistledown Hospice"],
];

/** Goes on with Tab until the element with this role and name has the focus, as somebody without a pointer does. */
async function tabTo(page, role, name) {
  const target = (role === "field" ? page.getByLabel(name) : page.getByRole(role, { name })).first();
  await expect(target).toBeVisible();
  for (let steps = 0; steps < 150; steps += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
    // Whatever has the focus can be seen to have it.
    const hidden = await page.evaluate(() => {
      const { activeElement, body } = document;
      return activeElement === body || activeElement.matches(":focus-visible, [type=date]:focus-within") ? "" : activeElement.outerHTML;
    });
    expect(hidden).toBe("");
  }
  throw new Error(`Tab never reaches the ${role} ${name}`);
}

async function press(page, role, name) {
  await tabTo(page, role, name);
  await page.keyboard.press("Enter");
}

test("the whole way by keyboard alone", async ({ page }) => {
  test.slow(); // It is long.
  await page.goto("");
  await press(page, "link", "Add your first answer");
  for (const [words, who, company] of answers) {
    await expect(page.getByLabel("So what did you like about my background?")).toBeFocused();
    await page.keyboard.type(words);
    await tabTo(page, "field", "Who said it");
    await page.keyboard.type(who);
    await tabTo(page, "field", "Company");
    await page.keyboard.type(company);
    await page.keyboard.press("Control+Enter");
    await expect(page.getByText("Added the interview with")).toBeVisible();
    await expect(page.getByLabel("So what did you like about my background?")).toHaveValue("");
  }
  await expect(page.locator(".list > li")).toHaveCount(3);

  await press(page, "link", "My version");
  await expect(page.getByRole("heading", { name: "My version and theirs" })).toBeFocused();
  await tabTo(page, "textbox", /What do you say/);
  await page.keyboard.type("I stay calm. I juggle knives.");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("region", { name: "Only I say" })).toContainText("I juggle knives");

  await press(page, "link", "Story");
  await analysed(page);
  const points = page.locator(".themes > li > details");
  await expect(points.first()).toContainText("2 of 3 interviews");
  await press(page, "button", /^Rename/);
  await expect(page.getByLabel("Your name for this point")).toBeFocused();
  await page.keyboard.press("Control+a");
  await page.keyboard.type("Says it plainly");
  await page.keyboard.press("Enter");
  await expect(points.filter({ hasText: "Says it plainly" })).toHaveCount(1);
  await press(page, "button", /^Write the story/);
  await expect(page.getByLabel("What happened")).toBeFocused();
  await page.keyboard.type("On Tuesday the lift stood still.");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("On Tuesday the lift stood still.").first()).toBeVisible();

  await tabTo(page, "radio", "60 s");
  await page.keyboard.press("ArrowLeft");
  await expect(page.getByRole("radio", { name: "30 s" })).toBeChecked();
  await press(page, "button", "Edit: line 2");
  await expect(page.getByRole("textbox", { name: "Line 2" })).toBeFocused();
  await page.keyboard.press("Control+a");
  await page.keyboard.type("I keep my head.");
  await page.keyboard.press("Enter");
  const pitch = page.getByRole("complementary", { name: "Pitch" });
  await expect(pitch).toContainText("I keep my head.");
  await press(page, "button", "Copy pitch");
  await expect(page.getByText("Copied.")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain("I keep my head.");

  await page.keyboard.press("Control+z");
  await expect(pitch).not.toContainText("I keep my head.");
  await page.keyboard.press("Control+Shift+z");
  await expect(pitch).toContainText("I keep my head.");

  await press(page, "link", "Grid");
  await expect(page.getByRole("table", { name: /Points by interview/ })).toBeVisible();
  await press(page, "link", "Practise");
  await press(page, "button", "Start");
  await press(page, "button", "Done");
  await expect(page.getByText(/^Kept this time/)).toBeVisible();
  await page.keyboard.press("Escape");
  await analysed(page);
});
