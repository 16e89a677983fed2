// Types for embed.js, which defines the element <refrain-embed> and nothing else.
// What each attribute and event is for stands in docs/embedding.md.

/** Why something is not as it was asked for. More codes may come. */
export type RefrainErrorCode =
  | "accent"
  | "blocked"
  | "card-browser"
  | "card-damaged"
  | "card-empty"
  | "card-long"
  | "card-newer"
  | "load"
  | "sandbox"
  | "silent"
  | (string & {});

export interface RefrainEmbedEvents {
  /** What is in the frame has answered. Heard by listeners that are added later, too. */
  "refrain:ready": CustomEvent<null>;
  /** The frame has another height, in CSS pixels. */
  "refrain:height": CustomEvent<{ height: number }>;
  /** The visitor has copied a pitch. What it says is not told. */
  "refrain:pitch-copied": CustomEvent<null>;
  /** Something is not as it was asked for; the message says what and is for people. */
  "refrain:error": CustomEvent<{ code: RefrainErrorCode; message: string }>;
}

/**
 * Attributes: `mode` ("widget" or "card"), `card` (what stands behind # in a card's link), `start` (a screen of the widget, such as
 * "/sample"), `theme` ("auto", "light" or "dark"), `accent` ("#rrggbb"), `height` and `max-height` (CSS pixels), `label` (the
 * frame's title). All of them can be changed at any time.
 */
export interface RefrainEmbedElement extends HTMLElement {
  readonly mode: "widget" | "card";
  /** Fulfilled when what is in the frame has answered. */
  readonly ready: Promise<void>;
}

declare global {
  interface HTMLElementTagNameMap {
    "refrain-embed": RefrainEmbedElement;
  }
  // They bubble, so they are heard by every element around, by the document and by the window.
  interface GlobalEventHandlersEventMap extends RefrainEmbedEvents {}
}
