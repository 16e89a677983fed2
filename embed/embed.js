// <refrain-embed>: puts Refrain, or a pitch card made with it, into a page and keeps the frame as tall as what is in it.
// All that is shown stays in a frame of Refrain's own origin, so the page around cannot read it. Documented in
// docs/embedding.md, with all attributes, events and messages; typed in embed.d.ts; the frame's side is frame.js.
"use strict";
(() => {
  const VERSION = 1;
  const TALLEST = 20_000;
  const SILENCE = 10_000;
  const script = document.currentScript ?? [...document.scripts].find(({ src }) => /\/embed\.js($|[?#])/.test(src));
  const base = new URL("./", script?.src || location.href);
  const HEIGHTS = { widget: 480, card: 320 };
  // Above that the widget scrolls by itself: what it has to say stands at its lower edge, which has to be in view.
  const LIMITS = { widget: 720, card: TALLEST };
  const TITLES = { widget: "Refrain: what interviewers liked about you", card: "A pitch, made of what interviewers said" };

  const channels = (colour) => (/^rgba?\(/.test(colour) ? colour.match(/[\d.]+/g).map(Number) : []);
  const isLight = ([red, green, blue]) => 0.299 * red + 0.587 * green + 0.114 * blue > 140;
  const pixels = (text) => (Number(text) > 0 ? Math.min(Number(text), TALLEST) : 0);

  class RefrainEmbed extends HTMLElement {
    static observedAttributes = ["mode", "card", "start", "label", "theme", "accent", "height", "max-height"];
    #frame;
    #isReady = false;
    #accept;
    #stop;
    #root = this.attachShadow({ mode: "open" });
    /** Fulfilled when what is in the frame has answered. */
    ready = new Promise((accept) => (this.#accept = accept));

    get mode() {
      return this.getAttribute("mode") === "card" ? "card" : "widget";
    }

    connectedCallback() {
      this.style.display ||= "block";
      const stop = new AbortController();
      const { signal } = stop;
      const follow = () => this.#look();
      // The page may change its colours with a class, an attribute or the system's setting.
      const watch = new MutationObserver(follow);
      for (const element of [document.documentElement, document.body]) {
        watch.observe(element, { attributes: true, attributeFilter: ["class", "style", "data-theme", "data-color-mode", "data-bs-theme"] });
      }
      signal.addEventListener("abort", () => watch.disconnect());
      matchMedia("(prefers-color-scheme: dark)").addEventListener("change", follow, { signal });
      addEventListener("message", (event) => this.#hear(event), { signal });
      document.addEventListener(
        "securitypolicyviolation",
        ({ effectiveDirective, blockedURI }) => {
          if (/^(frame|child|default)-src/.test(effectiveDirective) && base.href.startsWith(blockedURI)) {
            this.#fail("blocked", `This page's security policy does not allow Refrain: frame-src has to name ${base.origin}.`);
          }
        },
        { signal },
      );
      this.#stop = () => stop.abort();
      this.#open();
    }

    disconnectedCallback() {
      this.#stop();
      this.#root.replaceChildren();
      this.#frame = undefined;
      this.#reset();
    }

    attributeChangedCallback(name, before, now) {
      if (!this.#frame || before === now) return;
      if (name === "mode" || name === "card" || name === "start") this.#open();
      else if (name === "label") this.#frame.title = now || TITLES[this.mode];
      else if (name === "theme" || name === "accent") this.#look();
      else this.#resize(this.#frame.offsetHeight);
    }

    /** As for any element; who comes late for `refrain:ready` still hears it. */
    addEventListener(type, listener, options) {
      const isLate = type === "refrain:ready" && this.#isReady && listener;
      if (!isLate || !options?.once) super.addEventListener(type, listener, options);
      if (!isLate) return;
      const event = new CustomEvent(type);
      Object.defineProperty(event, "target", { value: this });
      queueMicrotask(() => (typeof listener === "function" ? listener.call(this, event) : listener.handleEvent(event)));
    }

    #reset() {
      if (this.#isReady) this.ready = new Promise((accept) => (this.#accept = accept));
      this.#isReady = false;
    }

    #open() {
      this.#reset();
      const { mode } = this;
      const frame = document.createElement("iframe");
      // Strict pages forbid style attributes, not what scripts set.
      Object.assign(frame.style, { display: "block", width: "100%", border: "0" });
      frame.title = this.getAttribute("label") || TITLES[mode];
      frame.loading = "lazy";
      frame.allow = "clipboard-write";
      // Scripts, its own storage, forms that are handled in the page, files to save, links in new windows; no way to move this page.
      frame.setAttribute("sandbox", "allow-scripts allow-same-origin allow-forms allow-downloads allow-popups");
      const address = new URL(mode === "card" ? "card.html" : "./", base);
      // The rest of the look is told when the frame asks for it; with this it begins in the right one.
      const { theme } = this.#colours();
      address.searchParams.set("theme", theme);
      const [name, allowed] = mode === "card" ? ["card", /^[\w.-]+$/] : ["start", /^\/[\w/-]*$/];
      const wanted = this.getAttribute(name)?.replace(/^#/, "") ?? "";
      if (allowed.test(wanted)) address.hash = wanted;
      frame.src = address;
      frame.addEventListener("load", () => {
        setTimeout(() => {
          if (frame === this.#frame && !this.#isReady) this.#fail("silent", `Refrain does not answer from ${base.href}.`);
        }, SILENCE);
      });
      this.#frame = frame;
      this.#resize(pixels(this.getAttribute("height")) || HEIGHTS[mode]);
      frame.style.colorScheme = theme;
      this.#root.replaceChildren(frame);
    }

    /** What the page around looks like where the element stands, unless its attributes say otherwise. */
    #colours() {
      let ground;
      for (let element = this; element && !ground; element = element.parentElement ?? element.getRootNode().host) {
        const [red, green, blue, alpha = 1] = channels(getComputedStyle(element).backgroundColor);
        if (alpha === 1 && blue !== undefined) ground = [red, green, blue];
      }
      let theme = this.getAttribute("theme");
      if (theme !== "light" && theme !== "dark") {
        const ink = channels(getComputedStyle(this).color);
        theme = ink.length > 2 ? (isLight(ink) ? "dark" : "light") : ground && !isLight(ground) ? "dark" : "light";
      }
      const hex = ground && `#${ground.map((value) => Math.round(value).toString(16).padStart(2, "0")).join("")}`;
      return { theme, ground: hex, accent: this.getAttribute("accent") ?? undefined };
    }

    #look() {
      const colours = this.#colours();
      // A frame of another colour scheme than what is in it gets an opaque ground.
      this.#frame.style.colorScheme = colours.theme;
      if (this.#isReady) this.#say(colours);
    }

    #say(colours) {
      const { origin } = base;
      // In a page without an origin of its own the frame has none either.
      this.#frame.contentWindow.postMessage({ refrain: VERSION, type: "look", ...colours }, self.origin === "null" ? "*" : origin);
    }

    #hear({ source, origin, data }) {
      if (!this.#frame || source !== this.#frame.contentWindow || data?.refrain !== VERSION) return;
      if (origin !== base.origin && !(origin === "null" && self.origin === "null")) return;
      const { type, height, code, message } = data;
      if (type === "hello") this.#say(this.#colours());
      else if (type === "ready") {
        this.#isReady = true;
        this.#root.querySelector("slot")?.remove();
        this.#frame.style.display = "block";
        this.#accept();
        this.#tell(type);
      } else if (type === "height" && Number.isFinite(height) && height > 0) this.#resize(height);
      else if (type === "pitch-copied") this.#tell(type);
      else if (type === "error" && typeof code === "string" && typeof message === "string") this.#tell(type, { code, message });
    }

    #resize(wanted) {
      const asked = this.getAttribute("max-height");
      const limit = asked === "none" ? TALLEST : pixels(asked) || LIMITS[this.mode];
      const height = Math.min(Math.ceil(wanted), limit);
      const isNew = this.#frame.style.height !== `${height}px`;
      this.#frame.style.height = `${height}px`;
      if (isNew && this.#isReady) this.#tell("height", { height });
    }

    #tell(type, detail) {
      this.dispatchEvent(new CustomEvent(`refrain:${type}`, { bubbles: true, composed: true, detail }));
    }

    /** What stands between the element's tags is shown in the place of the frame, or else words and a link. */
    #fail(code, message) {
      this.#root.querySelector("slot")?.remove();
      const link = Object.assign(document.createElement("a"), { href: this.#frame.src, target: "_blank", rel: "noopener" });
      link.textContent = "Open it in a window of its own";
      const words = document.createElement("slot");
      words.append(`${message} `, link);
      // Left where it is, as a frame that is moved begins anew: it may still come.
      this.#frame.style.display = "none";
      this.#root.prepend(words);
      this.#tell("error", { code, message });
    }
  }

  customElements.get("refrain-embed") ?? customElements.define("refrain-embed", RefrainEmbed);
})();
