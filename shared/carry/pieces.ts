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
    const last = pieces.at(-1);
    if (last?.kind === kind) last.text += blank;
    else if (blank !== "") add(pieces, "same", blank);
    add(pieces, kind, textAt(side, at));
    from = token.end;
  }
  if (from < range.end) add(pieces, "same", side.text.slice(from, range.end));
  return pieces;
}

function add<Kind>(pieces: { text: string; kind: Kind }[], kind: Kind, text: string): void {
  const last = pieces.at(-1);
  if (last?.kind === kind) last.text += text;
  else pieces.push({ text, kind });
}

/** The new paragraph with what is gone of the old one in its place. */
export function sameInBoth(from: Side, old: Range, to: Side, present: Range): TextPiece[] {
  const pieces: { text: string; kind: TextPiece["kind"] }[] = [];
  let nextOld = tokenEndingAfter(from.tokens, old.start);
  const gone = (limit: number): void => {
    for (; nextOld < limit; nextOld += 1) {
      const token = from.tokens[nextOld];
      if (!token || token.start >= old.end) return;
      if (kindOf(from, nextOld, to, present) !== "gone") continue;
      const last = pieces.at(-1);
      const before = from.tokens[nextOld - 1];
      const blank = before && before.end > old.start ? from.text.slice(before.end, token.start) : "";
      if (last?.kind === "removed") last.text += blank + textAt(from, nextOld);
      else add(pieces, "removed", textAt(from, nextOld));
    }
  };
  let end = present.start;
  let open = "";
  for (let at = tokenEndingAfter(to.tokens, present.start); ; at += 1) {
    const token = to.tokens[at];
    if (!token || token.start >= present.end) break;
    const kind = kindOf(to, at, from, old);
    open = to.text.slice(end, token.start);
    if (kind !== "gone") gone(to.partner[at] ?? 0);
    else if (respelt(from, old, to, at)) gone((to.partner[at] ?? 0) + 1);
    const wanted = kind === "gone" ? "added" : kind;
    // What was taken out comes before what was put in its place.
    if (wanted === "added" && pieces.at(-1)?.kind !== "added")
      gone(firstKept(from, old, to, present, nextOld));
    const last = pieces.at(-1);
    if (last?.kind === wanted || open === "") add(pieces, wanted, open + textAt(to, at));
    else {
      spaced(pieces, open);
      add(pieces, wanted, textAt(to, at));
    }
    end = token.end;
    if (kind !== "gone") nextOld = Math.max(nextOld, (to.partner[at] ?? 0) + 1);
  }
  gone(from.tokens.length);
  if (end < present.end) add(pieces, "same", to.text.slice(end, present.end));
  return pieces;
}

/** The first token from here on that stands in the new paragraph too; where none does, this one. */
function firstKept(from: Side, old: Range, to: Side, present: Range, at: number): number {
  let next = at;
  while ((from.tokens[next]?.start ?? Infinity) < old.end && kindOf(from, next, to, present) === "gone")
    next += 1;
  return next;
}

/** A word that was spelt otherwise comes after what it was. */
function respelt(from: Side, old: Range, to: Side, at: number): boolean {
  const token = from.tokens[to.partner[at] ?? -1];
  return token !== undefined && token.start >= old.start && token.end <= old.end;
}

/** White space before the next piece stands before whatever was taken out in between. */
function spaced(pieces: { text: string; kind: TextPiece["kind"] }[], blank: string): void {
  const last = pieces.at(-1);
  if (last?.kind !== "removed") {
    add(pieces, "same", blank);
    return;
  }
  const before = pieces.at(-2);
  if (before && !/\s$/u.test(before.text)) pieces.splice(pieces.length - 1, 0, { kind: "same", text: blank });
  add(pieces, "same", blank);
}
