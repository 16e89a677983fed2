// How the browser tests run. `cargo xtask test e2e` builds dist/, names the browser in CHROME and calls Playwright here.
import { defineConfig } from "@playwright/test";

export default defineConfig({
  testDir: ".",
  outputDir: "results/failed",
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  // A fault fails twice. What passes at the second try is named as flaky at the end of the log: it has found something too, a race in the
  // page or in itself, but on a busy machine it should not keep everything else from being merged.
  retries: 1,
  workers: 2,
  // A busy machine is slow, and slowness is measured elsewhere.
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: "list",
  use: {
    browserName: "chromium",
    permissions: ["clipboard-read", "clipboard-write"],
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: process.env.CHROME,
      args: [
        // Some machines run their checks as root, where Chromium's sandbox cannot start. It loads our own page only.
        "--no-sandbox",
        "--disable-gpu",
        // The browser's own errands would fail where there is no network, and would stand in the log as ours.
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-quic",
        "--disable-sync",
        "--no-first-run",
      ],
    },
  },
});
