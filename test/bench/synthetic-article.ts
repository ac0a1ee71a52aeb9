// Synthetic news articles for the benchmark, always the same for the same size: paragraphs of some 60 words, one tag for
// every twelve words, up to three deep.
import { idFromBytes } from "../../shared/model/id.ts";

export interface BenchTag {
  readonly id: string;
  readonly kind: "claim" | "speaker" | "source";
  /** The paragraph, and offsets within it. */
  readonly p: number;
  readonly start: number;
  readonly end: number;
}

export interface BenchParagraph {
  readonly i: number;
  readonly text: string;
  readonly tags: readonly BenchTag[];
}

/** `extra`: tags to add while measuring, in the first two paragraphs. `mid`: a paragraph in the middle. */
export interface BenchDoc {
  readonly paras: readonly BenchParagraph[];
  readonly tags: readonly BenchTag[];
  readonly extra: readonly BenchTag[];
  readonly mid: number;
}

export type BenchSize = "M" | "L" | "XL";

const wordsOf: Readonly<Record<BenchSize, number>> = { M: 12_000, L: 120_000, XL: 600_000 };
const wordsPerParagraph = 60;
const tagsPerParagraph = 5;
const extraTags = 24;
const vocabulary =
  "the of to and in a that said for on was with as by at from is he she they it had were have their which about minister spokesman official government reported meeting according statement agreement president after before talks security people country budget court police company market week month city council health water power grid vote parliament party election region border".split(
    " ",
  );

/** Numbers in [0, 1) from a seed (mulberry32), so that every run measures the same article. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function syntheticArticle(size: BenchSize): BenchDoc {
  const random = randomFrom(7);
  const count = wordsOf[size] / wordsPerParagraph;
  let made = 0;
  const tag = (kind: BenchTag["kind"], p: number, range: { start: number; end: number }): BenchTag => {
    made += 1;
    return { id: idOf(made), kind, p, ...range };
  };
  const paras = Array.from({ length: count }, (_, i): BenchParagraph => {
    const words = Array.from({ length: wordsPerParagraph }, () => pick(vocabulary, random));
    const tags = Array.from({ length: tagsPerParagraph }, () => {
      const roll = random();
      const kind = roll < 0.4 ? "claim" : roll < 0.7 ? "speaker" : "source";
      const length = kind === "claim" ? 6 + Math.floor(random() * 13) : 1 + Math.floor(random() * 3);
      return tag(kind, i, wordRange(words, Math.floor(random() * (words.length - length)), length));
    });
    return { i, text: `${words.join(" ")}.`, tags };
  });
  const extra = Array.from({ length: extraTags }, (_, at) => {
    const paragraph = paras[at % 2];
    const words = paragraph?.text.slice(0, -1).split(" ") ?? [];
    return tag(at % 3 === 0 ? "claim" : "speaker", at % 2, wordRange(words, at * 2, 4));
  });
  return { paras, tags: paras.flatMap(({ tags }) => tags), extra, mid: Math.floor(count / 2) };
}

function pick(words: readonly string[], random: () => number): string {
  return words[Math.floor(random() * words.length)] ?? "";
}

function wordRange(words: readonly string[], first: number, length: number): { start: number; end: number } {
  const start = words.slice(0, first).reduce((sum, word) => sum + word.length + 1, 0);
  return { start, end: start + words.slice(first, first + length).join(" ").length };
}

/** A number as an id of ours. */
function idOf(number: number): string {
  const digits = [15, 10, 5, 0].map((shift) => (number >> shift) & 31);
  return `t${idFromBytes(Uint8Array.from(digits))}`;
}
