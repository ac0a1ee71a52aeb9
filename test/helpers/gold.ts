// Reads the articles of test/fixtures/gold: news of our own making with every attribution marked in the text.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { articleTextOf } from "../../shared/model/article-text.ts";
import { entityTypes, namings } from "../../shared/model/entity.ts";
import { kindOf } from "../../shared/model/kind.ts";
import type { Range } from "../../shared/model/range.ts";
import type { GoldLine } from "../../shared/schema/attribution-lines.ts";
import { newsAttribution } from "../../shared/tagsets/news-attribution.ts";

export interface GoldCard {
  readonly card: string;
  readonly voice: readonly Range[];
  readonly cue: Range | null;
  /** What of the cue stands apart from it, as in German. */
  readonly apart?: readonly Range[];
  readonly claim: readonly Range[];
  readonly via: readonly (Range & { readonly role: string })[];
  readonly fields: GoldFields;
  /** The card whose claim holds this one's cue. */
  readonly within: string | null;
}

interface GoldFields {
  readonly polarity: string;
  readonly act: string;
  readonly hedged: boolean;
  readonly channel: string;
}

export interface GoldMention extends Range {
  readonly entity: string;
}

/** Who an entity's key stands for. `number` and `reason`: of those who go unnamed, as the article gives them. */
interface GoldEntity {
  readonly key: string;
  readonly type: string;
  readonly naming: string;
  readonly number: number | null;
  readonly reason: string | null;
}

export interface GoldArticle {
  readonly id: string;
  readonly text: string;
  readonly cards: readonly GoldCard[];
  readonly mentions: readonly GoldMention[];
  readonly entities: readonly GoldEntity[];
}

type Role = "v" | "c" | "k" | "x";
interface Mark extends Range {
  readonly role: Role;
  readonly cards: readonly string[];
  readonly entity: string | null;
}

const opening = /\{(?<role>[vckx])(?<cards>\d+(?:\+\d+)*)(?:@(?<entity>[\w-]+))?\||\}/gu;

/** Throws a `RangeError` for marks that do not pair, and for words below the line that say nothing. */
export function parseGold(id: string, written: string): GoldArticle {
  const [marked = "", said = ""] = written.split(/^=====\n/mu);
  const notes = notesIn(id, said);
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
  return { id, text, cards: cardsOf(marks, notes), mentions: mentionsOf(marks), entities: notes.entities };
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
  const article = articleTextOf(text);
  return {
    id,
    text,
    attributions: cards
      .filter(({ within }) => nested || within === null)
      .map(({ voice, cue, apart, claim, within }) => ({
        source: voice.map(pair),
        cue: [...(cue ? [cue] : []), ...(apart ?? [])].map(pair),
        content: claim.map(pair),
        type: kindOf({ segments: claim }, { within }, article),
      })),
  };
}

const pair = ({ start, end }: Range): [number, number] => [start, end];

function cardsOf(marks: readonly Mark[], notes: Notes): readonly GoldCard[] {
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
    apart: of(card, "c").slice(1),
    claim: of(card, "k"),
    via: of(card, "x").map((range) => ({ ...range, role: notes.roles.get(card) ?? "" })),
    fields: fieldsOf(card, notes),
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

/** What stands below the line: "person named: KEYS", "denies: CARDS", "number KEY: 3", "reason KEY: WORDS". */
interface Notes {
  readonly entities: readonly GoldEntity[];
  /** Values of fields by card. */
  readonly values: ReadonlyMap<string, readonly string[]>;
  readonly roles: ReadonlyMap<string, string>;
}

const field = (id: string): readonly string[] => {
  const found = newsAttribution.fields.find((one) => one.id === id);
  return found?.input === "choice" ? found.choices.map((choice) => choice.id) : [];
};
const [polarities, acts, channels] = [field("polarity"), field("act"), field("channel")];

function notesIn(id: string, said: string): Notes {
  const values = new Map<string, string[]>();
  const roles = new Map<string, string>();
  const entities = new Map<string, GoldEntity>();
  for (const line of said.split("\n").filter((one) => one.trim() !== "")) {
    const [, label = "", rest = ""] = /^(?<label>[^:]+):\s*(?<rest>.*)$/u.exec(line) ?? [];
    const [first = "", second = ""] = label.split(" ");
    const list = rest.split(" ").filter(Boolean);
    const known = entities.get(second);
    if (isOneOf(entityTypes, first) && isOneOf(namings, second))
      for (const key of list)
        entities.set(key, { key, type: first, naming: second, number: null, reason: null });
    else if (known && first === "number") entities.set(second, { ...known, number: Number(rest) });
    else if (known && first === "reason") entities.set(second, { ...known, reason: rest });
    else if (newsAttribution.viaRoles.some((role) => role.id === label))
      for (const card of list) roles.set(card, label);
    else if ([...polarities, ...acts, ...channels, "hedged"].includes(label))
      for (const card of list) values.set(card, [...(values.get(card) ?? []), label]);
    else throw new RangeError(`${id}: “${line}” says nothing`);
  }
  return { entities: [...entities.values()], values, roles };
}

const isOneOf = (all: readonly string[], one: string): boolean => all.includes(one);

function fieldsOf(card: string, { values }: Notes): GoldFields {
  const own = values.get(card) ?? [];
  const of = (choices: readonly string[], otherwise: string): string =>
    own.find((value) => choices.includes(value)) ?? otherwise;
  return {
    polarity: of(polarities, "asserts"),
    act: of(acts, "say"),
    hedged: own.includes("hedged"),
    channel: of(channels, "unspecified"),
  };
}

const mentionsOf = (marks: readonly Mark[]): readonly GoldMention[] =>
  marks
    .flatMap(({ entity, start, end }) => (entity === null ? [] : [{ entity, start, end }]))
    .sort((a, b) => a.start - b.start);
