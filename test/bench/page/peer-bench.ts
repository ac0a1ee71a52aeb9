// What every view that is measured offers, so that other editors can be measured by the same page.

import type { BenchDoc, BenchTag } from "../synthetic-article.ts";

import type { CommandBench } from "./commands.ts";

export interface PeerBench {
  /** Not timed. */
  prepare(doc: BenchDoc): void | Promise<void>;
  /** Timed: shows the article with its annotations. */
  open(doc: BenchDoc): void | Promise<void>;
  /** True once every tag of the first two paragraphs is there. */
  shown(doc: BenchDoc): boolean;
  add(tag: BenchTag): void;
  remove(tag: BenchTag): void;
  has(tag: BenchTag): boolean;
  /** True once the paragraph is on the screen with all its tags. */
  paraShown(paragraph: number): boolean;
  scrollToPara(paragraph: number): void;
  scroller(): HTMLElement;
  /** The commands, where the view has any. */
  commands?(): CommandBench;
}
