// Measures predicted attributions against gold ones: precision, recall and F1 of each role and of whole triples, by overlap and exactly, as
// the published evaluations of source, cue and content count them.
import type { Range } from "../model/range.ts";
import type { GoldLine, LineAttribution, LineRange, PredictedLine } from "../schema/attribution-lines.ts";

const roles = ["source", "cue", "content"] as const;
type Role = (typeof roles)[number];

/** Percentages with one decimal. */
interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export interface Evaluation {
  /** Articles of the gold without a prediction: they count as empty. */
  readonly missingDocuments: number;
  /** By name: "cue overlap", "triple exact" and so on. */
  readonly scores: Readonly<Record<string, Score>>;
  readonly tripleRecallByType: Readonly<Record<string, { readonly recall: number; readonly gold: number }>>;
}

/** An attribution made ready to be compared. */
interface Prepared {
  readonly type: string;
  readonly ranges: Readonly<Record<Role, readonly LineRange[]>>;
  readonly exact: Readonly<Record<Role, string>>;
}

type Matches = (predicted: Prepared, gold: Prepared) => boolean;

interface Count {
  matched: number;
  predicted: number;
  gold: number;
}

/**
 * Two attributions match by overlap when their cues share a character, their contents share one, and their sources share
 * one or are both empty; exactly when all three are equal but for white space and `, . ; :` at the ends of their ranges.
 * Attributions without a cue or a content are left out on both sides. Matching is one to one, in reading order.
 */
export function evaluate(gold: readonly GoldLine[], predicted: readonly PredictedLine[]): Evaluation {
  const totals = new Map<string, Count>();
  const byType = new Map<string, { found: number; gold: number }>();
  const byId = new Map(predicted.map((line) => [line.id, line]));
  let missingDocuments = 0;
  for (const line of gold) {
    const predictedLine = byId.get(line.id);
    if (!predictedLine) missingDocuments += 1;
    const right = prepared(line.text, line.attributions);
    const predictions = prepared(line.text, predictedLine?.attributions ?? []);
    countRoles(totals, predictions, right);
    const pairedIndexes = pairUp(predictions, right, tripleOverlap);
    right.forEach(({ type }, at) => {
      const row = byType.get(type) ?? { found: 0, gold: 0 };
      byType.set(type, { found: row.found + (pairedIndexes.has(at) ? 1 : 0), gold: row.gold + 1 });
    });
  }
  return {
    missingDocuments,
    scores: Object.fromEntries([...totals].map(([name, count]) => [name, scoreOf(count)])),
    tripleRecallByType: Object.fromEntries(
      [...byType].map(([type, row]) => [type, { recall: percent(row.found / row.gold), gold: row.gold }]),
    ),
  };
}

/** A card by the ranges of its parts, as it is measured. */
export const lineOf = ({
  voice,
  cue,
  claim,
}: Readonly<Record<"voice" | "cue" | "claim", readonly Range[]>>): LineAttribution => ({
  source: pairs(voice),
  cue: pairs(cue),
  content: pairs(claim),
});

const pairs = (ranges: readonly Range[]): LineRange[] =>
  ranges.map(({ start, end }): LineRange => [start, end]);

/** Which of the gold attributions of one article are found by overlap, and by which predicted one. */
export function matchTriples(
  text: string,
  gold: readonly LineAttribution[],
  predicted: readonly LineAttribution[],
): ReadonlyMap<number, number> {
  const byGold = new Map<number, number>();
  const right = gold.map((one) => prepare(text, one));
  predicted.forEach((one, at) => {
    const prediction = prepare(text, one);
    const goldIndex = right.findIndex(
      (other, index) => !byGold.has(index) && tripleOverlap(prediction, other),
    );
    if (goldIndex >= 0) byGold.set(goldIndex, at);
  });
  return byGold;
}

function countRoles(totals: Map<string, Count>, ours: readonly Prepared[], right: readonly Prepared[]): void {
  const count = (name: string, of: readonly Prepared[], against: readonly Prepared[], matches: Matches) => {
    const row = totals.get(name) ?? { matched: 0, predicted: 0, gold: 0 };
    row.matched += pairUp(of, against, matches).size;
    row.predicted += of.length;
    row.gold += against.length;
    totals.set(name, row);
  };
  for (const role of roles) {
    const has = ({ ranges }: Prepared): boolean => ranges[role].length > 0;
    count(`${role} overlap`, ours.filter(has), right.filter(has), (a, b) => share(a, b, role));
    count(`${role} exact`, ours.filter(has), right.filter(has), (a, b) => a.exact[role] === b.exact[role]);
  }
  count("triple overlap", ours, right, tripleOverlap);
  count("triple exact", ours, right, (a, b) => roles.every((role) => a.exact[role] === b.exact[role]));
}

const prepared = (text: string, attributions: readonly LineAttribution[]): readonly Prepared[] =>
  attributions
    .filter(({ cue, content }) => (cue?.length ?? 0) > 0 && (content?.length ?? 0) > 0)
    .map((one) => prepare(text, one));

function prepare(text: string, attribution: LineAttribution): Prepared {
  const rangesOf = (role: Role): readonly LineRange[] => attribution[role] ?? [];
  const filled = (role: Role) => rangesOf(role).filter(([start, end]) => start < end);
  const trimmed = (role: Role) =>
    rangesOf(role)
      .map((range) => trim(text, range))
      .join(",");
  return {
    type: attribution.type ?? "unknown",
    ranges: { source: filled("source"), cue: filled("cue"), content: filled("content") },
    exact: { source: trimmed("source"), cue: trimmed("cue"), content: trimmed("content") },
  };
}

/** Two attributions of a text match exactly when this is the same. */
export const exactKey = (text: string, attribution: LineAttribution): string => {
  const { exact } = prepare(text, attribution);
  return roles.map((role) => exact[role]).join(" ");
};

const edge = /[\s,.;:]/u;

function trim(text: string, range: LineRange): string {
  let [start, end] = range;
  while (start < end && edge.test(text.charAt(start))) start += 1;
  while (end > start && edge.test(text.charAt(end - 1))) end -= 1;
  return `${start}-${end}`;
}

const share = (a: Prepared, b: Prepared, role: Role): boolean =>
  a.ranges[role].some(([start, end]) => b.ranges[role].some(([from, to]) => start < to && from < end));

const tripleOverlap: Matches = (a, b) =>
  share(a, b, "cue") &&
  share(a, b, "content") &&
  (share(a, b, "source") || (a.ranges.source.length === 0 && b.ranges.source.length === 0));

/** The indexes of the gold attributions that are taken. */
function pairUp(predicted: readonly Prepared[], gold: readonly Prepared[], matches: Matches): Set<number> {
  const pairedIndexes = new Set<number>();
  for (const prediction of predicted) {
    const goldIndex = gold.findIndex((other, at) => !pairedIndexes.has(at) && matches(prediction, other));
    if (goldIndex >= 0) pairedIndexes.add(goldIndex);
  }
  return pairedIndexes;
}

const percent = (share: number): number => Math.round(1_000 * share) / 10;

const scoreOf = ({ matched, predicted, gold }: Count): Score => ({
  precision: percent(matched / Math.max(1, predicted)),
  recall: percent(matched / Math.max(1, gold)),
  f1: percent((2 * matched) / Math.max(1, predicted + gold)),
});
