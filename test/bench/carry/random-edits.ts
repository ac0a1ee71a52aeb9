// Edits as newsrooms make them to articles that are out already, at random places.
import { articleTextOf } from "../../../shared/model/article-text.ts";
import type { Range } from "../../../shared/model/range.ts";
import { sentencesIn } from "../../../shared/model/sentences.ts";
import type { Random } from "../../torture/random.ts";
import type { Annotated } from "./annotated.ts";
import { type KnownText, knownText, move, put, swap } from "./known-text.ts";

export interface Editing {
  readonly random: Random;
  readonly article: Annotated;
  /** Sentences of other articles. */
  readonly sentences: readonly string[];
}

export type Edit = (known: KnownText, editing: Editing) => KnownText;

const wordsIn = (text: string): Range[] =>
  Array.from(text.matchAll(/\p{L}{4,}/gu), ({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
  }));

export const sentencesOf = (text: string): Range[] => {
  const article = articleTextOf(text);
  return article.paragraphs.flatMap((paragraph) => sentencesIn(article, paragraph));
};

/** Two letters swapped, one dropped, one doubled or one mistaken. */
function typo(known: KnownText, { random }: Editing): KnownText {
  const { start, end } = random.pick(wordsIn(known.text));
  const at = start + random.below(end - start - 1);
  const [one = "", other = ""] = known.text.slice(at, at + 2);
  const [from = -1, next = -1] = known.origins.slice(at, at + 2);
  const pair = { start: at, end: at + 2 };
  return random.pick([
    () => put(known, pair, other + one, [from, next]),
    () => put(known, pair, one, [from]),
    () => put(known, pair, one + one + other, [from, from, next]),
    () => put(known, pair, random.pick([..."aeioustrn"]) + other, [from, next]),
  ])();
}

function insertSentence(known: KnownText, { random, sentences }: Editing): KnownText {
  const { end } = random.pick(sentencesOf(known.text));
  return put(known, { start: end, end }, ` ${random.pick(sentences)}`);
}

function insertParagraph(known: KnownText, { random, sentences }: Editing): KnownText {
  const { start } = random.pick(articleTextOf(known.text).paragraphs);
  return put(known, { start, end: start }, `${random.pick(sentences)} ${random.pick(sentences)}\n\n`);
}

function removeSentence(known: KnownText, { random }: Editing): KnownText {
  const all = sentencesOf(known.text);
  if (all.length < 3) return known;
  const { start, end } = random.pick(all);
  return put(known, { start, end: known.text[end] === " " ? end + 1 : end }, "", []);
}

function moveParagraph(known: KnownText, { random }: Editing): KnownText {
  const { paragraphs } = articleTextOf(known.text);
  if (paragraphs.length < 4) return known;
  const at = 1 + random.below(paragraphs.length - 2);
  const to = random.below(paragraphs.length);
  const [one, next, target] = [paragraphs[at], paragraphs[at + 1], paragraphs[to]];
  if (!one || !next || !target || to === at || to === at + 1) return known;
  return move(known, { start: one.start, end: next.start }, target.start);
}

const styles = ["“”", '""', "«»", "„“", "‘’"];

/** All quotation marks of the article in another style. */
function changeQuotationMarks(known: KnownText, { random }: Editing): KnownText {
  const [open = "", close = ""] = random.pick(styles);
  let isOpen = false;
  return { ...known, text: known.text.replace(/[“”"«»]/gu, (mark) => marked(mark)) };

  function marked(mark: string): string {
    isOpen = mark === '"' ? !isOpen : /[“«]/u.test(mark);
    return isOpen ? open : close;
  }
}

const names = ["Aldous", "Bergström", "Castellanos", "Dimitrov", "Eze", "Fitzgerald", "Okonkwo", "Yamada"];

/** A name that was wrong, put right wherever it stands. */
function changeName(known: KnownText, { random, article }: Editing): KnownText {
  if (article.names.length === 0) return known;
  const old = random.pick(article.names);
  const other = random.pick(names);
  const places = [...known.text.matchAll(new RegExp(`(?<!\\p{L})${old}(?!\\p{L})`, "gu"))].reverse();
  return places.reduce(
    (edited, { index }) => swap(edited, { start: index, end: index + old.length }, other),
    known,
  );
}

const times =
  (count: number, edit: Edit): Edit =>
  (known, editing) =>
    Array.from({ length: count }).reduce<KnownText>((edited) => edit(edited, editing), known);

const oneAfterTheOther =
  (...edits: readonly Edit[]): Edit =>
  (known, editing) =>
    edits.reduce((edited, edit) => edit(edited, editing), known);

const everything = oneAfterTheOther(
  times(2, removeSentence),
  times(2, insertSentence),
  insertParagraph,
  times(2, moveParagraph),
  times(8, typo),
  changeQuotationMarks,
  changeName,
);

/** What is measured, a row each. */
export const edits: readonly (readonly [name: string, edit: Edit])[] = [
  ["8 typos", times(8, typo)],
  ["3 sentences inserted", times(3, insertSentence)],
  ["3 sentences removed", times(3, removeSentence)],
  ["2 paragraphs moved", times(2, moveParagraph)],
  ["quotation marks changed", changeQuotationMarks],
  ["a name changed throughout", changeName],
  ["all of these", everything],
  ["all of these, three times", times(3, everything)],
];

export const edited = (edit: Edit, editing: Editing): KnownText =>
  edit(knownText(editing.article.text), editing);
