// Reads the articles of test/fixtures/gold: news of our own making with every attribution marked in the text.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { articleTextOf } from "../../shared/model/article-text.ts";
import type { Range } from "../../shared/model/range.ts";
import type { GoldLine } from "../../shared/schema/attribution-lines.ts";
import { kindOfRanges } from "../../shared/suggestions/quotation-edges.ts";
import { readQuotations } from "../../shared/suggestions/speech.ts";

export interface GoldCard {
  readonly card: string;
  readonly voice: readonly Range[];
  readonly cue: Range | null;
  readonly claim: readonly Range[];
  readonly via: readonly Range[];
  /** The card whose claim holds this one's cue. */
  readonly within: string | null;
}

export interface GoldMention extends Range {
  readonly entity: string;
}

export interface GoldArticle {
  readonly id: string;
  readonly text: string;
  readonly cards: readonly GoldCard[];
  readonly mentions: readonly GoldMention[];
}

type Role = "v" | "c" | "k" | "x";
interface Mark extends Range {
  readonly role: Role;
  readonly cards: readonly string[];
  readonly entity: string | null;
}

const opening = /\{(?<role>[vckx])(?<cards>\d+(?:\+\d+)*)(?:@(?<entity>[\w-]+))?\||\}/gu;

/** Throws a `RangeError` for marks that do not pair. */
export function parseGold(id: string, marked: string): GoldArticle {
  const marks: Mark[] = [];
  const open: (Omit<Mark, "end"> & { start: number })[] = [];
  let text = "";
  let from = 0;
  for (const match of marked.matchAll(opening)) {
    text += marked.slice(from, match.index);
    from = match.index + match[0].length;
    const { role, cards, entity } = match.groups ?? {};
    if (role !== undefined) {
      open.push({
        role: role as Role,
        cards: (cards ?? "").split("+"),
        entity: entity ?? null,
        start: text.length,
      });
      continue;
    }
    const mark = open.pop();
    if (!mark) throw new RangeError(`${id}: a mark is closed that is not open, near “${text.slice(-30)}”`);
    marks.push({ ...mark, end: text.length });
  }
  if (open.length > 0) throw new RangeError(`${id}: ${open.length} marks are not closed`);
  text += marked.slice(from);
  return { id, text, cards: cardsOf(marks), mentions: mentionsOf(marks) };
}

/** All of them, by name. */
export function goldArticles(
  folder: string = join(import.meta.dirname, "../fixtures/gold"),
): readonly GoldArticle[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".txt"))
    .sort()
    .map((name) => parseGold(name.replace(/\.txt$/u, ""), readFileSync(join(folder, name), "utf8")));
}

/** As suggestions are measured: the cards at the top, or all. */
export function goldLineOf({ id, text, cards }: GoldArticle, nested = false): GoldLine {
  const quotations = readQuotations(articleTextOf(text));
  return {
    id,
    text,
    attributions: cards
      .filter(({ within }) => nested || within === null)
      .map(({ voice, cue, claim }) => ({
        source: voice.map(pair),
        cue: cue ? [pair(cue)] : [],
        content: claim.map(pair),
        type: kindOfRanges(text, quotations, claim),
      })),
  };
}

const pair = ({ start, end }: Range): [number, number] => [start, end];

function cardsOf(marks: readonly Mark[]): readonly GoldCard[] {
  const numbers = [...new Set(marks.flatMap(({ cards }) => cards))].sort((a, b) => Number(a) - Number(b));
  const of = (card: string, role: Role): readonly Range[] =>
    marks
      .filter((mark) => mark.role === role && mark.cards.includes(card))
      .map(({ start, end }) => ({ start, end }))
      .sort((a, b) => a.start - b.start);
  const cards = numbers.map((card) => ({
    card,
    voice: of(card, "v"),
    cue: of(card, "c")[0] ?? null,
    claim: of(card, "k"),
    via: of(card, "x"),
  }));
  return cards.map((one) => ({ ...one, within: holderOf(one, cards) }));
}

function holderOf(one: Omit<GoldCard, "within">, all: readonly Omit<GoldCard, "within">[]): string | null {
  const at = one.cue ?? one.claim[0];
  const holders = all.filter(
    ({ card, claim }) =>
      card !== one.card && at && claim.some(({ start, end }) => start <= at.start && at.end <= end),
  );
  const length = ({ claim }: Pick<GoldCard, "claim">): number =>
    claim.reduce((sum, { start, end }) => sum + end - start, 0);
  return holders.sort((a, b) => length(a) - length(b))[0]?.card ?? null;
}

const mentionsOf = (marks: readonly Mark[]): readonly GoldMention[] =>
  marks
    .flatMap(({ entity, start, end }) => (entity === null ? [] : [{ entity, start, end }]))
    .sort((a, b) => a.start - b.start);
