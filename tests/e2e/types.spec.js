// The types beside embed.js, for pages that are written in TypeScript.
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "@playwright/test";

test("a page in TypeScript can use the element, and is told where it goes wrong", async () => {
  const compiler = fileURLToPath(new URL("node_modules/typescript/bin/tsc", import.meta.url));
  const usage = fileURLToPath(new URL("types", import.meta.url));
  const told = promisify(execFile)(process.execPath, [compiler, "--project", usage]);
  // What does not compile is on its standard output.
  expect(await told.then(({ stdout }) => stdout, ({ stdout }) => stdout)).toBe("");
});
