// Takes the pictures that the README shows, so that they are of the page as it is: `cargo xtask screenshots`.
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";
import config from "./playwright.config.js";
import { serve } from "./server.js";

const FOLDER = fileURLToPath(new URL("../../docs/screenshots/", import.meta.url));

/** Name, address, size, and whether the whole page is shown or what fits into the window. */
const PICTURES = [
  { name: "story-light", address: "#/sample/story", width: 1280, height: 1000, colorScheme: "light" },
  { name: "story-dark", address: "#/sample/story", width: 1280, height: 1000, colorScheme: "dark" },
];

const server = await serve();
const browser = await chromium.launch(config.use.launchOptions);
try {
  for (const { name, address, width, height, colorScheme } of PICTURES) {
    const page = await browser.newPage({ viewport: { width, height }, colorScheme });
    await page.goto(server.address + address);
    await page.getByRole("button", { name: "Copy pitch" }).waitFor();
    await page.getByText("Listening for points that come back…").waitFor({ state: "detached" });
    await page.screenshot({ path: `${FOLDER}${name}.png`, animations: "disabled" });
    console.log(`docs/screenshots/${name}.png`);
    await page.close();
  }
} finally {
  await browser.close();
  await server.stop();
}
