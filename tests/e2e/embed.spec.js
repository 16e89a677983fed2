// Refrain and its cards in pages of another site (tests/pages): each works, or says in words what is wrong.
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { deflateRawSync, crc32 } from "node:zlib";
import { expect, expectAccessible, test as plain } from "./refrain.js";
import config from "./playwright.config.js";
import { serve } from "./server.js";
import { saved } from "./steps.js";

const card = (await readFile(fileURLToPath(new URL("../fixtures/card/link.txt", import.meta.url)), "utf8")).trim();
const QUESTION = "So what did you like about my background?";
const FIRST_LINE = "I explain the hard part so anyone can follow.";

/** The address of a card as the builder would make it. */
function link(content) {
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(content));
  return `1.${Buffer.concat([check, deflateRawSync(content)]).toString("base64url")}`;
}

const other = link("T\tWhat others say of me\t\nL\t2\t3\t//.\tI ask before I build.");

/** `pages`: starts a host of another site for the pages around. `site` is Refrain's, which a test may ask to be slow or odd. */
const test = plain.extend({
  oddities: [{}, { option: true }],
  // The name by which the browser knows the host of the pages around. By another one than Refrain's they are another site.
  blog: ["127.0.0.1", { option: true }],
  refrain: async ({ oddities, site }, use) => {
    if (Object.keys(oddities).length === 0) {
      await use(site);
      return;
    }
    const server = await serve(oddities);
    await use(server.address);
    await server.stop();
  },
  pages: async ({ around, blog, refrain }, use) => {
    const { origin } = new URL(refrain);
    const folder = fileURLToPath(new URL("../pages", import.meta.url));
    // Mostly another origin of the same site: what a browser makes of storage between sites is a matter of its settings, and has a test.
    const server = await serve({ folder, at: "/blog/", host: blog, put: { refrain, origin, card, other } });
    around.origins.push(new URL(server.address).origin, origin);
    await use(server.address);
    await server.stop();
  },
});
const { launchOptions } = config.use;
test.use({
  around: async ({}, use) => use({ origins: [], errors: [] }),
  // Storage of another site is blocked: some Chromiums do so by themselves, others only when asked.
  launchOptions: { ...launchOptions, args: [...launchOptions.args, "--test-third-party-cookie-phaseout"] },
});

const frameIn = (page, element) => page.locator(element).locator("iframe");
const inFrame = (page, element) => page.locator(element).locator("iframe").contentFrame();
const heightOf = async (page, element) => (await frameIn(page, element).boundingBox())?.height;
const within = (page, frame, read) => inFrame(page, frame).locator("html").evaluate(read);

/** Collects what an element's events tell from now on. */
async function eventsOf(page, element) {
  await page.locator(element).evaluate((embed) => {
    globalThis.told = [];
    for (const type of ["ready", "height", "pitch-copied", "error"]) {
      embed.addEventListener(`refrain:${type}`, ({ detail }) => globalThis.told.push([type, detail]));
    }
  });
  return () => page.evaluate(() => globalThis.told);
}

test("a card stands in a plain page, as tall as what is in it, beside the whole of Refrain", async ({ page, pages }) => {
  await page.goto(`${pages}plain.html`);
  const pitch = inFrame(page, "#card");
  await expect(pitch.getByRole("heading", { name: "What interviewers keep telling me" })).toBeVisible();
  await expect(pitch.getByText(FIRST_LINE)).toBeVisible();
  await expect(pitch.getByRole("img", { name: "6 of 10 interviews" })).toBeVisible();
  await expect(page.getByRole("link", { name: "My pitch" })).toBeHidden();
  const content = () => within(page, "#card", (root) => Math.ceil(root.getBoundingClientRect().height));
  await expect.poll(async () => (await heightOf(page, "#card")) - (await content())).toBe(0);

  const widget = inFrame(page, "#widget");
  await expect(widget.getByText(QUESTION).first()).toBeVisible();
  await expect(widget.getByText(/only Refrain inside this site/)).toBeVisible();
  // Neither has taken the focus, and nothing has moved the page.
  expect(await page.evaluate(() => [document.activeElement.tagName, scrollY])).toEqual(["BODY", 0]);
});

test("the widget keeps an answer, is found again there, and never moves the page around", async ({ page, pages }) => {
  await page.goto(`${pages}plain.html`);
  const widget = inFrame(page, "#widget");
  await widget.getByRole("link", { name: "Add an answer" }).first().click();
  await widget.getByLabel(QUESTION).fill("You stay calm when everything goes wrong.");
  const before = await page.evaluate(() => scrollY);
  // Not by Playwright's mouse, which scrolls what it clicks into view.
  await widget.getByRole("button", { name: "Keep this answer" }).evaluate((button) => button.click());
  await expect(widget.getByText("You stay calm when everything goes wrong.").first()).toBeVisible();
  await saved(widget);
  expect(await page.evaluate(() => scrollY)).toBe(before);
  await page.reload();
  await inFrame(page, "#widget").getByRole("link", { name: "Interviews" }).first().click();
  await expect(inFrame(page, "#widget").getByText("You stay calm when everything goes wrong.").first()).toBeVisible();
});

test("height comes to rest", async ({ page, pages }) => {
  await page.goto(`${pages}narrow.html`);
  const read = await eventsOf(page, "#widget");
  const widget = inFrame(page, "#widget");
  await expect(widget.getByText(QUESTION).first()).toBeVisible();
  await widget.getByRole("link", { name: "sample" }).first().click();
  await expect(widget.getByRole("heading", { name: "What they keep saying" })).toBeVisible();
  await expect(widget.getByText("Listening for points that come back…")).toHaveCount(0);
  for (const screen of ["grid", "interviews", "compare", "practise", "story"]) {
    await widget.locator("html").evaluate((_, hash) => location.replace(hash), `#/sample/${screen}`);
    await expect(widget.locator("h1").first()).toBeAttached();
    const difference = async () =>
      (await heightOf(page, "#widget")) - (await within(page, "#widget", (root) => Math.ceil(root.getBoundingClientRect().height)));
    await expect.poll(difference, screen).toBe(0);
  }
  const heights = (await read()).filter(([type]) => type === "height");
  expect(heights.length).toBeLessThan(40);
});

test("a dark page gets a card without a ground, and an accent that can be seen on it", async ({ page, pages }) => {
  await page.goto(`${pages}dark.html`);
  await expect(inFrame(page, "#card").getByText(FIRST_LINE)).toBeVisible();
  const look = () =>
    within(page, "#card", (root) => [
      root.dataset.theme,
      getComputedStyle(document.body).backgroundColor,
      getComputedStyle(root).backgroundColor,
    ]);
  await expect.poll(look).toEqual(["dark", "rgba(0, 0, 0, 0)", "rgba(0, 0, 0, 0)"]);
  expect(await frameIn(page, "#card").evaluate((frame) => getComputedStyle(frame).colorScheme)).toBe("dark");
  const accent = () => within(page, "#card", (root) => root.style.getPropertyValue("--accent"));
  await expect.poll(accent).toMatch(/^#[0-9a-f]{6}$/);
  expect(await accent()).not.toBe("#203040");
  const told = await eventsOf(page, "#card");
  await page.locator("#card").evaluate((element) => element.setAttribute("accent", "#302030"));
  await expect.poll(async () => (await told()).find(([type]) => type === "error")?.[1]).toMatchObject({
    code: "accent",
    message: expect.stringContaining("cannot be seen well enough"),
  });
});

test("theme and accent can be changed at any time", async ({ page, pages }) => {
  await page.goto(`${pages}plain.html`);
  const embed = page.locator("#card");
  await embed.evaluate((element) => element.ready);
  const look = () => within(page, "#card", (root) => [root.dataset.theme, root.style.getPropertyValue("--accent")]);
  await expect.poll(look).toEqual(["light", ""]);
  await embed.evaluate((element) => element.setAttribute("accent", "#1b5e20"));
  await expect.poll(look).toEqual(["light", "#1b5e20"]);
  await embed.evaluate((element) => element.setAttribute("theme", "dark"));
  await expect.poll(async () => (await look())[0]).toBe("dark");
  await embed.evaluate((element) => {
    element.removeAttribute("theme");
    element.removeAttribute("accent");
  });
  await expect.poll(look).toEqual(["light", ""]);
  // The page around turns dark.
  await page.evaluate(() => document.body.setAttribute("style", "background: #111; color: #eee"));
  await expect.poll(async () => (await look())[0]).toBe("dark");
  const told = await eventsOf(page, "#card");
  await embed.evaluate((element) => element.setAttribute("accent", "red; background: url(x)"));
  await expect.poll(async () => JSON.stringify(await told())).toContain("has to be written like #b3162b");
  expect((await look())[1]).toBe("");
});

test("who comes late still hears that it is ready", async ({ page, pages }) => {
  await page.goto(`${pages}plain.html`);
  const heard = await page.locator("#card").evaluate(async (element) => {
    await element.ready;
    const target = await new Promise((resolve) => element.addEventListener("refrain:ready", (event) => resolve(event.target)));
    await new Promise((resolve) => element.addEventListener("refrain:ready", resolve, { once: true }));
    return target === element;
  });
  expect(heard).toBe(true);
});

test("a strict policy that names Refrain is enough", async ({ page, pages }) => {
  await page.goto(`${pages}strict.html`);
  await expect(inFrame(page, "#card").getByText(FIRST_LINE)).toBeVisible();
  await expect.poll(() => heightOf(page, "#card")).not.toBe(320);
  expect(await frameIn(page, "#card").evaluate((frame) => getComputedStyle(frame).borderTopWidth)).toBe("0px");
});

test("a policy that leaves Refrain out is said in words, with a way out", async ({ around, page, pages }) => {
  around.errors.push("Content Security Policy");
  await page.goto(`${pages}forbidden.html`);
  await expect(page.getByText(/security policy does not allow Refrain: frame-src has to name/)).toBeVisible();
  await expect(page.getByRole("link", { name: "Open it in a window of its own" })).toHaveAttribute("href", /card\.html.*#1\./);
});

test("sandboxed without an origin the card works, and Refrain says what it needs", async ({ around, page, pages }) => {
  // The browser's own words for what it then refuses.
  around.errors.push("has been blocked by CORS policy", "net::ERR_FAILED", "Failed to fetch");
  await page.goto(`${pages}sandboxed.html`);
  await expect(page.frameLocator("#card").getByText(FIRST_LINE)).toBeVisible();
  await expect(page.frameLocator("#widget").getByText(/sandbox has to include allow-same-origin/)).toBeVisible();
  await expect(page.frameLocator("#widget").getByRole("link", { name: /window of its own/ })).toBeVisible();
});

test("plain frames need no script around them", async ({ page, pages }) => {
  await page.goto(`${pages}frames.html`);
  await expect(page.frameLocator("#card").getByText(FIRST_LINE)).toBeVisible();
  expect(await page.frameLocator("#card").locator("html").getAttribute("data-theme")).toBe("dark");
  await expect(page.frameLocator("#widget").getByText(QUESTION).first()).toBeVisible();
});

test("where storage is blocked Refrain works in memory and says so", async ({ context, page, pages, site }) => {
  await context.addInitScript((origin) => {
    if (self.origin !== origin) return;
    for (const name of ["localStorage", "sessionStorage", "indexedDB"]) {
      Object.defineProperty(globalThis, name, {
        get: () => {
          throw new DOMException("The document is sandboxed.", "SecurityError");
        },
      });
    }
  }, new URL(site).origin);
  await page.goto(`${pages}plain.html`);
  const widget = inFrame(page, "#widget");
  await expect(widget.getByText("Nothing you write here will be kept.")).toBeVisible();
  await widget.getByRole("link", { name: "Add an answer" }).first().click();
  await widget.getByLabel(QUESTION).fill("You stay calm when everything goes wrong.");
  await widget.getByRole("button", { name: "Keep this answer" }).click();
  await expect(widget.getByText("You stay calm when everything goes wrong.").first()).toBeVisible();
  await expect(inFrame(page, "#card").getByText(FIRST_LINE)).toBeVisible();
});

test.describe("where the browser blocks the storage of other sites", () => {
  test.use({ blog: "localhost" });

  test("Refrain works as long as the page is open, says so, and hands over the notes", async ({ page, pages }) => {
    await page.goto(`${pages}plain.html`);
    const widget = inFrame(page, "#widget");
    await expect(widget.getByText("Nothing you write here will be kept.")).toBeVisible();
    await expect(widget.getByText(/lets Refrain keep nothing inside another site/)).toBeVisible();
    const isBlocked = await widget.locator("html").evaluate(() => {
      try {
        return !localStorage;
      } catch (error) {
        return error.name === "SecurityError";
      }
    });
    expect(isBlocked).toBe(true);
    await widget.getByRole("link", { name: "Add an answer" }).first().click();
    await widget.getByLabel(QUESTION).fill("You stay calm when everything goes wrong.");
    await widget.getByRole("button", { name: "Keep this answer" }).click();
    await expect(widget.getByText("You stay calm when everything goes wrong.").first()).toBeVisible();
    await expect(widget.locator(".status")).toHaveText(/^Not saved/);
    const [file] = await Promise.all([page.waitForEvent("download"), widget.getByRole("button", { name: "Download my data" }).click()]);
    expect(await readFile(await file.path(), "utf8")).toContain("You stay calm when everything goes wrong.");
    await expect(inFrame(page, "#card").getByText(FIRST_LINE)).toBeVisible();
  });
});

/** Leaves the frame on the sample's pitch. */
async function openSample(widget) {
  await widget.getByRole("link", { name: "sample" }).first().click();
  await expect(widget.getByRole("button", { name: "Copy pitch" })).toBeVisible();
  await expect(widget.getByText("Listening for points that come back…")).toHaveCount(0);
}

test("a pitch that is copied in the widget is on the clipboard, and the page around hears that it was", async ({ page, pages }) => {
  await page.goto(`${pages}plain.html`);
  await page.locator("#widget").evaluate((element) => element.ready);
  const told = await eventsOf(page, "#widget");
  const widget = inFrame(page, "#widget");
  await openSample(widget);
  expect(JSON.stringify(await told())).not.toContain("pitch-copied");
  await widget.getByRole("button", { name: "Copy pitch" }).click();
  await expect(widget.getByText(/^Copied/)).toBeVisible();
  // That it was, and nothing of what it says.
  await expect.poll(async () => (await told()).filter(([type]) => type === "pitch-copied")).toEqual([["pitch-copied", null]]);
  const lines = await widget.locator(".pitch .said").first().innerText();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(lines.trim());
});

test("in a frame that may not use the clipboard the pitch is selected, and nobody is told that it was copied", async ({ around, page, pages }) => {
  // The browser's own words for what it then refuses.
  around.errors.push("The Clipboard API has been blocked");
  await page.goto(`${pages}no-clipboard.html`);
  const widget = page.frameLocator("#widget");
  await openSample(widget);
  // The frame speaks to who has told it how to look.
  await page.evaluate(() => {
    globalThis.heard = [];
    addEventListener("message", ({ data }) => globalThis.heard.push(data.type));
    document.getElementById("widget").contentWindow.postMessage({ refrain: 1, type: "look", theme: "light" }, "*");
  });
  await expect.poll(() => page.evaluate(() => globalThis.heard)).toContain("ready");
  await widget.getByRole("button", { name: "Copy pitch" }).click();
  await expect(widget.getByText("This browser blocked copying.")).toBeVisible();
  const field = widget.getByLabel("Your pitch as text");
  const selected = await field.evaluate((field) => field.value.slice(field.selectionStart, field.selectionEnd));
  expect(selected).toContain((await widget.locator(".pitch .said").first().innerText()).trim());
  expect(await page.evaluate(() => globalThis.heard)).not.toContain("pitch-copied");
});

test("two cards on a page do not mix up", async ({ page, pages }) => {
  await page.goto(`${pages}two.html`);
  await expect(inFrame(page, "#first").getByText(FIRST_LINE)).toBeVisible();
  await expect(inFrame(page, "#second").getByText("I ask before I build.")).toBeVisible();
  for (const [element, theme] of [["#first", "light"], ["#second", "dark"]]) {
    await expect.poll(() => within(page, element, (root) => root.dataset.theme)).toBe(theme);
    const difference = async () =>
      (await heightOf(page, element)) - (await within(page, element, (root) => Math.ceil(root.getBoundingClientRect().height)));
    await expect.poll(difference).toBe(0);
  }
  expect(await heightOf(page, "#first")).toBeGreaterThan((await heightOf(page, "#second")) + 50);
});

test("a card that is added, moved and removed later", async ({ page, pages }) => {
  await page.goto(`${pages}late.html`);
  await page.evaluate((content) => {
    const embed = document.createElement("refrain-embed");
    Object.assign(embed, { id: "card" });
    for (const [name, value] of [["mode", "card"], ["card", content]]) embed.setAttribute(name, value);
    document.getElementById("place").after(embed);
  }, card);
  await expect(inFrame(page, "#card").getByText(FIRST_LINE)).toBeVisible();
  await page.evaluate(() => document.body.prepend(document.getElementById("card")));
  await expect(inFrame(page, "#card").getByText(FIRST_LINE)).toBeVisible();
  await page.locator("#card").evaluate((element, content) => element.setAttribute("card", content), other);
  await expect(inFrame(page, "#card").getByText("I ask before I build.")).toBeVisible();
  await page.locator("#card").evaluate((element) => element.remove());
  await expect(page.locator("iframe")).toHaveCount(0);
});

test("a column of 320 pixels holds both", async ({ page, pages }) => {
  await page.goto(`${pages}narrow.html`);
  await expect(inFrame(page, "#card").getByText(FIRST_LINE)).toBeVisible();
  await expect(inFrame(page, "#widget").getByText(QUESTION).first()).toBeVisible();
  for (const element of ["#card", "#widget"]) {
    expect(await within(page, element, (root) => root.scrollWidth - root.clientWidth)).toBe(0);
  }
});

test.describe("on a slow network", () => {
  test.use({ oddities: { wait: 400 } });

  test("both arrive, in the right look", async ({ page, pages }) => {
    await page.goto(`${pages}plain.html`);
    await expect(inFrame(page, "#card").getByText(FIRST_LINE)).toBeVisible();
    await expect.poll(() => within(page, "#card", (root) => root.dataset.theme)).toBe("light");
    await expect(inFrame(page, "#widget").getByText(QUESTION).first()).toBeVisible();
  });
});

test.describe("on a host that knows no wasm, in another folder", () => {
  test.use({ oddities: { types: { ".wasm": "text/plain" }, at: "/a/b/" } });

  test("Refrain works all the same", async ({ page, pages }) => {
    await page.goto(`${pages}plain.html`);
    const widget = inFrame(page, "#widget");
    await widget.getByRole("link", { name: "sample" }).first().click();
    await expect(widget.getByRole("heading", { name: "What they keep saying" })).toBeVisible();
    await expect(inFrame(page, "#card").getByText(FIRST_LINE)).toBeVisible();
  });
});

test("forged and malformed messages change nothing, in the frame or around it", async ({ page, pages }) => {
  await page.goto(`${pages}hostile.html`);
  await expect(page.frameLocator("#frame").getByText(FIRST_LINE)).toBeVisible();
  const frame = page.locator("#frame");
  const inside = () =>
    page.frameLocator("#frame").locator("html").evaluate((root) => [root.outerHTML, location.href, document.title]);
  const before = await inside();
  await frame.evaluate(async (element) => {
    const send = (data) => element.contentWindow.postMessage(data, "*");
    const look = { refrain: 1, type: "look" };
    const nonsense = [null, 0, "", "refrain", [], {}, { refrain: 1 }, { refrain: 2, type: "look", theme: "dark" }, { type: "look", theme: "dark" }];
    const odd = [{ type: "go", href: "https://evil.example" }, { type: "ready" }, { type: "height", height: 9 }, { type: "__proto__" }];
    for (const data of [...nonsense, ...odd.map((one) => ({ refrain: 1, ...one }))]) send(data);
    for (const value of [0, {}, [], "<b>", "#12", "red", "url(x)", "__proto__", "a".repeat(1e6)]) send({ ...look, theme: value, ground: value });
    // Of another window than the one around.
    const sibling = document.createElement("iframe");
    document.body.append(sibling);
    sibling.contentWindow.eval(`parent.frames[0].postMessage({ refrain: 1, type: "look", theme: "dark", accent: "#00ff00" }, "*")`);
    sibling.remove();
    await new Promise((resolve) => setTimeout(resolve));
  });
  await expect.poll(inside).toEqual(before);

  // And the other way: a frame or a page that pretends to be Refrain.
  await page.goto(`${pages}plain.html`);
  await page.locator("#card").evaluate((element) => element.ready);
  const told = await eventsOf(page, "#card");
  await expect(inFrame(page, "#card").getByText(FIRST_LINE)).toBeVisible();
  const height = await heightOf(page, "#card");
  const events = (await told()).length;
  await page.evaluate(async () => {
    const forged = [{ type: "height", height: 9999 }, { type: "error", code: "x", message: "x" }, { type: "pitch-copied" }];
    for (const one of forged) {
      postMessage({ refrain: 1, ...one }, "*");
      const sibling = document.createElement("iframe");
      document.body.append(sibling);
      sibling.contentWindow.eval(`parent.postMessage(${JSON.stringify({ refrain: 1, ...one })}, "*")`);
      sibling.remove();
    }
    await new Promise((resolve) => setTimeout(resolve));
  });
  expect(await heightOf(page, "#card")).toBe(height);
  expect((await told()).length).toBe(events);
  // Even the right frame is only believed what makes sense.
  const odd = [-1, 0, Number.NaN, Number.POSITIVE_INFINITY, "500", null, {}, [700]];
  await inFrame(page, "#card").locator("html").evaluate((_, heights) => {
    for (const height of heights) parent.postMessage({ refrain: 1, type: "height", height }, "*");
    for (const type of ["error", "nothing", "__proto__", "constructor"]) parent.postMessage({ refrain: 1, type, code: 1 }, "*");
    parent.postMessage({ refrain: 2, type: "height", height: 700 }, "*");
  }, odd);
  expect(await heightOf(page, "#card")).toBe(height);
});

test("a damaged, newer or foreign card says what is wrong, and the page around is told", async ({ page, pages }) => {
  await page.goto(`${pages}plain.html`);
  const embed = page.locator("#card");
  await embed.evaluate((element) => element.ready);
  const told = await eventsOf(page, "#card");
  for (const [content, words, code] of [
    [card.slice(0, -4), /cut short or changed/, "card-damaged"],
    [`7.${card.slice(2)}`, /newer Refrain/, "card-newer"],
    [`1.${"A".repeat(9000)}`, /longer than a pitch can be/, "card-long"],
    ["", /no pitch in this address/, "card-empty"],
  ]) {
    await embed.evaluate((element, value) => element.setAttribute("card", value), content);
    await expect(inFrame(page, "#card").getByText(words)).toBeVisible();
    await expect.poll(async () => (await told()).some(([type, detail]) => type === "error" && detail.code === code)).toBe(true);
  }
});

test("the card alone can be read by everybody", async ({ page, site }) => {
  for (const theme of ["light", "dark"]) {
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(`${site}card.html?theme=${theme}#${card}`);
      await expect(page.getByText(FIRST_LINE)).toBeVisible();
      await expectAccessible(page);
    }
  }
  await page.goto(`${site}card.html#nonsense`);
  await expect(page.getByRole("heading", { name: "The pitch cannot be shown" })).toBeVisible();
  await expectAccessible(page);
});
