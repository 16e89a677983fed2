// How a page written in TypeScript uses the element: compiled by types.spec.js, never run. What must not compile says so.
import type { RefrainEmbedElement, RefrainErrorCode } from "../../../embed/embed";

const embed = document.createElement("refrain-embed");
embed.setAttribute("mode", "card");
embed.ready.then(() => console.log(embed.mode === "card"));

embed.addEventListener("refrain:height", ({ detail }) => console.log(detail.height.toFixed()));
embed.addEventListener("refrain:error", ({ detail }) => {
  const code: RefrainErrorCode = detail.code;
  console.warn(code, detail.message.trim());
});
embed.addEventListener("refrain:ready", ({ detail }) => console.log(detail === null), { once: true });
const copied = ({ detail }: CustomEvent<null>) => console.log(detail);
embed.addEventListener("refrain:pitch-copied", copied);
embed.removeEventListener("refrain:pitch-copied", copied);
embed.addEventListener("click", (event) => console.log(event.clientX));

const found = document.querySelector("refrain-embed");
found?.addEventListener("refrain:error", ({ detail }) => console.warn(detail.message));
const all: NodeListOf<RefrainEmbedElement> = document.querySelectorAll("refrain-embed");
console.log(all.length);

// Events bubble, so one listener hears all elements.
document.addEventListener("refrain:error", ({ detail }) => console.warn(detail.code));

// @ts-expect-error: the mode is an attribute.
embed.mode = "widget";
// @ts-expect-error: a height is a number.
embed.addEventListener("refrain:height", ({ detail }) => detail.height.trim());
// @ts-expect-error: what a copied pitch says is not told.
embed.addEventListener("refrain:pitch-copied", ({ detail }) => detail.text);
