// The page, the widget and the card in Firefox and in WebKit: that they open, keep notes, copy and embed there as they do in Chromium,
// where everything else is tested. `cargo xtask test browsers` names the programs in FIREFOX and MINIBROWSER; one that is not named is
// left out, and the task says so.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { serve } from "../server.js";
import { openFirefox } from "./firefox.js";
import { openWebKit } from "./webkit.js";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const card = (await readFile(here("../../fixtures/card/link.txt"), "utf8")).trim();
const sample = await readFile(here("../../../assets/sample.txt"), "utf8");
const ANSWER = "You stay calm when everything goes wrong.";
const PATIENCE = 15_000;

/** Tries until something is true. Fails with what it last saw. */
async function until(what, read) {
  const end = Date.now() + PATIENCE;
  for (;;) {
    let seen;
    try {
      seen = await read();
      if (seen) return seen;
    } catch (error) {
      seen = error;
    }
    if (Date.now() > end) assert.fail(`${what}: ${seen instanceof Error ? seen.message : seen}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

// What a visitor sees and presses. These run in the page.
const text = () => document.body.textContent;
const named = (name) =>
  [...document.querySelectorAll("a, button")].find((element) => element.textContent.trim() === name && element.getClientRects().length > 0);
const press = (name) => {
  const element = [...document.querySelectorAll("a, button")].find((element) => element.textContent.trim() === name && element.getClientRects().length > 0);
  element?.click();
  return Boolean(element);
};
const write = (selector, value) => {
  const field = document.querySelector(selector);
  if (!field) return false;
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value").set.call(field, value);
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  return true;
};
const saved = () => /Saved: your data|Kept in this browser only/.test(document.body.textContent);
const inElement = { card: () => document.querySelector("#card").shadowRoot.querySelector("iframe"), widget: () => document.querySelector("#widget").shadowRoot.querySelector("iframe") };

function checks(name, open, program) {
  describe(name, { skip: program ? false : `${name} is not on this machine` }, () => {
    let browser, site, pages;

    before(async () => {
      site = await serve();
      const { origin } = new URL(site.address);
      const put = { refrain: site.address, origin, card, other: card };
      // By another name, so that browsers take it for another site and keep its notes apart.
      pages = await serve({ folder: here("../../pages"), at: "/blog/", host: "localhost", put });
      browser = await open(program);
      console.log(`# ${name}: ${browser.version}`);
    });

    after(async () => {
      await browser?.close();
      await pages.stop();
      await site.stop();
    });

    const kept = (frame) => until("it is not saved", () => browser.evaluate(frame, saved));
    const says = (words, frame) =>
      until(`“${words}” is not shown`, async () => {
        const shown = await browser.evaluate(frame, text);
        return shown.includes(words) || assert.fail(shown);
      });
    const pressed = (what, frame) => until(`${what} cannot be pressed`, () => browser.evaluate(frame, press, what));
    // With the driver's own mouse, as copying is for users alone.
    const clicked = (what) => until(`${what} cannot be clicked`, () => browser.click(null, named, what).then(() => true));
    const type = (selector, value, frame) => until(`${selector} is not there`, () => browser.evaluate(frame, write, selector, value));

    test("the page finds what recurs, keeps it through a reload, and copies", async () => {
      await browser.go(`${site.address}#/paste`);
      await type("textarea", sample);
      await pressed("Add ten interviews");
      await says("What they keep saying");
      await says("10 interviews");
      await kept();
      // Another page between, so that it is opened anew.
      await browser.go(`${site.address}card.html`);
      await browser.go(`${site.address}#/story`);
      await says("What they keep saying");
      await clicked("Copy pitch");
      // Which of them is the browser's to decide, and the words may be refined meanwhile; that one of them is said is ours.
      await until("what copying came to is not told", async () => /Copied\.|Copied before the last change\.|This browser blocked copying/.test(await browser.evaluate(null, text)));
    });

    test("the builder makes a card of it that opens", async () => {
      await browser.go(`${site.address}#/embed`);
      await says("Put it on your site");
      const preview = () => document.querySelector("iframe[title=Preview]");
      await says("What interviewers keep telling me", preview);
      await says("of 10", preview);
    });

    test("the card shows a pitch, and says what is wrong with a damaged one", async () => {
      await browser.go(`${site.address}card.html#${card}`);
      await says("I explain the hard part so anyone can follow.");
      await says("6 of 10");
      await browser.go(`${site.address}card.html#${card.slice(0, -5)}`);
      await says("its link was cut short or changed on the way");
    });

    test("both stand in another site's page, as tall as what is in them", async () => {
      await browser.go(`${pages.address}plain.html`);
      const isAnswered = () =>
        ["card", "widget"].every((id) => !["320px", "480px"].includes(document.getElementById(id).shadowRoot.querySelector("iframe").style.height));
      await until("they do not tell their heights", () => browser.evaluate(null, isAnswered));
      assert.equal(await browser.evaluate(null, () => document.activeElement.tagName), "BODY");
      await says("I explain the hard part so anyone can follow.", inElement.card);
      const fits = () => {
        const frame = document.querySelector("#card").shadowRoot.querySelector("iframe");
        return [frame.offsetHeight, frame.style.height];
      };
      const content = () => Math.ceil(document.documentElement.getBoundingClientRect().height);
      await until("the frame is not as tall as the card", async () => {
        const [[height], inside] = [await browser.evaluate(null, fits), await browser.evaluate(inElement.card, content)];
        return height === inside;
      });
      await browser.evaluate(null, () => document.querySelector("#widget").scrollIntoView());
      await says("So what did you like about my background?", inElement.widget);
    });

    test("the widget keeps an answer, or says that it cannot", async () => {
      await browser.go(`${pages.address}plain.html`);
      await browser.evaluate(null, () => document.querySelector("#widget").scrollIntoView());
      await pressed("Add an answer", inElement.widget);
      await type("#answer", ANSWER, inElement.widget);
      await pressed("Keep this answer", inElement.widget);
      await says(ANSWER, inElement.widget);
      const told = await browser.evaluate(inElement.widget, text);
      assert.match(told, /only Refrain inside this site can read it|Nothing you write here will be kept/);
      if (told.includes("Nothing you write here will be kept")) return;
      await kept(inElement.widget);
      await browser.go(`${pages.address}dark.html`);
      await browser.go(`${pages.address}plain.html`);
      await browser.evaluate(null, () => document.querySelector("#widget").scrollIntoView());
      await pressed("Interviews", inElement.widget);
      await says(ANSWER, inElement.widget);
    });

    test("a theme set at run time reaches the frame", async () => {
      await browser.go(`${pages.address}plain.html`);
      await says("I explain the hard part so anyone can follow.", inElement.card);
      await browser.evaluate(null, () => document.querySelector("#card").setAttribute("theme", "dark"));
      await until("the card does not turn dark", () =>
        browser.evaluate(inElement.card, () => document.documentElement.dataset.theme === "dark"),
      );
    });
  });
}

checks("Firefox", openFirefox, process.env.FIREFOX);
checks("WebKit", openWebKit, process.env.MINIBROWSER);
