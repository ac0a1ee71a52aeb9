// Two versions of a text, paragraph beside paragraph: what stayed, what was put in and taken out, what was moved and where to. A value
// that the page, the printed comparison and the command line all draw from.
import { articleTextOf } from "../model/article-text.ts";
import type { Range } from "../model/range.ts";
import { alignTexts, type TextAlignment } from "./alignment.ts";
import { type Side, tokenEndingAfter } from "./tokens.ts";

/** `written`: only marks are written otherwise. `left`: it is elsewhere now. `moved`: it was elsewhere. */
type RowKind = "same" | "written" | "changed" | "removed" | "added" | "left" | "moved";

export interface ComparedRow {
  readonly kind: RowKind;
  /** Number of the paragraph in the old text, from 1, with its pieces; `null` where there is none in this place. */
  readonly before: {
    readonly number: number;
    readonly range: Range;
    readonly pieces: readonly Piece[];
  } | null;
  readonly after: {
    readonly number: number;
    readonly range: Range;
    readonly pieces: readonly Piece[];
  } | null;
  /** Both in one, for reading without columns. */
  readonly inline: readonly TextPiece[];
  /** Of `left`: the paragraph of the new text that it went to. Of `moved`: the one of the old text that it came from. */
  readonly elsewhere?: number;
}

export interface ComparedTexts {
  readonly rows: readonly ComparedRow[];
  readonly counts: Readonly<Record<Exclude<RowKind, "left">, number>>;
  /** Words of each text, and how many of them are not in the other. */
  readonly words: {
    readonly before: number;
    readonly after: number;
    readonly removed: number;
    readonly added: number;
  };
  /** Figures that stand in a changed paragraph of one text alone. */
  readonly figures: readonly {
    readonly before: readonly string[];
    readonly after: readonly string[];
    readonly paragraph: number;
  }[];
}

/** Compares two texts. `alignment`: where it is there already. */
export function compareTexts(
  from: string,
  to: string,
  alignment: TextAlignment = alignTexts(from, to),
): ComparedTexts {
  const old = articleTextOf(from).paragraphs;
  const present = articleTextOf(to).paragraphs;
  const pairs = pairParagraphs(alignment, old, present);
  const rows = rowsOf(alignment, old, present, pairs);
  const count = (kind: RowKind): number => rows.filter((row) => row.kind === kind).length;
  return {
    rows,
    counts: {
      same: count("same"),
      written: count("written"),
      changed: count("changed"),
      removed: count("removed"),
      added: count("added"),
      moved: count("moved"),
    },
    words: wordCounts(alignment),
    figures: rows.flatMap((row) => figuresIn(row)),
  };
}

interface Pair {
  readonly old: number;
  readonly moved: boolean;
}

/** Of each new paragraph: the old one that most of its letters come from, each old one once. */
function pairParagraphs(
  { from, to, moved }: TextAlignment,
  old: readonly Range[],
  present: readonly Range[],
): ReadonlyMap<number, Pair> {
  const paragraphOf = paragraphsOf(from, old);
  const candidates: { at: number; old: number; moved: boolean; letters: number }[] = [];
  present.forEach((range, at) => {
    const votes = new Map<string, { old: number; moved: boolean; letters: number }>();
    for (const place of tokensIn(to, range)) {
      const partner = to.partner[place] ?? -1;
      const of = paragraphOf[partner];
      if (of === undefined || of < 0) continue;
      const isMoved = (moved[partner] ?? 0) > 0;
      const key = `${of} ${isMoved}`;
      const vote = votes.get(key) ?? { old: of, moved: isMoved, letters: 0 };
      vote.letters += to.tokens[place]?.key.length ?? 0;
      votes.set(key, vote);
    }
    for (const vote of votes.values()) candidates.push({ at, ...vote });
  });
  const pairs = new Map<number, Pair>();
  const usedParagraphs = new Set<number>();
  for (const candidate of candidates.sort((a, b) => b.letters - a.letters)) {
    if (pairs.has(candidate.at) || usedParagraphs.has(candidate.old)) continue;
    const [range, other] = [present[candidate.at], old[candidate.old]];
    const shorter = Math.min(lettersIn(to, range), lettersIn(from, other));
    if (candidate.letters < leastShared * shorter) continue;
    pairs.set(candidate.at, { old: candidate.old, moved: candidate.moved });
    usedParagraphs.add(candidate.old);
  }
  return inOrder(pairs);
}

/** Paragraphs that share less than this of the shorter one are two. */
const leastShared = 0.3;

/** Of those that stayed, one that would come in another order than most counts as moved all the same. */
function inOrder(pairs: ReadonlyMap<number, Pair>): ReadonlyMap<number, Pair> {
  const sorted = [...pairs].sort(([a], [b]) => a - b);
  let lastOldIndex = -1;
  return new Map(
    sorted.map(([at, pair]) => {
      const moved = pair.moved || pair.old < lastOldIndex;
      if (!moved) lastOldIndex = pair.old;
      return [at, { ...pair, moved }];
    }),
  );
}

function rowsOf(
  alignment: TextAlignment,
  old: readonly Range[],
  present: readonly Range[],
  pairs: ReadonlyMap<number, Pair>,
): ComparedRow[] {
  const newOf = new Map([...pairs].map(([at, pair]) => [pair.old, { at, moved: pair.moved }]));
  const rows: ComparedRow[] = [];
  let nextOldIndex = 0;
  const oldRows = (limit: number): void => {
    for (; nextOldIndex < limit; nextOldIndex += 1) {
      const range = old[nextOldIndex];
      const partner = newOf.get(nextOldIndex);
      if (!range || (partner && !partner.moved)) continue;
      const to = partner && { number: partner.at + 1, range: present[partner.at] };
      rows.push(rowOfOld(alignment, { number: nextOldIndex + 1, range }, to));
    }
  };
  present.forEach((range, at) => {
    const pair = pairs.get(at);
    if (pair && !pair.moved) {
      oldRows(pair.old);
      nextOldIndex = Math.max(nextOldIndex, pair.old + 1);
    }
    const oldRange = pair ? old[pair.old] : undefined;
    const place = { number: at + 1, range };
    rows.push(
      pair && oldRange
        ? rowOfPair(alignment, { number: pair.old + 1, range: oldRange }, place, pair.moved)
        : rowOfNew(alignment, place),
    );
  });
  oldRows(old.length);
  return rows;
}

interface NumberedRange {
  readonly number: number;
  readonly range: Range;
}

/** A paragraph that is not in its place any more: removed, or moved to another. */
function rowOfOld(
  { from, to }: TextAlignment,
  { number, range }: NumberedRange,
  moved: { readonly number: number; readonly range: Range | undefined } | undefined,
): ComparedRow {
  return {
    kind: moved ? "left" : "removed",
    before: {
      number,
      range,
      pieces: moved ? piecesOf(from, range, to, moved.range) : wholePiece(from.text, range, "gone"),
    },
    after: null,
    inline: moved ? [] : wholePiece(from.text, range, "removed"),
    ...(moved && { elsewhere: moved.number }),
  };
}

/** A paragraph that comes from none of the text before, though words of it may. */
function rowOfNew({ from, to }: TextAlignment, { number, range }: NumberedRange): ComparedRow {
  const stays = piecesOf(to, range, from, undefined);
  const isNew = stays.every(({ kind }) => kind === "gone");
  const pieces = isNew ? wholePiece(to.text, range, "gone") : stays;
  const inline = pieces.map(({ text, kind }) => ({
    text,
    kind: kind === "gone" ? ("added" as const) : ("same" as const),
  }));
  return { kind: isNew ? "added" : "changed", before: null, after: { number, range, pieces }, inline };
}

function rowOfPair(
  { from, to }: TextAlignment,
  old: NumberedRange,
  { number, range }: NumberedRange,
  isMoved: boolean,
): ComparedRow {
  const inline = sameInBoth(from, old.range, to, range);
  const isSame = inline.every(({ kind }) => kind === "same");
  const isWritten = inline.every(({ kind }) => kind === "same" || kind === "written");
  return {
    kind: isMoved ? "moved" : isSame ? "same" : isWritten ? "written" : "changed",
    before: isMoved ? null : { ...old, pieces: piecesOf(from, old.range, to, range) },
    after: { number, range, pieces: piecesOf(to, range, from, old.range) },
    inline,
    ...(isMoved && { elsewhere: old.number }),
  };
}

const wholePiece = <Kind extends string>(
  text: string,
  { start, end }: Range,
  kind: Kind,
): { text: string; kind: Kind }[] => [{ text: text.slice(start, end), kind }];

function* tokensIn(side: Side, range: Range): Generator<number> {
  for (
    let at = tokenEndingAfter(side.tokens, range.start);
    (side.tokens[at]?.start ?? Infinity) < range.end;
    at += 1
  )
    yield at;
}

function paragraphsOf(side: Side, paragraphs: readonly Range[]): Int32Array {
  const of = new Int32Array(side.tokens.length).fill(-1);
  paragraphs.forEach((range, number) => {
    for (const at of tokensIn(side, range)) of[at] = number;
  });
  return of;
}

function lettersIn(side: Side, range: Range | undefined): number {
  let letters = 0;
  if (range) for (const at of tokensIn(side, range)) letters += side.tokens[at]?.key.length ?? 0;
  return letters;
}

function wordCounts({ from, to }: TextAlignment): ComparedTexts["words"] {
  const count = ({ tokens, partner }: Side): { all: number; alone: number } => {
    let [all, alone] = [0, 0];
    tokens.forEach(({ isWord }, at) => {
      if (!isWord) return;
      all += 1;
      if (partner[at] === -1) alone += 1;
    });
    return { all, alone };
  };
  const [old, present] = [count(from), count(to)];
  return { before: old.all, after: present.all, removed: old.alone, added: present.alone };
}

const figure = /\p{N}+(?:[.,:]\p{N}+)*/gu;

function figuresIn({ kind, inline, after }: ComparedRow): ComparedTexts["figures"] {
  if ((kind !== "changed" && kind !== "moved") || !after) return [];
  const of = (wanted: TextPiece["kind"]): string[] =>
    inline.filter((piece) => piece.kind === wanted).flatMap(({ text }) => text.match(figure) ?? []);
  const [removed, added] = [of("removed"), of("added")];
  const removedFigures = removed.filter((one) => !added.includes(one));
  const addedFigures = added.filter((one) => !removed.includes(one));
  return removedFigures.length > 0 && addedFigures.length > 0
    ? [{ before: removedFigures, after: addedFigures, paragraph: after.number }]
    : [];
}

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
function piecesOf(side: Side, range: Range, other: Side, within: Range | undefined): Piece[] {
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
function sameInBoth(from: Side, old: Range, to: Side, present: Range): TextPiece[] {
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
