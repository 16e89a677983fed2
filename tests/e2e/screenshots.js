// Takes the pictures that the README shows, so that they are of the page as it is: `cargo xtask screenshots`.
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";
import config from "./playwright.config.js";
import { serve } from "./server.js";

const FOLDER = fileURLToPath(new URL("../../docs/screenshots/", import.meta.url));

/** Name, address, the size of the window, and what has to be there before the picture is taken. */
const PICTURES = [
  { name: "story-light", address: "#/sample/story", width: 1280, height: 1000, colorScheme: "light", ready: "h1" },
  { name: "story-dark", address: "#/sample/story", width: 1280, height: 1000, colorScheme: "dark", ready: "h1" },
  { name: "grid", address: "#/sample/grid", width: 1280, height: 800, colorScheme: "light", ready: "table" },
  { name: "compare", address: "#/sample/compare", width: 1280, height: 760, colorScheme: "light", ready: ".three .marks" },
  { name: "practice", address: "#/sample/practise", width: 1280, height: 800, colorScheme: "dark", ready: "h1" },
  { name: "phone", address: "#/sample/story", width: 360, height: 760, colorScheme: "light", ready: "h1" },
];

const server = await serve();
const browser = await chromium.launch(config.use.launchOptions);
try {
  for (const { name, address, width, height, colorScheme, ready } of PICTURES) {
    const page = await browser.newPage({ viewport: { width, height }, colorScheme });
    // The story says when the engine has said its last word.
    await page.goto(`${server.address}#/sample/story`);
    await page.getByRole("button", { name: "Copy pitch" }).waitFor();
    await page.getByText("Listening for points that come back…").waitFor({ state: "detached" });
    await page.evaluate((hash) => (location.hash = hash), address);
    await page.locator(`main ${ready}`).first().waitFor();
    await page.screenshot({ path: `${FOLDER}${name}.png`, animations: "disabled" });
    console.log(`docs/screenshots/${name}.png`);
    await page.close();
  }
} finally {
  await browser.close();
  await server.stop();
}
