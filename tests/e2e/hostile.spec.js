// Any text is data: in every field, in files, in the clipboard, in the address. No script runs under the page's own policy, nothing is
// half taken over, and the page goes on answering while it reads what is far too large.
import { writeFile } from "node:fs/promises";
import { expect, test } from "./refrain.js";
import { saved } from "./steps.js";
import { stored } from "./stored.js";

/** Each calls `hit` if anything of it is ever taken for code. */
const ATTACKS = [
  "<script>hit(1)</script>",
  "<img src=x onerror=hit(2)>",
  "<svg onload=hit(3)>",
  "\"><svg/onload=hit(4)>",
  "'\"--></style></script><script>hit(5)</script>",
  "<iframe srcdoc='<script>parent.hit(6)</script>'></iframe>",
  "<a href=javascript:hit(7)>calm</a>",
  "javascript:hit(8)//",
  "<details open ontoggle=hit(9)>",
  "<math><mtext><table><mglyph><style><img src=x onerror=hit(10)>",
  "{{constructor.constructor('hit(11)')()}}",
  "${hit(12)}",
  "<input autofocus onfocus=hit(13)>",
  "<body onpageshow=hit(14)>",
  "<template><img src=x onerror=hit(15)></template>",
  "<base href=//evil.example/>",
  "&lt;script&gt;hit(16)&lt;/script&gt;",
  "<noscript><p title='</noscript><img src=x onerror=hit(17)>'>",
  "]]><script>hit(18)</script>",
  "<meta http-equiv=refresh content='0;javascript:hit(19)'>",
];
const ALL = ATTACKS.join(" ");
const ODD = "NUL \0, \u202eright to left\u202c, \u200b, \ufeff, 👩‍👩‍👧, e\u0301\u0301";

const hits = (page) => page.evaluate(() => globalThis.hits);
const backup = (rest) => ({ format: "refrain-backup", version: 1, made: "2026-03-14T09:26:53Z", ...rest });

/** A file that is larger than the test's own channel to the browser lets through. */
async function openLarge(page, info, content) {
  const path = info.outputPath("backup.json");
  await writeFile(path, content);
  await page.getByLabel("Choose a backup").setInputFiles(path);
}

async function open(page, content) {
  const buffer = Buffer.from(typeof content === "string" ? content : JSON.stringify(content));
  await page.getByLabel("Choose a backup").setInputFiles({ name: "backup.json", mimeType: "application/json", buffer });
}

/** Looks at every screen that shows what somebody wrote. */
async function everyScreen(page) {
  for (const screen of ["interviews", "story", "grid", "compare", "practise", "versions", "people", "data"]) {
    await page.goto(`#/${screen}`);
    await expect(page.locator("#title, #h-list").first()).toBeAttached();
    // What was heard is quoted only then.
    await expect(page.getByText("Listening for points that come back…")).toHaveCount(0);
    // Whatever is folded may hold text too.
    await page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
    expect(await page.evaluate(() => document.querySelectorAll("body :is(iframe, img, base, meta, object, embed, [onload], [onerror]), #app script").length)).toBe(0);
  }
  expect(await hits(page)).toEqual([]);
}

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    globalThis.hits = [];
    globalThis.hit = (number) => globalThis.hits.push(number);
    delete globalThis.showSaveFilePicker;
  });
});

test("no script in any field runs, and what was written is shown as it was written", async ({ page }) => {
  await page.goto("#/add");
  await page.getByLabel("Who said it").fill(ALL);
  await page.getByLabel("Company").fill(ALL);
  await page.getByLabel("So what did you like about my background?").fill(`You stay calm. ${ALL}`);
  await page.keyboard.press("Control+Enter");
  await saved(page);
  await expect(page.locator(".list > li").first()).toContainText("<img src=x onerror=hit(2)>");
  await page.goto("#/compare");
  await page.getByLabel(/What do you say/).fill(ALL);
  await page.goto("#/paste");
  await page.getByLabel("Your notes").fill(ATTACKS.map((attack) => `${attack}, recruiter\nYou stay calm. ${attack}`).join("\n\n"));
  await page.getByRole("button", { name: /^Add .* interviews?$/ }).click();
  await saved(page);
  await everyScreen(page);
});

test("no script in a backup runs, wherever in it", async ({ page }) => {
  const point = [{ note: "i-1", words: ALL }];
  const rest = {
    interviews: [0, 1, 2].map((at) => ({ id: `i-${at}`, who: ALL, company: ALL, answer: `You stay calm. ${ALL} ${ODD}` })),
    decisions: [{ id: "d-1", decision: { rename: { point, label: ALL } } }],
    stories: [{ id: "t-1", point, claim: ALL, happened: ALL, did: ALL, result: ALL }],
    versions: [{ id: "v-1", name: ALL, seconds: 60, lines: [{ id: ALL, point, text: ALL, offered: ALL, pinned: true }] }],
    practices: [{ id: "p-1", version: ALL }],
    replies: [{ id: "r-1", doubt: point[0], text: ALL }],
    contacts: [{ id: "c-1", known_as: [{ name: ALL, company: ALL }], how_met: ALL, common_ground: ALL, looks_for: ALL }],
    calls: [{ id: "call-i-1", interview: "i-1", bring_up: ALL, line: ALL, remembered: ALL, questions: [{ ask: ALL, answer: ALL }] }],
    narrative: { id: "narrative", text: ALL, let_go: [ALL] },
    settings: { id: "settings", version: ALL },
  };
  // Named fields of every object, with which a careless reader would change all objects.
  const polluted = JSON.stringify(backup(rest)).replace("{", '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},');
  await page.goto("#/data");
  await open(page, polluted);
  await expect(page.getByText("left out: __proto__, constructor.")).toBeVisible();
  await page.getByRole("button", { name: /^Add .* entries$/ }).click();
  await saved(page);
  await page.reload();
  await everyScreen(page);
  expect(await page.evaluate(() => ({}).polluted)).toBe(undefined);
  for (const attack of ["<b>", "a/../b", "javascript:hit(20)", "' onclick='hit(21)"]) {
    await open(page, backup({ interviews: [{ id: attack }] }));
    await expect(page.getByText("interviews[0].id: expected letters from a to z", { exact: false })).toBeVisible();
  }
});

test("no script in a table, in pasted text or in the address runs", async ({ page }) => {
  await page.goto("#/paste");
  const cell = (text) => `"${text.replaceAll('"', '""')}"`;
  const rows = ATTACKS.map((attack) => [attack, attack, `You stay calm. ${attack}`].map(cell).join(","));
  const buffer = Buffer.from(`who,company,answer\n${rows.join("\n")}\n`);
  await page.getByLabel("Choose a file").setInputFiles({ name: `${ATTACKS[1]}.csv`.replaceAll("/", ""), mimeType: "text/csv", buffer });
  await expect(page.getByText(/interviews found/)).toBeVisible();
  expect(await hits(page)).toEqual([]);
  for (const attack of ATTACKS) {
    for (const path of [attack, `interviews/${attack}`, `interviews?find=${attack}&person=${attack}`, `story/${attack}`, `sample/${attack}`]) {
      await page.evaluate((hash) => (location.hash = hash), `#/${path}`);
    }
  }
  await page.goto(`#/interviews?find=${encodeURIComponent(ALL)}`);
  await expect(page.locator("#main")).toBeVisible();
  expect(await hits(page)).toEqual([]);
});

test.describe("under the page's own policy", () => {
  test.use({ around: { origins: ["https://evil.example"], errors: ["Content Security Policy", "content security policy"] } });

  for (const address of ["#/add", "recover.html", "card.html"]) {
    test(`nothing on ${address} can reach another origin, and no script but the page's own runs`, async ({ page }) => {
      await page.goto(address);
      const refused = await page.evaluate(async () => {
        const refused = new Set();
        addEventListener("securitypolicyviolation", ({ disposition, effectiveDirective }) => disposition === "enforce" && refused.add(effectiveDirective));
        const put = (tag, fields) => document.body.append(Object.assign(document.createElement(tag), fields));
        const other = "https://evil.example/";
        const tries = {
          "connect-src": () => fetch(other, { mode: "no-cors" }).catch(() => {}),
          "img-src": () => put("img", { src: `${other}x.png` }),
          "media-src": () => put("audio", { src: `${other}x.mp3` }),
          "frame-src": () => put("iframe", { src: other }),
          "object-src": () => put("object", { data: other }),
          "style-src-elem": () => put("link", { rel: "stylesheet", href: `${other}x.css` }),
          "font-src": () => new FontFace("other", `url(${other}x.woff2)`).load().catch(() => {}),
          "script-src-elem": () => put("script", { textContent: "hit(30)" }),
          "script-src-attr": () => (put("p", { id: "odd" }), document.getElementById("odd").setAttribute("onclick", "hit(31)")),
          "worker-src": () => {
            try {
              new Worker(URL.createObjectURL(new Blob(["hit(32)"])));
            } catch {
              // Some browsers throw, all of them tell.
            }
          },
          "base-uri": () => put("base", { href: other }),
          "form-action": () => {
            put("form", { id: "away", action: other });
            document.getElementById("away").requestSubmit();
          },
        };
        for (const attempt of Object.values(tries)) await attempt();
        navigator.sendBeacon(other, "x");
        const all = Object.keys(tries);
        for (let turn = 0; turn < 100 && all.some((name) => !refused.has(name)); turn += 1) await new Promise((then) => setTimeout(then, 50));
        return all.filter((name) => refused.has(name));
      });
      expect(refused).toEqual([
        "connect-src", "img-src", "media-src", "frame-src", "object-src", "style-src-elem", "font-src",
        "script-src-elem", "script-src-attr", "worker-src", "base-uri", "form-action",
      ]);
      expect(await hits(page)).toEqual([]);
    });
  }
});

test("odd characters are kept as they are", async ({ page }) => {
  await page.goto("#/data");
  await open(page, backup({ interviews: [{ id: "i-1", who: ODD, answer: `You stay calm. ${ODD}` }] }));
  await page.getByRole("button", { name: "Add one entry" }).click();
  await saved(page);
  await page.reload();
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Save a backup" }).click()]);
  const chunks = await (await file.createReadStream()).toArray();
  const [interview] = JSON.parse(Buffer.concat(chunks).toString()).interviews;
  expect([interview.who, interview.answer]).toEqual([ODD, `You stay calm. ${ODD}`]);
});

test("damaged files change nothing and say where they are damaged", async ({ page }) => {
  await page.goto("#/data");
  const whole = JSON.stringify(backup({ interviews: [{ id: "i-1", who: "Bram Teasel", answer: "You stay calm." }] }), null, 2);
  const deep = "[".repeat(200_000) + "]".repeat(200_000);
  const cases = [
    [whole.slice(0, 150), /the file ends too early, at line \d+, column \d+/],
    [whole.replace('"who"', "who"), /line 8, column \d+: key must be a string/],
    [whole.replace("Bram", "Br\0am"), /is no text in UTF-8/],
    [whole.replace("Bram", "\\ud800"), /interviews\[0\]\.who: .*\(line 8\)/],
    [whole.replace('"Bram Teasel"', deep), /interviews\[0\]\.who: expected a text in quotation marks/],
    [`${whole}x`, /line \d+, column \d+: trailing characters/],
    [deep, /expected an object in braces, found a list/],
    ["", /the file ends too early/],
    ["<html></html>", /line 1, column 1: expected value/],
  ];
  for (const [content, expected] of cases) {
    await open(page, content);
    await expect(page.getByText(/^backup\.json .*Nothing was changed\./)).toContainText(expected);
  }
  await page.getByRole("link", { name: "Interviews" }).first().click();
  await expect(page.getByText("No interviews yet")).toBeVisible();
});

/** The longest that the page did not answer, in milliseconds, while `act` was going on. */
async function longestSilence(page, act) {
  await page.evaluate(() => {
    globalThis.silence = 0;
    let last = performance.now();
    globalThis.watch = setInterval(() => {
      const now = performance.now();
      globalThis.silence = Math.max(globalThis.silence, now - last);
      last = now;
    }, 0);
  });
  await act();
  return page.evaluate(() => (clearInterval(globalThis.watch), Math.round(globalThis.silence)));
}

test("a file of 50 MB is read in slices, and reading it can be stopped", async ({ page }, info) => {
  await page.goto("#/data");
  const answer = "You stay calm when everything goes wrong. ".repeat(600);
  const large = JSON.stringify(backup({ interviews: Array.from({ length: 2000 }, (_, at) => ({ id: `i-${at}`, answer })) }));
  expect(large.length).toBeGreaterThan(50_000_000);
  const begin = Date.now();
  const silence = await longestSilence(page, async () => {
    await openLarge(page, info, large);
    await expect(page.getByText(/2,000 entries would be added/)).toBeVisible({ timeout: 60_000 });
  });
  info.annotations.push({ type: "50 MB", description: `read in ${Date.now() - begin} ms, longest silence ${silence} ms` });
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByText(/2,000 entries would be added/)).toHaveCount(0);

  // So slow a browser that there is time to change one's mind.
  await page.evaluate(() => {
    const { setTimeout } = globalThis;
    globalThis.setTimeout = (then, after) => setTimeout(then, after + 200);
  });
  await page.getByLabel("Choose a backup").setInputFiles(info.outputPath("backup.json"));
  await page.getByRole("button", { name: "Stop" }).click();
  await expect(page.getByRole("progressbar")).toHaveCount(0);
  await expect(page.getByText(/2,000 entries would be added/)).toHaveCount(0);

  await openLarge(page, info, " ".repeat(64_000_001));
  await expect(page.getByText("backup.json has more than 64 MB")).toBeVisible();
});

test("a hundred thousand entries are read, or refused where there is one more, and the page goes on", async ({ page }, { annotations }) => {
  await page.goto("#/data");
  const practices = (count) => Array.from({ length: count }, (_, at) => ({ id: `p-${String(at).padStart(6, "0")}`, date: "2026-03-14", seconds: 60 }));
  await open(page, backup({ practices: practices(100_001) }));
  await expect(page.getByText("the file holds 100,001 entries, and Refrain reads up to 100,000", { exact: false })).toBeVisible();
  const begin = Date.now();
  const silence = await longestSilence(page, async () => {
    await open(page, backup({ practices: practices(100_000) }));
    await expect(page.getByText(/100,000 entries would be added/)).toBeVisible({ timeout: 60_000 });
  });
  annotations.push({ type: "100,000", description: `read in ${Date.now() - begin} ms, longest silence ${silence} ms` });
  test.slow();
  const taken = Date.now();
  await page.getByRole("button", { name: "Add 100,000 entries" }).click();
  await expect(page.locator(".status")).toHaveText(/^Saved/, { timeout: 120_000 });
  annotations.push({ type: "100,000 kept", description: `in ${Date.now() - taken} ms` });
});

/** How many interviews are in the store, whatever the page says. */
const kept = (page) =>
  page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const request = indexedDB.open("refrain");
        request.onerror = () => reject(request.error);
        request.onsuccess = () => {
          const all = request.result.transaction("interviews").objectStore("interviews").count();
          all.onsuccess = () => (request.result.close(), resolve(all.result));
        };
      }),
  );

const unanswered = (count) =>
  Array.from({ length: count }, (_, at) => ({ id: `i-${String(at).padStart(6, "0")}`, who: "Bram Teasel", asking: "no-answer" }));

test("of a backup that is being opened when the page goes away, all is there afterwards or nothing", async ({ page }) => {
  await page.goto("#/data");
  await open(page, backup({ interviews: unanswered(3000) }));
  await page.getByRole("button", { name: "Add 3,000 entries" }).click({ noWaitAfter: true });
  await page.reload();
  await saved(page);
  expect([0, 3000]).toContain(await kept(page));
});

test("a page that is closed in the midst of a long save leaves all of it or nothing, and says before how far it is", async ({ page, context }) => {
  await page.goto("#/data");
  await open(page, backup({ interviews: unanswered(20_000) }));
  await page.getByRole("button", { name: "Add 20,000 entries" }).click({ noWaitAfter: true });
  await expect(page.getByText(/^Saving [\d,]+ of 20,000\. Keep this page open: all of it is kept, or none\.$/)).toBeVisible();
  await page.close();
  const other = await context.newPage();
  await other.goto("#/data");
  await saved(other);
  expect([0, 20_000]).toContain(await kept(other));
});

test("a long save is one step that is undone at once", async ({ page }) => {
  test.slow();
  await page.goto("#/data");
  await open(page, backup({ interviews: unanswered(10_000) }));
  await page.getByRole("button", { name: "Add 10,000 entries" }).click({ noWaitAfter: true });
  await expect(page.getByText(/^Saving [\d,]+ of 10,000\./)).toBeVisible();
  await expect(page.locator(".status")).toHaveText(/^Saved/, { timeout: 60_000 });
  await expect(page.getByText(/^Saving [\d,]+ of/)).toHaveCount(0);
  expect(await kept(page)).toBe(10_000);
  await page.reload();
  await page.goto("#/interviews");
  await expect(page.getByRole("heading", { name: "10,000 interviews" })).toBeVisible();
  await page.goto("#/data");
  await open(page, backup({ interviews: [{ id: "i-000000", who: "Hana Sokol" }] }));
  await page.getByRole("radio", { name: /^Replace everything/ }).check();
  await page.getByRole("button", { name: "Replace everything" }).click();
  await expect(page.locator(".status")).toHaveText(/^Saved/, { timeout: 60_000 });
  expect(await kept(page)).toBe(1);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.locator(".status")).toHaveText(/^Saved/, { timeout: 60_000 });
  expect(await kept(page)).toBe(10_000);
});

test("more interviews than every screen can show are refused with both numbers before anything is kept", async ({ page }, info) => {
  const most = "and Refrain holds up to 20,000";
  await page.goto("#/data");
  await openLarge(page, info, JSON.stringify(backup({ interviews: unanswered(100_000) })));
  await expect(page.getByText(`the file holds 100,000 interviews, ${most}`, { exact: false })).toBeVisible();
  await expect(page.getByText(/would be added/)).toHaveCount(0);

  await open(page, backup({ interviews: unanswered(3) }));
  await page.getByRole("button", { name: "Add three entries" }).click();
  await saved(page);
  await open(page, backup({ interviews: unanswered(20_001).slice(1) }));
  await expect(page.getByText(`With these you would have 20,001 interviews, ${most}. Nothing was changed.`, { exact: false })).toBeVisible();
  await expect(page.getByRole("button", { name: /^Add .* entries$/ })).toBeDisabled();
  // What is here goes, so that the file's have room.
  await page.getByRole("radio", { name: /^Replace everything/ }).check();
  await expect(page.getByRole("button", { name: "Replace everything" })).toBeEnabled();

  await page.goto("#/paste");
  const path = info.outputPath("interviews.csv");
  const rows = Array.from({ length: 20_000 }, (_, at) => `Person ${at},You stay calm number ${at}.`);
  await writeFile(path, `who,answer\n${rows.join("\n")}\n`);
  await page.getByLabel("Choose a file").setInputFiles(path);
  await expect(page.getByText(`With these you would have 20,003 interviews, ${most}.`, { exact: false })).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole("button", { name: "Add 20,000 interviews" })).toBeDisabled();
  expect(await kept(page)).toBe(3);
});

/** Ten thousand interviews: thousands of quotes for one point, hundreds of doubts, of remarks not counted and of people. */
const many = Array.from({ length: 10_000 }, (_, at) => {
  const also = at % 10 === 0 ? ` My only concern is that you never led team number ${at}.` : at % 10 === 1 ? ` We have ${at} desks in the office.` : "";
  return { id: `i-${String(at).padStart(6, "0")}`, who: `Person ${at} Teasel`, company: "Larkspur Homes", answer: `You stay calm when everything goes wrong.${also}` };
});

test("of ten thousand interviews each list shows its first part, and the keyboard leads to more", async ({ page }, info) => {
  test.slow();
  await page.goto("#/data");
  await openLarge(page, info, JSON.stringify(backup({ interviews: many })));
  await page.getByRole("button", { name: "Add 10,000 entries" }).click({ timeout: 60_000 });
  await expect(page.locator(".status")).toHaveText(/^Saved/, { timeout: 60_000 });
  await page.goto("#/story");
  await expect(page.getByText("Listening for points that come back…")).toHaveCount(0, { timeout: 60_000 });
  const parts = page.getByText(/^150 of [\d,]+ shown$/);
  await expect(parts.first()).toBeVisible();

  // Every list of the screen stops somewhere, whether it is folded or not.
  const longest = () => page.evaluate(() => Math.max(...[...document.querySelectorAll("main ol, main ul, main .voices")].map((list) => list.children.length)));
  expect(await longest()).toBe(150);

  const doubts = page.getByRole("region", { name: "Be ready for this" });
  const list = doubts.locator("#doubts > li");
  await expect(list).toHaveCount(150);
  const more = doubts.getByRole("button", { name: "Show more: doubts" });
  await more.focus();
  await page.keyboard.press("Enter");
  await expect(list).toHaveCount(300);
  await expect(doubts.getByRole("status").filter({ hasText: /^300 of [\d,]+ shown$/ })).toBeVisible();
  await expect(list.nth(150)).toBeFocused();

  // A folded list of quotes in a point.
  const rest = page.locator("details.rest").first();
  await rest.locator("summary").click();
  await expect(rest.getByRole("listitem")).toHaveCount(60);
  await rest.getByRole("button", { name: "Show more: quotes" }).press("Enter");
  await expect(rest.getByRole("listitem")).toHaveCount(120);
  await expect(rest.getByRole("listitem").nth(60)).toBeFocused();

  // On paper stands how much of it there is.
  await page.emulateMedia({ media: "print" });
  await expect(rest.getByText(/^120 of [\d,]+ shown$/)).toBeVisible();
  await expect(rest.getByRole("button", { name: "Show more" })).toBeHidden();
  await page.emulateMedia({ media: "screen" });

  await page.goto("#/grid");
  await expect(page.getByText("The first 150 rows of each group.", { exact: false })).toBeVisible();
  const rows = page.getByRole("table").locator("tbody[data-kind=doubt] tr");
  await expect(rows).toHaveCount(151);
  await page.getByRole("button", { name: "Show more rows" }).press("Enter");
  await expect(rows).toHaveCount(301);
  await expect(page.getByText("The first 300 rows of each group.", { exact: false })).toBeFocused();

  for (const screen of ["share", "embed"]) {
    await page.goto(`#/${screen}`);
    await expect(page.locator("#title")).toBeVisible();
    await page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
    await expect(page.getByText(/^[\d]+ of [\d,]+ shown$/).first()).toBeVisible();
    expect(await page.evaluate(() => document.querySelectorAll("main input[type=checkbox]").length)).toBeLessThan(1_000);
  }
});

test("a backup of which a part was written when the page was killed is not there at all", async ({ context, page }) => {
  await page.goto("#/add");
  await page.getByLabel("So what did you like about my background?").fill("You stay calm.");
  await page.keyboard.press("Control+Enter");
  await saved(page);
  const before = await stored(page);
  await page.goto("#/data");
  await open(page, backup({ interviews: Array.from({ length: 1200 }, (_, at) => ({ id: `i-${String(at).padStart(5, "0")}`, who: "Bram Teasel", asking: "no-answer" })) }));
  // Nothing more is written from the thousandth entry on, and the page is killed while it waits there.
  await page.evaluate(() => {
    const { put } = IDBObjectStore.prototype;
    let count = 0;
    IDBObjectStore.prototype.put = function (...given) {
      count += 1;
      if (count < 1000) return put.apply(this, given);
      console.info("a thousand");
      for (;;);
    };
  });
  const browser = await context.newCDPSession(page);
  const isWriting = page.waitForEvent("console", (message) => message.text() === "a thousand");
  page.getByRole("button", { name: "Add 1,200 entries" }).click({ noWaitAfter: true }).catch(() => {});
  await isWriting;
  const crashed = page.waitForEvent("crash");
  browser.send("Page.crash").catch(() => {});
  await crashed;
  await page.close();
  const after = await context.newPage();
  await after.goto("#/interviews");
  await expect(after.locator(".list > li")).toHaveCount(1);
  expect(await stored(after)).toEqual(before);
});

test("no address that nobody would write stops the page", async ({ page }) => {
  await page.goto("#/add");
  for (const odd of ["%", "%zz", "%E0%A4%A", "%ED%A0%80", "%00", "\ud800", "\u202e", "__proto__", "[".repeat(10_000), "a".repeat(100_000)]) {
    for (const path of [odd, `interviews/${odd}`, `interviews?find=${odd}&person=${odd}&order=${odd}`, `story/${odd}`, `people/${odd}`, `before/${odd}`, `after/${odd}`, `fit/${odd}`, `advice/${odd}`]) {
      await page.evaluate((hash) => (location.hash = hash), `#/${path}`);
    }
    await page.evaluate(() => (location.hash = "#/add"));
    await expect(page.getByLabel("So what did you like about my background?")).toBeVisible();
  }
});

test("half a sign in what is written costs nothing but that sign", async ({ page }) => {
  await page.goto("#/add");
  await page.getByLabel("So what did you like about my background?").evaluate((field) => {
    field.value = `You stay ${String.fromCharCode(0xd83d)} calm.`;
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  });
  await page.getByRole("button", { name: "Keep this answer" }).click();
  await saved(page);
  await page.reload();
  await expect(page.locator(".list > li")).toContainText(/You stay . calm\./);
});
