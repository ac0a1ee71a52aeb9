// A paragraph cut into what stands in the other text too and what does not, and two paragraphs read as one.
import type { Range } from "../model/range.ts";
import { type Side, tokenEndingAfter } from "./tokens.ts";

/** `gone`: not in the other text. `written`: the same mark or letters, written otherwise. */
export interface Piece {
  readonly text: string;
  readonly kind: "same" | "gone" | "written";
}

/** `written`: as it is written now. */
export interface TextPiece {
  readonly text: string;
  readonly kind: "same" | "removed" | "added" | "written";
}

const textAt = ({ text, tokens }: Side, at: number): string => {
  const token = tokens[at];
  return token ? text.slice(token.start, token.end) : "";
};

/** What became of one token: paired only counts within `within`, where that is said. */
function kindOf(side: Side, at: number, other: Side, within: Range | undefined): Piece["kind"] {
  const partner = side.partner[at] ?? -1;
  const token = other.tokens[partner];
  if (!token || (within && (token.start < within.start || token.end > within.end))) return "gone";
  if (textAt(side, at) === textAt(other, partner)) return "same";
  return side.tokens[at]?.key === token.key ? "written" : "gone";
}

/** The pieces of a paragraph of `side`. White space between two pieces of a kind belongs to it. */
export function piecesOf(side: Side, range: Range, other: Side, within: Range | undefined): Piece[] {
  const pieces: { text: string; kind: Piece["kind"] }[] = [];
  let from = range.start;
  for (let at = tokenEndingAfter(side.tokens, range.start); ; at += 1) {
    const token = side.tokens[at];
    if (!token || token.start >= range.end) break;
    const kind = kindOf(side, at, other, within);
    const blank = side.text.slice(from, token.start);
    const lastPiece = pieces.at(-1);
    if (lastPiece?.kind === kind) lastPiece.text += blank;
    else if (blank !== "") add(pieces, "same", blank);
    add(pieces, kind, textAt(side, at));
    from = token.end;
  }
  if (from < range.end) add(pieces, "same", side.text.slice(from, range.end));
  return pieces;
}

function add<Kind>(pieces: { text: string; kind: Kind }[], kind: Kind, text: string): void {
  const lastPiece = pieces.at(-1);
  if (lastPiece?.kind === kind) lastPiece.text += text;
  else pieces.push({ text, kind });
}

/** The new paragraph with what is gone of the old one in its place. */
export function sameInBoth(from: Side, old: Range, to: Side, present: Range): TextPiece[] {
  const pieces: { text: string; kind: TextPiece["kind"] }[] = [];
  let nextOld = tokenEndingAfter(from.tokens, old.start);
  const addRemovedUpTo = (limit: number): void => {
    for (; nextOld < limit; nextOld += 1) {
      const token = from.tokens[nextOld];
      if (!token || token.start >= old.end) return;
      if (kindOf(from, nextOld, to, present) !== "gone") continue;
      const lastPiece = pieces.at(-1);
      const previousToken = from.tokens[nextOld - 1];
      const blank =
        previousToken && previousToken.end > old.start ? from.text.slice(previousToken.end, token.start) : "";
      if (lastPiece?.kind === "removed") lastPiece.text += blank + textAt(from, nextOld);
      else add(pieces, "removed", textAt(from, nextOld));
    }
  };
  let end = present.start;
  let gap = "";
  for (let at = tokenEndingAfter(to.tokens, present.start); ; at += 1) {
    const token = to.tokens[at];
    if (!token || token.start >= present.end) break;
    const kind = kindOf(to, at, from, old);
    gap = to.text.slice(end, token.start);
    if (kind !== "gone") addRemovedUpTo(to.partner[at] ?? 0);
    else if (respelt(from, old, to, at)) addRemovedUpTo((to.partner[at] ?? 0) + 1);
    const pieceKind = kind === "gone" ? "added" : kind;
    // What was taken out comes before what was put in its place.
    if (pieceKind === "added" && pieces.at(-1)?.kind !== "added")
      addRemovedUpTo(firstKept(from, old, to, present, nextOld));
    const lastPiece = pieces.at(-1);
    if (lastPiece?.kind === pieceKind || gap === "") add(pieces, pieceKind, gap + textAt(to, at));
    else {
      spaced(pieces, gap);
      add(pieces, pieceKind, textAt(to, at));
    }
    end = token.end;
    if (kind !== "gone") nextOld = Math.max(nextOld, (to.partner[at] ?? 0) + 1);
  }
  addRemovedUpTo(from.tokens.length);
  if (end < present.end) add(pieces, "same", to.text.slice(end, present.end));
  return pieces;
}

/** The first token from here on that stands in the new paragraph too; where none does, this one. */
function firstKept(from: Side, old: Range, to: Side, present: Range, at: number): number {
  let nextIndex = at;
  while (
    (from.tokens[nextIndex]?.start ?? Infinity) < old.end &&
    kindOf(from, nextIndex, to, present) === "gone"
  )
    nextIndex += 1;
  return nextIndex;
}

/** A word that was spelt otherwise comes after what it was. */
function respelt(from: Side, old: Range, to: Side, at: number): boolean {
  const token = from.tokens[to.partner[at] ?? -1];
  return token !== undefined && token.start >= old.start && token.end <= old.end;
}

/** White space before the next piece stands before whatever was taken out in between. */
function spaced(pieces: { text: string; kind: TextPiece["kind"] }[], blank: string): void {
  const lastPiece = pieces.at(-1);
  if (lastPiece?.kind !== "removed") {
    add(pieces, "same", blank);
    return;
  }
  const previousPiece = pieces.at(-2);
  if (previousPiece && !/\s$/u.test(previousPiece.text))
    pieces.splice(pieces.length - 1, 0, { kind: "same", text: blank });
  add(pieces, "same", blank);
}
