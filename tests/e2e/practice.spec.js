// Saying the pitch aloud: clock, lines, modes, the times it was said, and the user's own voice.
import { expect, expectAccessible, test } from "./refrain.js";
import { pasteNotes, saved } from "./steps.js";

// A sound that Chromium makes itself stands in for a microphone.
test.use({
  launchOptions: async ({ launchOptions }, use) => {
    const fake = ["--use-fake-device-for-media-stream", "--autoplay-policy=no-user-gesture-required"];
    await use({ ...launchOptions, args: [...launchOptions.args, ...fake] });
  },
});

const button = (page, name) => page.getByRole("button", { name, exact: true });
const lines = (page) => page.locator(".speech > li");
const now = (page) => page.locator('.speech > li[aria-current="step"]');
const clock = (page) => page.getByRole("timer");
const times = (page) => page.getByRole("region", { name: "Times you said it" });

/** Leaves the user where they can start. From then on time passes only when the test says so. */
async function open(page) {
  await pasteNotes(page);
  await saved(page);
  await page.clock.install({ time: new Date("2026-05-04T10:00:00") });
  await page.reload();
  const point = page.locator(".themes > li").first();
  const listening = page.getByText("Listening for points that come back…");
  while ((await point.count()) === 0 || (await listening.count()) > 0) {
    // The analysis begins after a moment, and that moment is the test's to give.
    await page.clock.runFor(200);
    await page.evaluate(() => fetch(location.href));
  }
  await page.goto("#/practise");
  await expect(button(page, "Start")).toBeVisible();
}

/** When the line is due, in seconds. */
async function due(line) {
  const [minutes, seconds] = (await line.locator(".at").textContent()).split(":").map(Number);
  return minutes * 60 + seconds;
}

test("the line follows the clock, which pauses, goes on and starts again", async ({ page }) => {
  await open(page);
  await expect(clock(page)).toHaveText(/^0:00of (0:[1-5]\d|1:00)$/);
  await expect(now(page)).toHaveText(await lines(page).first().textContent());
  await button(page, "Start").click();
  const second = await due(lines(page).nth(1));
  await page.clock.runFor((second + 1) * 1000);
  await expect(lines(page).nth(1)).toHaveAttribute("aria-current", "step");
  await button(page, "Pause").click();
  const paused = await clock(page).locator("b").textContent();
  await page.clock.runFor(30_000);
  await expect(clock(page).locator("b")).toHaveText(paused);
  await button(page, "Go on").click();
  await page.clock.runFor(3000);
  await expect(clock(page).locator("b")).not.toHaveText(paused);
  await button(page, "Start again").click();
  await page.clock.runFor(400);
  await expect(clock(page).locator("b")).toHaveText("0:00");
  await expect(lines(page).first()).toHaveAttribute("aria-current", "step");
});

test("a page that slept is right as soon as it wakes, and the clock says how much is over", async ({ page }) => {
  await open(page);
  await button(page, "Start").click();
  // No tick comes while it sleeps, and one when it wakes.
  await page.clock.fastForward(67_000);
  await expect(clock(page)).toHaveText(/^1:077 s over the limit of 1:00$/);
  await expect(lines(page).last()).toHaveAttribute("aria-current", "step");
});

test("keys start, pause, change the line and leave, and the pace is told", async ({ page }) => {
  await open(page);
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await page.keyboard.press("Space");
  await expect(button(page, "Pause")).toBeVisible();
  await page.clock.runFor(1000);
  await page.keyboard.press("ArrowDown");
  await expect(lines(page).nth(1)).toHaveAttribute("aria-current", "step");
  await expect(clock(page)).toContainText(/\d+ s ahead/);
  await page.keyboard.press("ArrowUp");
  await expect(lines(page).first()).toHaveAttribute("aria-current", "step");
  await expect(clock(page)).toContainText("on pace");
  await page.keyboard.press("Space");
  await expect(button(page, "Go on")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page).toHaveURL(/#\/story$/);
  await expect(page.getByRole("navigation").first()).toBeVisible();
});

test("who is through hears that it was all", async ({ page }) => {
  await open(page);
  const [whole] = (await clock(page).textContent()).match(/\d+$/);
  await button(page, "Start").click();
  await page.clock.fastForward((Number(whole) + 1) * 1000);
  await expect(clock(page)).toContainText("That was all of it.");
});

test("after a mode is chosen, by pointer or by arrows, the keys go on working", async ({ page }) => {
  await open(page);
  await page.getByRole("radio", { name: "Talking points" }).click({ force: true });
  await expect(button(page, "Start")).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(lines(page).nth(1)).toHaveAttribute("aria-current", "step");
  await page.keyboard.press("Space");
  await expect(button(page, "Pause")).toBeFocused();

  await page.getByRole("radio", { name: "Talking points" }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("radio", { name: "Recall" })).toBeFocused();
  await expect(page.getByRole("radio", { name: "Recall" })).toBeChecked();
  await page.keyboard.press("Space");
  await expect(button(page, "Go on")).toBeVisible();
});

test("going through the speaking view with Tab does not move it", async ({ page }) => {
  await open(page);
  await page.getByRole("link", { name: "Close" }).focus();
  for (const to of [button(page, "Start"), page.getByRole("radio", { name: "Every word" }), button(page, "Record my voice")]) {
    await page.keyboard.press("Tab");
    await expect(to).toBeFocused();
    expect(await page.evaluate(() => scrollY)).toBe(0);
  }
});

test("talking points show only keywords, recall covers what is to be said until asked", async ({ page }) => {
  await open(page);
  const whole = await lines(page).first().locator(".said").textContent();
  await page.getByRole("radio", { name: "Talking points" }).check({ force: true });
  const short = await lines(page).first().locator(".said").textContent();
  expect(short.length).toBeLessThan(whole.length);

  await page.getByRole("radio", { name: "Recall" }).check({ force: true });
  await expect(page.locator(".speech .said")).toHaveCount(0);
  await page.getByRole("button", { name: "Uncover line 2" }).click();
  await expect(page.locator(".speech .said")).toHaveCount(1);
  await expect(lines(page).nth(1)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(lines(page).first().locator(".said")).toHaveText(whole);
  await page.keyboard.press("Space");
  const third = await due(lines(page).nth(2));
  await page.clock.runFor((third + 1) * 1000);
  await expect(page.locator(".speech .said"), "lines that are said stand open").toHaveCount(2);
});

// The clock runs on while the test looks, by a second or two on a busy machine.
test("each time is kept, told, deleted and brought back", async ({ page }) => {
  await open(page);
  await expect(times(page)).toContainText("Not said yet.");
  await button(page, "Start").click();
  await page.clock.runFor(52_000);
  await button(page, "Done").click();
  await expect(page.getByText(/^Kept this time: 0:5[2-5]\.$/)).toBeVisible();
  await expect(button(page, "Again")).toBeFocused();
  await page.keyboard.press("Enter");
  await page.clock.runFor(44_000);
  await button(page, "Done").click();
  await expect(times(page)).toContainText(/Two times so far: 0:5[2-5] at first, 0:4[4-7] the last time\./);
  const rows = times(page).getByRole("listitem");
  await expect(rows).toHaveCount(2);
  await expect(rows.first()).toContainText("4 May");

  await page.clock.runFor(500);
  await page.reload();
  await page.clock.runFor(500);
  await expect(rows).toHaveCount(2);
  await page.getByRole("button", { name: /^Delete the time of 0:4[4-7], 4 May$/ }).click();
  await expect(rows).toHaveCount(1);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(rows).toHaveCount(2);
});

test("the sample can be practised, and nothing of it is kept", async ({ page }) => {
  await page.goto("#/sample/practise");
  await button(page, "Start").click();
  await button(page, "Done").click();
  await expect(button(page, "Again")).toBeFocused();
  await expect(times(page)).toHaveCount(0);
  await page.goto("#/practise");
  await expect(page.getByText("Here you say your pitch aloud against a clock")).toBeVisible();
});

test("a voice can be recorded, heard and deleted, and goes with the screen", async ({ page, context }) => {
  await context.grantPermissions(["microphone"]);
  await page.addInitScript(() => {
    const { getUserMedia } = MediaDevices.prototype;
    globalThis.made = [];
    MediaDevices.prototype.getUserMedia = async function (...asked) {
      const stream = await getUserMedia.apply(this, asked);
      globalThis.made.push(...stream.getTracks());
      return stream;
    };
  });
  await page.goto("#/sample/practise");
  await button(page, "Record my voice").click();
  await expect(page.getByText("Recording. It stays on this screen")).toBeVisible();
  await button(page, "Start").click();
  await button(page, "Done").click();
  const recording = page.getByLabel("Your recording");
  await expect(recording).toBeVisible();
  await expect.poll(() => recording.evaluate((audio) => audio.readyState), "it can be played").toBeGreaterThan(0);
  expect(await page.evaluate(() => made.map((track) => track.readyState))).toEqual(["ended"]);

  const address = await recording.getAttribute("src");
  await button(page, "Delete the recording").click();
  await expect(recording).toHaveCount(0);
  await expect(button(page, "Record my voice")).toBeFocused();

  await page.keyboard.press("Enter");
  await button(page, "Stop recording").click();
  await expect(recording).toBeVisible();
  expect(await recording.getAttribute("src")).not.toBe(address);
  await button(page, "Delete the recording").click();
  await button(page, "Record my voice").click();
  await expect(button(page, "Stop recording")).toBeVisible();
  await page.getByRole("link", { name: "Close" }).click();
  await page.getByRole("link", { name: "Leave without it" }).click();
  await expect(page).toHaveURL(/#\/sample\/story$/);
  expect(await page.evaluate(() => made.map((track) => track.readyState))).toEqual(["ended", "ended", "ended"]);
});

test("an unheard recording is asked about once before it goes, and a double click does not end it", async ({ page, context }) => {
  await context.grantPermissions(["microphone"]);
  await page.goto("#/sample/practise");
  const before = await button(page, "Record my voice").boundingBox();
  await button(page, "Record my voice").dblclick();
  await expect(button(page, "Stop recording")).toBeVisible();
  expect((await button(page, "Stop recording").boundingBox()).y, "it stays under the pointer").toBe(before.y);
  await button(page, "Stop recording").click();
  await expect(page.getByLabel("Your recording")).toBeVisible();
  expect((await button(page, "Delete the recording").boundingBox()).y).toBe(before.y);

  await page.getByRole("link", { name: "Close" }).click();
  await expect(page.getByText("You have not listened to your recording")).toBeVisible();
  await expect(button(page, "Stay")).toBeFocused();
  await expectAccessible(page);
  await button(page, "Stay").click();
  await expect(button(page, "Start")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page).toHaveURL(/#\/sample\/story$/);
});

test("where there is no microphone, or it is refused, the page says so and goes on", async ({ page }) => {
  // A context of tests allows nothing that it was not asked to.
  await page.goto("#/sample/practise");
  await button(page, "Record my voice").click();
  await expect(page.getByText("The microphone is not allowed here.")).toBeVisible();
  await page.evaluate(() => {
    MediaDevices.prototype.getUserMedia = () => Promise.reject(new DOMException("", "NotFoundError"));
  });
  await button(page, "Record my voice").click();
  await expect(page.getByText("No microphone was found.")).toBeVisible();
  await page.evaluate(() => Object.defineProperty(navigator, "mediaDevices", { value: undefined }));
  await button(page, "Record my voice").click();
  await expect(page.getByText("This browser gives the page no microphone.")).toBeVisible();
  await button(page, "Start").click();
  await expect(button(page, "Pause")).toBeVisible();
});

test("the screen is kept awake while somebody speaks", async ({ page }) => {
  await page.addInitScript(() => {
    globalThis.awake = 0;
    const lock = { release: async () => void (globalThis.awake -= 1) };
    Object.defineProperty(navigator, "wakeLock", { value: { request: async () => ((globalThis.awake += 1), lock) } });
  });
  await page.goto("#/sample/practise");
  await button(page, "Start").click();
  await expect.poll(() => page.evaluate(() => awake)).toBe(1);
  await button(page, "Pause").click();
  await expect.poll(() => page.evaluate(() => awake)).toBe(0);
});

test("without a pitch it says how there will be one", async ({ page }) => {
  await page.goto("#/add");
  await page.getByLabel("So what did you like about my background?").fill("Nothing specific.");
  await page.getByRole("button", { name: "Keep this answer" }).click();
  await page.goto("#/practise");
  await expect(page.getByText("as soon as there is one")).toBeVisible();
  await expectAccessible(page);
});

test("practising is accessible in both themes, narrow and wide", async ({ page }) => {
  test.slow(); // It goes through many screens.
  for (const width of [360, 1280]) {
    for (const colorScheme of ["light", "dark"]) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme });
      await page.goto("#/sample/practise");
      await expect(button(page, "Start")).toBeVisible();
      for (const mode of ["Every word", "Talking points", "Recall"]) {
        await page.getByRole("radio", { name: mode }).check({ force: true });
        await expectAccessible(page);
      }
      await button(page, "Start").click();
      await expectAccessible(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
      await page.goto("about:blank");
    }
  }
});
