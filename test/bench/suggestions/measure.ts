// The error report of suggestions: precision and recall by kind and rule, calibration, what is lost at which stage, the worst
// articles, and the time it takes.
import { articleTextOf } from "../../../shared/model/article-text.ts";
import type { GoldLine, LineAttribution, PredictedLine } from "../../../shared/schema/attribution-lines.ts";
import { lineOfSuggestions } from "../../../shared/suggestions/attribution-line.ts";
import { evaluate, matchTriples } from "../../../shared/suggestions/evaluate.ts";
import { suggest } from "../../../shared/suggestions/suggest.ts";

import { calibrationError } from "./calibration.ts";

export { readGermanQuotations } from "../../../shared/suggestions/german/sentences.ts";
export { goldArticles, goldLineOf } from "../../helpers/gold.ts";
export { sampleGold } from "../../helpers/sample-gold.ts";
export { publisherReport } from "./by-publisher.ts";
export { fitReport } from "./fit.ts";
export { cardReport } from "./measure-cards.ts";
export { entityReport } from "./measure-entities.ts";
export { learningReport } from "./measure-learning.ts";
export { personReport } from "./measure-persons.ts";
export { scalingReport } from "./scaling.ts";

interface Tally {
  right: number;
  all: number;
}

/** As text for people, for these articles. */
export function report(name: string, lines: readonly GoldLine[]): string {
  const started = process.cpuUsage();
  const predicted = lines.map(({ id, text }) => lineOfSuggestions(id, articleTextOf(text), suggest(text)));
  // Of the processor, not of the clock: others may keep the machine busy.
  const { user, system } = process.cpuUsage(started);
  const took = (user + system) / 1_000;
  const words = lines.reduce((sum, { text }) => sum + text.split(/\s+/u).length, 0);
  const { scores, tripleRecallByType } = evaluate(lines, predicted as readonly PredictedLine[]);
  const rows = Object.entries(scores)
    .filter(([row]) => row.endsWith("overlap") || row === "triple exact")
    .map(([row, { precision, recall, f1 }]) => `  ${row.padEnd(18)}P ${precision}  R ${recall}  F1 ${f1}`);
  const kinds = Object.entries(tripleRecallByType).map(
    ([kind, { recall, gold }]) => `  ${`recall, ${kind}`.padEnd(18)}${recall} of ${gold}`,
  );
  return [
    `${name}: ${lines.length} articles, ${words} words, ${((took / words) * 1_200).toFixed(1)} ms of one core for 1,200 words`,
    ...rows,
    ...kinds,
    ...detailOf(lines, predicted),
    "",
  ].join("\n");
}

function detailOf(
  lines: readonly GoldLine[],
  predicted: readonly ReturnType<typeof lineOfSuggestions>[],
): string[] {
  const rules = new Map<string, Tally>();
  const sure = new Map<string, Tally>();
  const judged: { readonly confidence: number; readonly right: boolean }[] = [];
  const lost = new Map<string, number>();
  const worst: { id: string; wrong: number }[] = [];
  lines.forEach(({ id, text, attributions }, at) => {
    const gold = attributions.filter(
      ({ cue, content }) => (cue?.length ?? 0) > 0 && (content?.length ?? 0) > 0,
    );
    const ours = predicted[at]?.attributions ?? [];
    const matched = matchTriples(text, gold, ours);
    const right = new Set(matched.values());
    ours.forEach(({ rule, confidence }, index) => {
      tally(rules, rule, right.has(index));
      const bin = (Math.min(9, Math.floor(confidence * 10)) / 10).toFixed(1);
      tally(sure, bin, right.has(index));
      judged.push({ confidence, right: right.has(index) });
    });
    gold.forEach((one, index) => {
      if (!matched.has(index)) {
        const stage = stageOf(one, ours);
        lost.set(stage, (lost.get(stage) ?? 0) + 1);
      }
    });
    worst.push({ id, wrong: ours.length - right.size + gold.length - matched.size });
  });
  const share = ([name, { right, all }]: readonly [string, Tally]): string =>
    `    ${name.padEnd(18)}${Math.round((100 * right) / all)} % of ${all}`;
  return [
    "  precision by rule:",
    ...[...rules].sort((a, b) => b[1].all - a[1].all).map(share),
    "  right, by confidence (from):",
    ...[...sure].sort(([a], [b]) => a.localeCompare(b)).map(share),
    `  expected calibration error over ten bins: ${calibrationError(judged).toFixed(3)}`,
    "  not found, by the stage that lost it:",
    ...[...lost].sort((a, b) => b[1] - a[1]).map(([stage, count]) => `    ${stage.padEnd(34)}${count}`),
    "  most errors:",
    ...worst
      .sort((a, b) => b.wrong - a.wrong)
      .slice(0, 5)
      .map(({ id, wrong }) => `    ${id.padEnd(46)}${wrong}`),
  ];
}

function tally(into: Map<string, Tally>, key: string, isRight: boolean): void {
  const before = into.get(key) ?? { right: 0, all: 0 };
  into.set(key, { right: before.right + (isRight ? 1 : 0), all: before.all + 1 });
}

type Role = "source" | "cue" | "content";

const touch = (a: LineAttribution, role: Role, b: LineAttribution, other: Role = role): boolean =>
  (a[role] ?? []).some(([start, end]) => (b[other] ?? []).some(([from, to]) => start < to && from < end));

/** Where an attribution that was not found went astray. */
function stageOf(gold: LineAttribution, ours: readonly LineAttribution[]): string {
  const same = ours.find((one) => touch(one, "cue", gold));
  if (same)
    return touch(same, "content", gold) ? "voice: another one was taken" : "claim: other words were taken";
  return ours.some((one) => touch(one, "content", gold, "cue"))
    ? "claim edges: taken for a part of another"
    : "cues: none was seen";
}
