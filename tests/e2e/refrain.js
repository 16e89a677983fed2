// What every browser test begins with: `import { test, expect } from "./refrain.js"`.
//
// Each test gets a page of its own with empty storage. `page.goto("")` opens Refrain, served from a sub-path. Whatever a
// test is about, it fails if the page or its worker logs an error, throws one, or asks any other origin for anything.
import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { test as plain, expect } from "@playwright/test";
import axe from "axe-core";
import { serve } from "./server.js";

export { expect };

export const test = plain.extend({
  site: [
    async ({}, use) => {
      const server = await serve();
      await use(server.address);
      await server.stop();
    },
    { scope: "worker" },
  ],

  // Origins beside Refrain's own that a test has pages on, and beginnings of errors that it causes on purpose.
  around: [{ origins: [], errors: [] }, { option: true }],

  baseURL: async ({ site }, use) => use(site),

  faultless: [
    async ({ around, browser, context, site }, use) => {
      const faults = [];
      const { origin } = new URL(site);
      const watch = async (context) => {
        context.on("console", (message) => {
          const isMeant = around.errors.some((error) => message.text().includes(error));
          if (message.type() === "error" && !isMeant) faults.push(`error on the console: ${message.text()}`);
        });
        context.on("weberror", (error) => faults.push(`error in the page: ${error.error()}`));
        context.on("request", (request) => {
          const url = new URL(request.url());
          const local = ["blob:", "data:"].includes(url.protocol);
          if (!local && url.origin !== origin && !around.origins.includes(url.origin)) faults.push(`request to another origin: ${request.url()}`);
        });
        // Ways out that are no requests. Refrain has no use for any of them.
        context.on("page", (page) => page.on("websocket", (socket) => faults.push(`socket to ${socket.url()}`)));
        await context.addInitScript(() => {
          for (const name of ["RTCPeerConnection", "WebTransport"]) {
            globalThis[name] = function () {
              console.error(`${name} was asked for`);
            };
          }
        });
        return context;
      };
      await watch(context);
      // Contexts that a test opens by itself are watched like its own.
      const { newContext } = browser;
      browser.newContext = async (...given) => watch(await newContext.apply(browser, given));
      await use(faults);
      browser.newContext = newContext;
      expect(faults).toEqual([]);
    },
    { auto: true },
  ],
});

/** Fails if axe finds anything on the page as it stands that keeps people out. */
export async function expectAccessible(page) {
  // As an expression the page's own policy, which forbids scripts from elsewhere, does not concern it.
  await page.evaluate(axe.source);
  // A colour on its way to another is neither.
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
  const { violations } = await page.evaluate(() =>
    globalThis.axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }),
  );
  const found = violations.map(({ id, help, nodes }) => ({ id, help, where: nodes.map(({ html }) => html) }));
  expect(found).toEqual([]);
}

/** Keeps a picture of the whole page as results/<name>.png, for people to look at. */
export async function screenshot(page, name) {
  const folder = fileURLToPath(new URL("results/", import.meta.url));
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: `${folder}${name}.png`, fullPage: true, animations: "disabled" });
}
