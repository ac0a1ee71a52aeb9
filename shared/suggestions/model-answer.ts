// The answer of a model of the person's own for an article: JSON from outside, of which each attribution becomes a card or is refused with
// the reason. All that is given is accounted for: given = taken + refused.
import { z } from "zod";
import { type ArticleText, articleTextOf } from "../model/article-text.ts";
import type { Kind } from "../model/attribution.ts";
import { graphemeEnd, graphemeStart } from "../model/graphemes.ts";
import { kindOf } from "../model/kind.ts";
import { compareRanges, contains, hull, joinRanges, type Range, sameRange } from "../model/range.ts";
import { plainCue } from "./pattern.ts";
import { cardKey, cardPlace, type SuggestedCard, type SuggestedCardVia } from "./suggested-card.ts";

/** Why an attribution is refused. */
const modelRefusals = ["form", "outside", "empty", "no-claim", "too-long", "twice", "too-many"] as const;
type ModelRefusal = (typeof modelRefusals)[number];

export interface RefusedAttribution {
  readonly why: ModelRefusal;
  readonly count: number;
  /** The place in the list of the first one, from zero, and the field that is wrong, if one is. */
  readonly first: number;
  readonly field: string;
}

/** What became of all that was given. */
export interface ModelReport {
  readonly given: number;
  readonly taken: number;
  /** Of those taken: their edges lay within a character or on white space, and were moved to its end. */
  readonly moved: number;
  readonly refused: readonly RefusedAttribution[];
}

export interface ModelAnswer {
  /** In the order of the text. */
  readonly cards: readonly SuggestedCard[];
  readonly report: ModelReport;
}

/** Attributions that are taken of one article. */
export const mostOfModel = 2_000;
/** Code units of a voice, a cue or a source. A claim may be of any length. */
const longestPart = 1_000;
/** What is not said is half sure: as sure as suggestions must be, unless somebody has set another share. */
const unsaid = 0.5;

const kinds = ["direct", "indirect", "mixed"] as const satisfies readonly Kind[];
const range = z.tuple([z.number().int().nonnegative(), z.number().int().nonnegative()]);
const ranges = z.array(range).max(200).nullish();
const word = z.string().max(60).nullish();
const attribution = z.object({
  source: ranges,
  cue: ranges,
  content: ranges,
  type: z.enum(kinds).nullish(),
  confidence: z.number().min(0).max(1).nullish(),
  rule: z.string().max(100).nullish(),
  within: z.number().int().nonnegative().nullish(),
  via: z
    .array(z.object({ range, role: z.string().max(60) }))
    .max(20)
    .nullish(),
  polarity: word,
  act: word,
  channel: word,
  hedged: z.boolean().nullish(),
});
type Given = z.infer<typeof attribution>;

/** Never throws. `given`: whatever stands in the list of attributions. */
export function readModelAnswer(text: string, given: readonly unknown[], model: string): ModelAnswer {
  const article = articleTextOf(text);
  const refused = new Map<ModelRefusal, RefusedAttribution>();
  const acceptedCards: {
    readonly card: SuggestedCard;
    readonly at: number;
    readonly within: number | null;
  }[] = [];
  const seenKeys = new Set<string>();
  let moved = 0;
  given.forEach((one, at) => {
    const reading = readOne(article, one, model);
    const why = "why" in reading ? reading.why : seenKeys.has(reading.key) ? "twice" : null;
    if ("card" in reading && why === null && acceptedCards.length < mostOfModel) {
      seenKeys.add(reading.key);
      if (reading.moved) moved += 1;
      acceptedCards.push({ card: reading.card, at, within: reading.within });
      return;
    }
    const reason = why ?? "too-many";
    const refusal = refused.get(reason);
    refused.set(reason, {
      why: reason,
      count: (refusal?.count ?? 0) + 1,
      first: refusal?.first ?? at,
      field: refusal?.field ?? ("field" in reading ? reading.field : ""),
    });
  });
  const inOrder = [...acceptedCards].sort((a, b) => compareRanges(cardPlace(a.card), cardPlace(b.card)));
  const places = new Map(inOrder.map(({ at }, index) => [at, index]));
  return {
    cards: inOrder.map(({ card, within }) => {
      const place = within === null ? undefined : places.get(within);
      const outer = place === undefined ? undefined : inOrder[place]?.card;
      return outer && place !== undefined && holds(outer, card) ? { ...card, within: place } : card;
    }),
    report: { given: given.length, taken: acceptedCards.length, moved, refused: [...refused.values()] },
  };
}

/** Only what is larger holds something, so that nothing lies within itself. */
function holds({ claim }: SuggestedCard, inner: SuggestedCard): boolean {
  const outer = hull(claim);
  const innerHull = hull([...inner.cue, ...inner.claim]);
  return contains(outer, innerHull) && !sameRange(outer, innerHull);
}

type ReadOne =
  | { readonly why: ModelRefusal; readonly field: string }
  | {
      readonly card: SuggestedCard;
      readonly key: string;
      readonly within: number | null;
      readonly moved: boolean;
    };

function readOne(article: ArticleText, given: unknown, model: string): ReadOne {
  const parsed = attribution.safeParse(given);
  if (!parsed.success)
    return { why: "form", field: parsed.error.issues[0]?.path.map(String).join(".").slice(0, 60) ?? "" };
  const { data } = parsed;
  const { text } = article;
  const places = {
    voice: placesIn(text, data.source ?? []),
    cue: placesIn(text, data.cue ?? []),
    claim: placesIn(text, data.content ?? []),
    via: placesIn(
      text,
      (data.via ?? []).map((one) => one.range),
      false,
    ),
  };
  for (const [field, found] of Object.entries(places))
    if (typeof found === "string") return { why: found, field: namesOf[field] ?? field };
  const { voice, cue, claim, via } = places as Record<keyof typeof places, Places>;
  for (const [field, { ranges: found }] of Object.entries({ source: voice, cue, via }))
    if (found.some(({ start, end }) => end - start > longestPart)) return { why: "too-long", field };
  if (claim.ranges.length === 0) return { why: "no-claim", field: "content" };
  const card: SuggestedCard = {
    voice: voice.ranges,
    cue: cue.ranges,
    claim: claim.ranges,
    via: via.ranges.map(
      (one, at): SuggestedCardVia => ({ ...one, role: data.via?.[at]?.role ?? "", person: null }),
    ),
    kind: data.type ?? kindOf({ segments: claim.ranges }, { within: null }, article),
    fields: fieldsOf(data),
    confidence: data.confidence ?? unsaid,
    rule: data.rule ?? "",
    model,
    within: null,
    pattern: patternOf(text, model, data, cue.ranges),
    person: null,
  };
  return {
    card,
    key: `${cardKey(card)} ${voice.ranges.map(({ start, end }) => `${start}-${end}`).join(" ")}`,
    within: data.within ?? null,
    moved: voice.moved || cue.moved || claim.moved || via.moved,
  };
}

/** Fields of ours by the names that the lines have. */
const namesOf: Readonly<Record<string, string>> = {
  voice: "source",
  cue: "cue",
  claim: "content",
  via: "via",
};

interface Places {
  readonly ranges: readonly Range[];
  readonly moved: boolean;
}

/** Whole characters without white space around them. Those that overlap or touch become one unless each stands for itself. */
function placesIn(
  text: string,
  given: readonly (readonly [number, number])[],
  join = true,
): Places | "outside" | "empty" {
  let moved = false;
  const ranges: Range[] = [];
  for (const [from, to] of given) {
    if (to > text.length) return "outside";
    if (from >= to) return "empty";
    const range = trimmedRange(text, { start: from, end: to });
    if (!range) return "empty";
    if (!sameRange(range, { start: from, end: to })) moved = true;
    ranges.push(range);
  }
  return { ranges: join ? joinRanges(ranges) : ranges, moved };
}

/** `null` where there is nothing but white space. */
function trimmedRange(text: string, { start, end }: Range): Range | null {
  let from = graphemeStart(text, start);
  let to = graphemeEnd(text, end);
  while (from < to && /\s/u.test(text.charAt(from))) from += 1;
  while (to > from && /\s/u.test(text.charAt(to - 1))) to -= 1;
  return from < to ? { start: graphemeStart(text, from), end: graphemeEnd(text, to) } : null;
}

function fieldsOf({ polarity, act, channel, hedged }: Given): SuggestedCard["fields"] {
  return {
    ...(polarity && { polarity }),
    ...(act && { act }),
    ...(channel && { channel }),
    ...(hedged && { hedged }),
  };
}

/** What is rejected for good is this model's, with this rule and these words: no other's, and none of ours. */
function patternOf(text: string, model: string, { rule, type }: Given, cue: readonly Range[]) {
  const words = cue.map(({ start, end }) => text.slice(start, Math.min(end, start + 100))).join(" ");
  return {
    rule: "own-model",
    cue: plainCue(words),
    shape: `${model} ${type ?? ""} ${(rule ?? "").replaceAll(/\s+/gu, " ")}`.slice(0, 120).trim(),
  };
}
