// The framed page's side of embedding, for the card and for the whole of Refrain: its look as the page around wants it, its
// height as that page needs it, and what happens in it. embed/embed.js is the other side; docs/embedding.md has the messages.
//
// Any site may put Refrain into a frame, so nothing that arrives here can do more than choose colours, and nothing of what a
// visitor has written is ever sent.
"use strict";
(() => {
  const VERSION = 1;
  // What marks need against what they stand on (WCAG 2.2, 1.4.11).
  const ENOUGH = 3;
  // The grounds of styles/tokens.css, for when nobody says what lies behind the frame.
  const GROUND = { light: "#fcfcfa", dark: "#141618" };
  const root = document.documentElement;
  const query = new URLSearchParams(location.search);
  const isFramed = parent !== window;

  const channels = (colour) =>
    typeof colour === "string" && /^#[0-9a-f]{6}$/i.test(colour) ? [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16)) : null;

  function contrast(one, other) {
    const linear = (value) => (value <= 10.31475 ? value / 3294.6 : ((value / 255 + 0.055) / 1.055) ** 2.4);
    const [a, b] = [one, other].map((rgb) => rgb.reduce((sum, value, at) => sum + linear(value) * [0.2126, 0.7152, 0.0722][at], 0.05));
    return Math.max(a, b) / Math.min(a, b);
  }

  /** The accent, brought nearer to black or to white until it can be seen on the ground. */
  function visible(accent, ground) {
    const end = contrast([0, 0, 0], ground) > contrast([255, 255, 255], ground) ? 0 : 255;
    let mixed = accent;
    for (let step = 1; contrast(mixed, ground) < ENOUGH && step <= 20; step += 1) {
      mixed = accent.map((value) => Math.round(value + ((end - value) * step) / 20));
    }
    return mixed;
  }

  /** Whatever is missing or makes no sense leaves that part of the look to the page's own. */
  function look({ theme, accent, ground }) {
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
    else delete root.dataset.theme;
    for (const name of ["--accent", "--wash"]) root.style.removeProperty(name);
    if (accent === undefined || accent === null || accent === "") return;
    const asked = channels(accent);
    if (!asked) {
      tell("error", { code: "accent", message: "The accent colour has to be written like #b3162b, so it was not used." });
      return;
    }
    const isDark = theme === "dark" || (theme !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
    const used = visible(asked, channels(ground) ?? channels(GROUND[isDark ? "dark" : "light"]));
    const written = `#${used.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
    root.style.setProperty("--accent", written);
    root.style.setProperty("--wash", `color-mix(in srgb, ${written} ${isDark ? 22 : 11}%, transparent)`);
    if (used !== asked) {
      const message = `The accent colour ${accent.toLowerCase()} cannot be seen well enough on this ground, so ${written} is used.`;
      tell("error", { code: "accent", message });
    }
  }

  // The origin of the page around. It is whoever answers first from there, and nobody else from then on.
  let host;
  const untold = [];

  function tell(type, content = {}) {
    if (!isFramed) return;
    if (host === undefined) untold.push([type, content]);
    // A page without an origin of its own, such as a sandboxed one, cannot be named.
    else parent.postMessage({ refrain: VERSION, type, ...content }, host === "null" ? "*" : host);
  }

  function listen({ source, origin, data }) {
    if (source !== parent || data?.refrain !== VERSION || data.type !== "look") return;
    if (host !== undefined && host !== origin) return;
    look(data);
    if (host !== undefined) return;
    host = origin;
    tell("ready");
    for (const [type, content] of untold.splice(0)) tell(type, content);
    // The height of the content alone: it must not depend on the height that the frame has.
    let height = 0;
    new ResizeObserver(() => {
      const now = Math.ceil(root.getBoundingClientRect().height);
      if (now !== height) tell("height", { height: (height = now) });
    }).observe(root);
  }

  /** Nothing in a frame may take the focus from the page around, or scroll it: both only move what is within the frame. */
  function keepStill() {
    const { focus } = HTMLElement.prototype;
    const scroll = (element, isOnlyIfHidden) => {
      const { top, bottom } = element.getBoundingClientRect();
      if (!isOnlyIfHidden || top < 0 || bottom > innerHeight) scrollTo(0, scrollY + top - 72);
    };
    HTMLElement.prototype.focus = function (options) {
      if (!document.hasFocus()) return;
      focus.call(this, { ...options, preventScroll: true });
      if (!options?.preventScroll) scroll(this, true);
    };
    Element.prototype.scrollIntoView = function (options) {
      scroll(this, options?.block === "nearest");
    };
  }

  /** Without an origin a page can keep nothing and start no engine. Better said than found out. */
  function sayWhatIsMissing() {
    const place = document.getElementById("loading");
    if (!place) return;
    const link = document.createElement("a");
    Object.assign(link, { href: "./", target: "_blank", rel: "noopener", textContent: "Open Refrain in a window of its own." });
    const words = "The page around does not let Refrain work: the frame’s sandbox has to include allow-same-origin. ";
    place.replaceChildren(words, link);
    tell("error", { code: "sandbox", message: words.trim() });
  }

  look({ theme: query.get("theme"), accent: query.get("accent"), ground: query.get("ground") });
  if (!isFramed) return;
  root.dataset.embed = "";
  keepStill();
  if (self.origin === "null") {
    addEventListener("DOMContentLoaded", sayWhatIsMissing);
    addEventListener("error", sayWhatIsMissing, true);
  }
  addEventListener("message", listen);
  addEventListener("refrain:error", ({ detail }) => tell("error", { code: detail?.code, message: detail?.message }));
  addEventListener("refrain:pitch-copied", () => tell("pitch-copied"));
  // Says nothing but that somebody listens, so anybody may hear it.
  parent.postMessage({ refrain: VERSION, type: "hello" }, "*");
})();
