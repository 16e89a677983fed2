// What several tests do, in the words of a user.
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { expect } from "./refrain.js";

/** Ten invented interviews, in the form in which they can be pasted. */
export const sample = await readFile(fileURLToPath(new URL("../../assets/sample.txt", import.meta.url)), "utf8");

/** The engine has said its last word on the notes as they are. */
export async function analysed(page) {
  await expect(page.getByRole("heading", { name: "What they keep saying" })).toBeVisible();
  await expect(page.getByText("Listening for points that come back…")).toHaveCount(0);
}

/** Goes to another screen of the page that is open. Its heading takes the focus, which what is typed before would lose. */
export async function visit(page, address) {
  await page.goto(address);
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
}

/** Leaves the user on the story made of these notes. */
export async function pasteNotes(page, notes = sample) {
  await page.goto("#/paste");
  await page.getByLabel("Your notes").fill(notes);
  await page.getByRole("button", { name: /^Add .* interviews?$/ }).click();
  await analysed(page);
}

/** Everything that was changed has reached the store. */
export const saved = (page) => expect(page.locator(".status")).toHaveText(/^Saved/);
