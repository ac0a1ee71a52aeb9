// Corrections of a text put into what it has become meanwhile: word by word, and what both changed stays as it is there and is told.
import { diffArrays } from "diff";
import type { Range } from "../model/range.ts";

/** What one side made of a stretch of the text of before. */
interface Edit extends Range {
  readonly words: string;
}

/** A correction that has no place any more, since its words are others. */
export interface Clash {
  /** The words that it was about. */
  readonly before: string;
  /** What it made of them. */
  readonly wanted: string;
}

export interface RebasedText {
  readonly text: string;
  readonly clashes: readonly Clash[];
}

/** `mine` and `theirs` both came from `before`. Same corrections are one. */
export function rebasedText(before: string, mine: string, theirs: string): RebasedText {
  const ownEdits = editsBetween(before, mine);
  const others = editsBetween(before, theirs);
  const clashes: Clash[] = [];
  const parts: string[] = [];
  /** How far `theirs` is taken, and how much longer it is than `before` up to there. */
  let copiedEnd = 0;
  let growth = 0;
  let nextIndex = 0;
  for (const edit of ownEdits) {
    for (
      let otherEdit = others[nextIndex];
      otherEdit && otherEdit.end < edit.start;
      otherEdit = others[nextIndex]
    ) {
      growth += grown(otherEdit);
      nextIndex += 1;
    }
    const met = others.slice(nextIndex).filter((other) => meets(edit, other));
    if (met.length > 0) {
      if (!met.some((other) => isSame(edit, other)))
        clashes.push({ before: before.slice(edit.start, edit.end), wanted: edit.words });
      continue;
    }
    const touching = others[nextIndex];
    const shift = growth + (touching && touching.end <= edit.start ? grown(touching) : 0);
    parts.push(theirs.slice(copiedEnd, edit.start + shift), edit.words);
    copiedEnd = edit.end + shift;
  }
  parts.push(theirs.slice(copiedEnd));
  return { text: parts.join(""), clashes };
}

/** Whether anything in which `wanted` is another than `present` lies where `other` was corrected. All of them came from `before`. */
export function takesFrom(before: string, other: string, present: string, wanted: string): boolean {
  const presentEdits = editsBetween(before, present);
  const otherEdits = editsBetween(before, other);
  return editsBetween(before, wanted).some(
    (edit) => !presentEdits.some((one) => isSame(one, edit)) && otherEdits.some((one) => meets(one, edit)),
  );
}

const grown = ({ start, end, words }: Edit): number => words.length - (end - start);

const isSame = (one: Edit, other: Edit): boolean =>
  one.start === other.start && one.end === other.end && one.words === other.words;

/** Words that both put in at one place meet: nobody knows which of the two come first. */
const meets = (one: Edit, other: Edit): boolean =>
  (one.start < other.end && other.start < one.end) || (one.end === other.start && other.end === one.start);

/** In order, none touching the next. */
function editsBetween(before: string, after: string): readonly Edit[] {
  const edits: Edit[] = [];
  let at = 0;
  let openEdit: Edit | null = null;
  for (const { value, added, removed } of diffArrays(piecesOf(before), piecesOf(after))) {
    const words = value.join("");
    if (!added && !removed) {
      if (openEdit) edits.push(openEdit);
      openEdit = null;
      at += words.length;
      continue;
    }
    const { start, words: put }: Edit = openEdit ?? { start: at, end: at, words: "" };
    if (removed) at += words.length;
    openEdit = { start, end: at, words: added ? put + words : put };
  }
  if (openEdit) edits.push(openEdit);
  return edits;
}

/** Words, blanks, and all else character by character. */
const piecesOf = (text: string): string[] => text.match(/[\p{L}\p{M}\p{N}]+|[^\S\n\r]+|\r\n|./gsu) ?? [];
