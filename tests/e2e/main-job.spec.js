// The main job, end to end: what a new user does with ten interviews, and with one.
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { expect, expectAccessible, test } from "./refrain.js";

const sample = await readFile(fileURLToPath(new URL("../../assets/sample.txt", import.meta.url)), "utf8");

/** The points on the screen, in their order: label and count. */
const points = (page) => page.getByRole("region", { name: "Points, strongest first" }).locator(".themes > li > details");

/** The engine has said its last word on the notes as they are. */
async function analysed(page) {
  await expect(page.getByRole("heading", { name: "What they keep saying" })).toBeVisible();
  await expect(page.getByText("Listening for points that come back…")).toHaveCount(0);
}

async function pasteSample(page) {
  await page.goto("");
  await page.getByRole("link", { name: "Paste notes" }).click();
  await page.getByLabel("Your notes").fill(sample);
  await expect(page.getByText("Ten interviews found.")).toBeVisible();
  await page.getByRole("button", { name: "Add ten interviews" }).click();
  await analysed(page);
}

/** Everything that was changed has reached the store. */
const saved = (page) => expect(page.locator(".status")).toHaveText(/^Saved/);

test("ten pasted interviews become points, quotes and a pitch that is still there after a reload", async ({ page }) => {
  await pasteSample(page);

  const expected = [
    ["6 of 10 interviews", /plain English|jargon|follow/],
    ["4 of 10 interviews", /calm/],
    ["3 of 10 interviews", /cause/],
  ];
  for (const [at, [count, label]] of expected.entries()) {
    const point = points(page).nth(at);
    await expect(point.getByRole("img", { name: count })).toBeVisible();
    await expect(point.locator(".label")).toHaveText(label);
  }

  const second = points(page).nth(1);
  await second.locator("summary").click();
  const quotes = second.locator(".quotes > li");
  await expect(quotes.first().locator("mark").first()).toBeVisible();
  await expect(quotes.first().locator(".by")).not.toBeEmpty();
  for (const quote of await quotes.locator(".said").allTextContents()) {
    expect(sample, "quotes are verbatim").toContain(quote);
  }

  const lines = await page.getByRole("complementary", { name: "Pitch" }).locator(".lines .said").allTextContents();
  expect(lines.length).toBeGreaterThanOrEqual(3);
  await page.getByRole("button", { name: "Copy pitch" }).click();
  await expect(page.getByText("Copied.")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(lines.join(" "));

  await saved(page);
  await page.reload();
  await analysed(page);
  await expect(points(page).first().getByRole("img", { name: expected[0][0] })).toBeVisible();
  expect(await page.getByRole("complementary", { name: "Pitch" }).locator(".lines .said").allTextContents()).toEqual(lines);
});

test("an answer is captured from the keyboard alone, changed, deleted and brought back", async ({ page }) => {
  await page.goto("");
  // Until the notes are open there is nothing behind the link to the content.
  await expect(page.getByRole("link", { name: "Add your first answer" })).toBeVisible();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.locator("#main")).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  const answer = page.getByLabel("So what did you like about my background?");
  await expect(answer).toBeFocused();

  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("Write what they said first")).toBeVisible();
  await expect(answer).toBeFocused();

  await page.keyboard.type("You stay calm when everything goes wrong.");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Bram Teasel, recruiter");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Larkspur Homes");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Panel");
  await page.keyboard.press("Tab");
  await page.keyboard.type("03042026");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("Added the interview with Bram Teasel.")).toBeVisible();
  await expect(answer).toBeFocused();
  await expect(answer).toHaveValue("");

  const rows = page.locator(".list > li");
  await expect(rows).toHaveCount(1);
  await expect(rows.first()).toContainText("You stay calm when everything goes wrong.");
  await expect(rows.first()).toContainText("4 Mar");
  await expect(rows.first()).toContainText("Panel");

  await page.getByRole("link", { name: "Edit the interview with Bram Teasel" }).click();
  const edited = page.getByLabel("What did they like?");
  await expect(edited).toBeFocused();
  await edited.fill("You stay calm when the roof leaks.");
  await page.getByRole("button", { name: "Keep changes" }).click();
  await expect(rows.first()).toContainText("when the roof leaks");
  await expect(rows.first().getByRole("link", { name: "Bram Teasel", exact: true })).toBeFocused();

  await page.getByRole("button", { name: "Delete the interview with Bram Teasel" }).click();
  await expect(page.getByText("No interviews yet")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(rows.first()).toContainText("when the roof leaks");
  await page.keyboard.press("Control+z");
  await expect(rows.first()).toContainText("when everything goes wrong");
  await page.keyboard.press("Control+Shift+z");
  await expect(rows.first()).toContainText("when the roof leaks");

  await saved(page);
  await page.reload();
  await expect(rows.first()).toContainText("You stay calm when the roof leaks.");
});

test("a year that nobody means is asked about, and nothing written is lost", async ({ page }) => {
  await page.goto("#/add");
  await page.getByLabel("So what did you like about my background?").fill("You stay calm.");
  await page.getByLabel("Date").fill("0026-03-04");
  await page.getByRole("button", { name: "Keep this answer" }).click();
  await expect(page.getByText("Check the year of the date")).toBeVisible();
  await expect(page.getByLabel("Date")).toBeFocused();
  await page.getByLabel("Date").fill("2026-03-04");
  await expect(page.getByText("Check the year of the date")).toHaveCount(0);
  await page.getByRole("button", { name: "Keep this answer" }).click();
  await expect(page.locator(".list > li")).toHaveCount(1);
});

test("a double click does its work once", async ({ page }) => {
  await page.goto("#/paste");
  await page.getByLabel("Your notes").fill("You stay calm.\n\nYou are kind.\n\nYou ask first.");
  await page.getByRole("button", { name: "Add three interviews" }).click();
  await page.getByRole("link", { name: "Interviews" }).first().click();
  await page.getByRole("button", { name: /^Delete/ }).first().dblclick();
  await expect(page.locator(".list > li")).toHaveCount(2);
  await page.getByLabel("So what did you like about my background?").fill("You draw well.");
  await page.getByRole("button", { name: "Keep this answer" }).dblclick();
  await expect(page.locator(".list > li")).toHaveCount(3);
  await expect(page.getByText("Write what they said first")).toHaveCount(0);
});

test("changes to an interview and pasted notes survive a look at another screen", async ({ page }) => {
  await pasteSample(page);
  await page.getByRole("link", { name: "Interviews" }).first().click();
  await page.getByRole("link", { name: /^Edit/ }).first().click();
  await page.getByLabel("What did they like?").fill("something else");
  await page.getByRole("link", { name: "Story" }).first().click();
  await page.goBack();
  await expect(page.getByLabel("What did they like?")).toHaveValue("something else");
  await page.getByRole("button", { name: "Cancel" }).click();

  await page.goto("#/paste");
  await page.getByLabel("Your notes").fill("half a note");
  await page.getByRole("link", { name: "Story" }).first().click();
  await page.goBack();
  await expect(page.getByLabel("Your notes")).toHaveValue("half a note");
});

test("looking at the sample, nothing changes the user's own notes", async ({ page }) => {
  await page.goto("#/add");
  await page.getByLabel("So what did you like about my background?").fill("You stay calm.");
  await page.getByRole("button", { name: "Keep this answer" }).click();
  await page.goto("#/sample/story");
  await expect(points(page).first()).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(page.getByRole("button", { name: "Undo" })).toHaveCount(0);
  await page.getByRole("link", { name: "Back to my own" }).click();
  await page.getByRole("link", { name: "Interviews" }).first().click();
  await expect(page.locator(".list > li")).toHaveCount(1);
});

test("a draft survives a look at another screen", async ({ page }) => {
  await page.goto("#/add");
  const answer = page.getByLabel("So what did you like about my background?");
  await answer.fill("You ask what happens on");
  await page.getByRole("link", { name: "Story" }).first().click();
  await expect(answer).toHaveCount(0);
  await page.getByRole("link", { name: "Interviews" }).first().click();
  await expect(answer).toHaveValue("You ask what happens on");
});

test("the preview shows how pasted text is split, and follows what the user decides", async ({ page }) => {
  await page.goto("#/paste");
  await page.getByLabel("Your notes").fill("Calm at Sea, Kind on Land\nand quick\n\nThey liked my drawings.");
  const entries = page.locator(".preview ol > li");
  await expect(entries).toHaveCount(2);
  await expect(entries.first().locator(".said")).toHaveText("and quick");
  await entries.first().getByRole("button", { name: "First line is part of the answer" }).click();
  await expect(entries.first().locator(".said")).toHaveText("Calm at Sea, Kind on Land\nand quick");
  await entries.nth(1).getByRole("checkbox").uncheck();
  await page.getByRole("button", { name: "Add one interview" }).click();
  await page.getByRole("link", { name: "Interviews" }).first().click();
  await expect(page.locator(".list > li")).toHaveCount(1);

  await page.getByRole("link", { name: "Paste notes" }).click();
  await page.getByLabel("Your notes").fill("They liked my drawings.\n\nCalm at Sea, Kind on Land\nand quick");
  await expect(page.getByText("Two interviews found")).toBeVisible();
});

test("what is there already is not added a second time unless asked for", async ({ page }) => {
  await pasteSample(page);
  await page.goto("#/paste");
  await page.getByLabel("Your notes").fill(sample);
  await expect(page.getByText("Ten interviews found; ten you have already.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Add interviews" })).toBeDisabled();
});

test("the sample is one click away and never mixes with the user's own", async ({ page }) => {
  await page.goto("");
  await page.getByRole("link", { name: "Look at a sample" }).click();
  await expect(page.getByText("Everybody in it is invented")).toBeVisible();
  await expect(points(page).first()).toBeVisible();
  await page.getByRole("link", { name: "Interviews" }).first().click();
  await expect(page.locator(".list > li")).toHaveCount(10);
  await expect(page.getByRole("button", { name: /^Delete/ })).toHaveCount(0);
  await page.reload();
  await expect(page.locator(".list > li")).toHaveCount(10);
  await page.getByRole("link", { name: "Back to my own" }).click();
  await expect(page.getByRole("link", { name: "Add your first answer" })).toBeVisible();
});

test("a point has an address that opens it after a reload", async ({ page }) => {
  await pasteSample(page);
  await saved(page);
  const second = points(page).nth(1);
  const address = await second.locator("summary").getAttribute("id");
  const label = await second.locator(".label").textContent();
  await page.locator(`.src a[href="#/story/${address.replace("point-", "")}"]`).click();
  await expect(second).toHaveAttribute("open");
  await page.reload();
  await analysed(page);
  await expect(second).toHaveAttribute("open");
  await expect(second.locator(".label")).toHaveText(label);
  await page.goBack();
  await expect(page).toHaveURL(/#\/story$/);
});

test("a blocked clipboard is told, and the text is ready to be copied by hand", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, "clipboard", { value: { writeText: () => Promise.reject(new Error("blocked")) } });
  });
  await pasteSample(page);
  await page.getByRole("button", { name: "Copy pitch" }).click();
  await expect(page.getByText("This browser blocked copying.")).toBeVisible();
  await expect(page.getByLabel("Your pitch as text")).toBeFocused();
});

test("where storage is blocked the page says that nothing is kept, and works", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, "indexedDB", {
      get: () => {
        throw new DOMException("blocked", "SecurityError");
      },
    });
  });
  await page.goto("");
  await expect(page.getByText("Nothing you write here will be kept.")).toBeVisible();
  await expect(page.getByText("Not saved")).toBeVisible();
  await page.getByRole("link", { name: "Add your first answer" }).click();
  await page.keyboard.type("You stay calm.");
  await page.keyboard.press("Control+Enter");
  await expect(page.locator(".list > li")).toHaveCount(1);
  await expect(page.locator(".notice")).toContainText("Added the interview");
  await expect(page.locator(".notice")).not.toContainText("Kept");
});

test("a save that fails is told, and nothing on the page is lost", async ({ page }) => {
  await page.goto("#/add");
  await saved(page);
  await page.evaluate(() => {
    const put = IDBObjectStore.prototype.put;
    let puts = 0;
    IDBObjectStore.prototype.put = function (...values) {
      puts += 1;
      if (puts % 2 === 0) throw new DOMException("full", "QuotaExceededError");
      return put.apply(this, values);
    };
    globalThis.mend = () => (IDBObjectStore.prototype.put = put);
  });
  await page.goto("#/paste");
  await page.getByLabel("Your notes").fill("You stay calm.\n\nYou are kind.");
  await page.getByRole("button", { name: "Add two interviews" }).click();
  await expect(page.getByText("Your last change is not saved")).toBeVisible();
  await expect(page.getByText("storage is full")).toBeVisible();
  await page.getByRole("link", { name: "Interviews" }).first().click();
  await expect(page.locator(".list > li")).toHaveCount(2);

  // All or nothing: no half of it may be in the store.
  const other = await page.context().newPage();
  await other.goto(page.url());
  await expect(other.getByText("No interviews yet")).toBeVisible();
  await other.close();

  await page.evaluate(() => globalThis.mend());
  await page.getByRole("button", { name: "Try again" }).click();
  await saved(page);
  await page.reload();
  await expect(page.locator(".list > li")).toHaveCount(2);
});

test("a page that cannot be loaded says so in words", async ({ page, faultless }) => {
  await page.route(/app.*\.wasm$/, (route) => route.abort());
  await page.goto("");
  await expect(page.getByText("Refrain could not be loaded.")).toBeVisible();
  expect(faultless.splice(0), "only the missing file is complained about").not.toEqual([]);
});

test("a browser without WebAssembly is told so in words", async ({ page, faultless }) => {
  await page.addInitScript(() => delete globalThis.WebAssembly);
  await page.goto("");
  await expect(page.getByText("This browser has no WebAssembly")).toBeVisible();
  await expect.poll(() => faultless.splice(0), "the page's own script cannot start").not.toEqual([]);
});

test("a report stands with the interviews that it is about until the next one is there", async ({ page }) => {
  await pasteSample(page);
  // From here on no worker answers.
  await page.evaluate(() => (Worker.prototype.postMessage = () => {}));
  const before = await points(page).first().locator(".m .meta").textContent();
  await page.getByRole("link", { name: "Interviews" }).first().click();
  await page.getByRole("button", { name: /^Delete/ }).first().click();
  await page.getByRole("link", { name: "Story" }).first().click();
  await expect(page.getByText("Listening for points that come back…")).toBeVisible();
  await expect(points(page).first().locator(".m .meta")).toHaveText(before);
});

test("odd text is shown as it is and breaks nothing", async ({ page }) => {
  const odd = [
    `A ${"very".repeat(60)}long word`,
    "<img src=x onerror=alert(1)><b>bold</b> & co",
    "أنت هادئ دائمًا",
    "\u202e reversed \u0000 and 😀👩‍👩‍👧",
  ];
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto("#/paste");
  await page.getByLabel("Your notes").fill(odd.join("\n\n"));
  await page.getByRole("button", { name: "Add four interviews" }).click();
  await analysed(page);
  for (const address of ["#/story", "#/interviews", "#/paste"]) {
    await page.goto(address);
    await expect(page.getByRole("heading", { level: 1 })).toBeAttached();
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow, `${address} fits into 320 px`).toBeLessThanOrEqual(0);
  }
  await page.goto("#/interviews");
  await expect(page.getByText("<img src=x onerror=alert(1)><b>bold</b> & co")).toBeVisible();
});

test("every screen is accessible in both themes on a phone and on a desk", async ({ page }) => {
  test.slow(); // It goes through many screens.
  await pasteSample(page);
  await saved(page);
  for (const colorScheme of ["light", "dark"]) {
    for (const width of [360, 1280]) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      for (const address of ["#/story", "#/interviews", "#/add", "#/paste", "#/sample/story", "#/nowhere"]) {
        await page.goto(address);
        await expect(page.getByRole("heading", { level: 1 })).toBeAttached();
        await expectAccessible(page);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(overflow, `${address} fits into ${width} px`).toBeLessThanOrEqual(0);
      }
    }
  }
});

test("every screen can be used where it is enlarged four times", async ({ page }) => {
  await pasteSample(page);
  await saved(page);
  // A window of 1280 by 1024 pixels at 400 %.
  await page.setViewportSize({ width: 320, height: 256 });
  const names = "story interviews add paste grid compare practise versions share data embed people fit advice".split(" ");
  for (const name of names) {
    await page.goto(`#/${name}`);
    await expect(page.getByRole("heading", { level: 1 }).first()).toBeAttached();
    const found = await page.evaluate(() => {
      const isSeen = (element) => element.checkVisibility({ visibilityProperty: true }) && element.clientWidth > 1;
      const all = [...document.querySelectorAll("a, button, input, select, textarea")].filter(isSeen);
      // The grid has a scroll bar of its own.
      const cut = all.filter((element) => !element.closest(".scroll, details:not([open]) > :not(summary), .skip"));
      const wide = cut.filter((element) => element.getBoundingClientRect().right > innerWidth + 1);
      const top = [...document.querySelectorAll(".top a, .top button")].filter(isSeen);
      const covers = (one, other) => {
        const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()];
        return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
      };
      const covered = top.filter((one) => top.some((other) => other !== one && covers(one, other)));
      return [...wide, ...covered].map((element) => element.outerHTML.slice(0, 120));
    });
    expect(found, `#/${name} shows all of its controls`).toEqual([]);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow, `#/${name} scrolls in one direction`).toBeLessThanOrEqual(0);
  }
});

test("without the catalogue the page says so and goes by the words alone", async ({ page }) => {
  await page.route(/knowledge\.bin$/, (route) => route.fulfill({ status: 200, body: "not a catalogue" }));
  await pasteSample(page);
  await expect(page.getByText("The catalogue of wordings could not be fetched")).toBeVisible();
  await expect(points(page).first()).toBeVisible();
});

test("a worker that cannot be started is told, and the notes stay", async ({ page }) => {
  await page.route(/worker_bg\.wasm$/, (route) => route.abort());
  await pasteSample(page);
  await expect(page.getByText("The points could not be worked out")).toBeVisible();
  await page.getByRole("link", { name: "Interviews" }).first().click();
  await expect(page.locator(".list > li")).toHaveCount(10);
});
