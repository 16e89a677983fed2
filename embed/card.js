// The card: reads a published pitch out of the address and shows it. Everything that arrives is text and is only ever shown
// as text. Whatever the address holds, the outcome is one of two: the pitch, or a message that says what is wrong.
//
// The address is `card.html#<version>.<content>`; `src/card/link.rs` writes it and describes the content.
"use strict";
(() => {
  const VERSION = 1;
  const LONGEST_ADDRESS = 8192;
  // A few bytes can unpack to gigabytes. A pitch has about two thousand characters.
  const MOST_BYTES = 65_536;
  const MOST_LINES = 60;

  const PROBLEMS = {
    empty: "There is no pitch in this address. Everything after the # belongs to it: ask for the whole link.",
    damaged: "This pitch cannot be read: its link was cut short or changed on the way. Ask for the link again.",
    long: "This link is longer than a pitch can be, so it was not opened. Ask for the link again.",
    newer: "This pitch was made with a newer Refrain than this page has. Reload the page, or ask for the link again later.",
    browser: "This browser is too old to open the pitch. A current Firefox, Chrome, Edge or Safari can.",
  };

  /** What an address holds, or the name of what is wrong with it. */
  async function read(address) {
    if (address === "") return { problem: "empty" };
    if (address.length > LONGEST_ADDRESS) return { problem: "long" };
    const parts = /^(\d{1,9})\.([\w-]+)$/.exec(address);
    if (!parts) return { problem: "damaged" };
    if (Number(parts[1]) > VERSION) return { problem: "newer" };
    if (Number(parts[1]) !== VERSION) return { problem: "damaged" };
    if (typeof DecompressionStream !== "function") return { problem: "browser" };
    try {
      const bytes = fromBase64(parts[2]);
      const content = await unpack(bytes.subarray(4));
      if (crc32(content) !== new DataView(bytes.buffer).getUint32(0)) return { problem: "damaged" };
      return parse(new TextDecoder("utf-8", { fatal: true }).decode(content));
    } catch {
      // Each step throws at what it was not made for, and all of that means the same to the reader.
      return { problem: "damaged" };
    }
  }

  function fromBase64(text) {
    const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
    return Uint8Array.from(binary, (character) => character.charCodeAt(0));
  }

  async function unpack(packed) {
    const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
    const content = new Uint8Array(MOST_BYTES);
    let length = 0;
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return content.subarray(0, length);
      if (length + value.length > MOST_BYTES) {
        reader.cancel().catch(() => {});
        throw new RangeError("more than a pitch");
      }
      content.set(value, length);
      length += value.length;
    }
  }

  function crc32(bytes) {
    let crc = ~0;
    for (const byte of bytes) {
      crc ^= byte;
      for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
    }
    return ~crc >>> 0;
  }

  /** One record a line, its fields between tabs. Records of an unknown kind are from a later Refrain and are passed over. */
  function parse(text) {
    const records = text.split("\n").map((record) => record.split("\t"));
    const card = { title: "", sub: "", end: "", lines: [] };
    if (records.length > MOST_LINES) return { problem: "damaged" };
    for (const [kind, ...fields] of records) {
      const last = card.lines.at(-1);
      if (kind === "T") [card.title = "", card.sub = "", card.end = ""] = fields;
      if (kind === "L") {
        const line = { text: fields[3] ?? "", marks: fields[2] ?? "", count: whole(fields[0]), all: whole(fields[1]), quotes: [] };
        const strokes = line.marks.split("/").length - 1;
        const agree = line.marks === "" || (/^[/.]+$/.test(line.marks) && line.marks.length === line.all && strokes === line.count);
        if (line.text === "" || line.count > line.all || !agree) return { problem: "damaged" };
        card.lines.push(line);
      }
      if (kind === "Q") {
        if (!last || fields.length < 2) return { problem: "damaged" };
        last.quotes.push({ by: fields[0], pieces: fields.slice(1) });
      }
    }
    return card.title === "" || card.lines.length === 0 ? { problem: "damaged" } : { card };
  }

  const whole = (text) => (/^\d{1,5}$/.test(text) ? Number(text) : 0);

  function element(name, attributes, ...children) {
    const made = document.createElement(name);
    for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
    made.append(...children);
    return made;
  }

  function draw({ title, sub, end, lines }) {
    document.title = title;
    return [
      element("h1", { dir: "auto" }, title),
      ...(sub === "" ? [] : [element("p", { class: "sub", dir: "auto" }, sub)]),
      element("ol", {}, ...lines.map(drawLine)),
      element(
        "p",
        { class: "end meta" },
        element("span", { dir: "auto" }, end),
        element("a", { href: "./", target: "_blank", rel: "noopener" }, "Made with Refrain"),
      ),
    ];
  }

  function drawLine({ text, count, all, marks, quotes }) {
    const said = quotes.flatMap(({ by, pieces }) => [
      element(
        "blockquote",
        { class: "said", dir: "auto" },
        "“",
        ...pieces.map((piece, at) => (at % 2 ? element("mark", {}, piece) : piece)),
        "”",
      ),
      ...(by === "" ? [] : [element("p", { class: "by", dir: "auto" }, by)]),
    ]);
    const words = element("div", {}, element("p", { class: "said line", dir: "auto" }, text), ...said);
    if (all === 0) return element("li", { class: "uncounted" }, words);
    const counted = `${count} of ${all}`;
    const label = `${counted} interview${all === 1 ? "" : "s"}`;
    const shown =
      marks === ""
        ? [element("span", { class: "meta num" }, label)]
        : [drawMarks(marks, label), element("span", { class: "meta num", "aria-hidden": "true" }, counted)];
    return element("li", {}, element("p", { class: "m" }, ...shown), words);
  }

  /** One stroke for each interview that made the point, placed as in the margin of the story (src/components/marks.rs). */
  function drawMarks(marks, label) {
    const SLOTS_IN_ROW = 11;
    const MOST_WITH_DOTS = 24;
    const STROKES_IN_ROW = 15;
    const space = "http://www.w3.org/2000/svg";
    const dotted = marks.length <= MOST_WITH_DOTS;
    let strokes = "";
    let dots = "";
    let [width, height] = [0, 14];
    [...(dotted ? marks : marks.replaceAll(".", ""))].forEach((mark, at) => {
      const column = at % (dotted ? SLOTS_IN_ROW : STROKES_IN_ROW);
      const x = dotted ? column * 8 : column * 5 + Math.floor(column / 5) * 3;
      const y = Math.floor(at / (dotted ? SLOTS_IN_ROW : STROKES_IN_ROW)) * 18;
      if (mark === "/") strokes += `M${x + 0.5} ${y + 13.5}L${x + 4.7} ${y + 0.5}`;
      else dots += `M${x + 1.6} ${y + 11}a1 1 0 1 0 .01 0z`;
      [width, height] = [Math.max(width, x + 6), y + 14];
    });
    const svg = document.createElementNS(space, "svg");
    const attributes = { class: "marks", width, height, viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": label };
    for (const [attribute, value] of Object.entries(attributes)) svg.setAttribute(attribute, value);
    for (const [name, d] of [["on", strokes], ["off", dots]]) {
      const path = document.createElementNS(space, "path");
      path.setAttribute("class", name);
      path.setAttribute("d", d);
      svg.append(path);
    }
    return svg;
  }

  let latest = 0;

  async function show() {
    latest += 1;
    const asked = latest;
    const { card, problem } = await read(location.hash.replace(/^#/, ""));
    // Another address may have come meanwhile.
    if (asked !== latest) return;
    const place = document.getElementById("card");
    place.setAttribute("data-state", card ? "shown" : problem);
    if (card) {
      place.replaceChildren(...draw(card));
    } else {
      place.replaceChildren(
        element("h1", {}, "The pitch cannot be shown"),
        element("p", { class: "sub" }, PROBLEMS[problem]),
      );
      // The page around, where there is one, is told too (see frame.js).
      dispatchEvent(new CustomEvent("refrain:error", { detail: { code: `card-${problem}`, message: PROBLEMS[problem] } }));
    }
  }

  addEventListener("hashchange", show);
  show();
})();
