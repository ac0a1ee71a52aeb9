// Fits the weights of the confidence on our own gold: logistic regression over all candidates, held to weights set by hand
// (prior-weights.ts) by a penalty for leaving them, since few articles tell little about rare features.
import { articleTextOf } from "../../../shared/model/article-text.ts";
import { overlaps, type Range } from "../../../shared/model/range.ts";
import type { Candidate, Features } from "../../../shared/suggestions/candidate.ts";
import { readSentences } from "../../../shared/suggestions/sentence.ts";
import { readQuotations } from "../../../shared/suggestions/speech.ts";
import { candidatesIn, logOddsOf, type Weights, weights } from "../../../shared/suggestions/suggest.ts";
import type { GoldArticle } from "../../helpers/gold.ts";
import { priorWeights } from "./prior-weights.ts";

/** How much leaving a weight by one costs, in candidates. */
const penalty = 6;
const rounds = 400;
const step = 0.8;

interface Sample {
  readonly article: string;
  readonly right: boolean;
  /** By the weight's path; what it is taken times. */
  readonly terms: ReadonlyMap<string, number>;
}

type Flat = ReadonlyMap<string, number>;

/** As text for people: each weight before and after, and how well either tells right from wrong on articles left out. */
export function fitReport(articles: readonly GoldArticle[]): string {
  const samples = articles.flatMap(samplesOf);
  const before = flat(priorWeights);
  const standing = flat(weights);
  const after = fitted(samples, before);
  const held = articles.map(({ id }) => {
    const own = samples.filter(({ article }) => article === id);
    const anew = fitted(
      samples.filter(({ article }) => article !== id),
      before,
    );
    return [lossOf(own, before), lossOf(own, anew)] as const;
  });
  const sum = (at: 0 | 1): number => held.reduce((all, one) => all + one[at], 0) / samples.length;
  const rows = [...after].map(
    ([path, value]) =>
      `  ${path.padEnd(26)}${[before.get(path) ?? 0, value, standing.get(path) ?? 0].map((one) => one.toFixed(2).padStart(8)).join("")}`,
  );
  return [
    `${samples.length} candidates of ${articles.length} articles, ${samples.filter(({ right }) => right).length} of them right`,
    `log loss on articles left out: ${sum(0).toFixed(3)} by hand, ${sum(1).toFixed(3)} fitted`,
    `  ${"weight".padEnd(26)} by hand  fitted  in use`,
    ...rows,
    "",
  ].join("\n");
}

function samplesOf(article: GoldArticle): Sample[] {
  const read = articleTextOf(article.text);
  const candidates = candidatesIn(read, readSentences(read, readQuotations(read)));
  return candidates.map((candidate) => ({
    article: article.id,
    right: isRight(candidate, article),
    terms: termsOf(candidate.features),
  }));
}

const touch = (a: readonly Range[], b: readonly Range[]): boolean =>
  a.some((one) => b.some((other) => overlaps(one, other)));

const isRight = ({ voice, cue, claim }: Candidate, { cards }: GoldArticle): boolean =>
  cards.some(
    (card) =>
      card.cue !== null &&
      touch([card.cue], [cue]) &&
      touch(card.claim, claim) &&
      (card.voice.length === 0 ? voice === null : voice !== null && touch(card.voice, [voice])),
  );

type Tree = { readonly [name: string]: number | Tree };

function flat(of: Weights): Flat {
  const found = new Map<string, number>();
  const walk = (tree: Tree, path: string): void => {
    for (const [name, value] of Object.entries(tree))
      if (typeof value === "number") found.set(`${path}${name}`, value);
      else walk(value, `${path}${name} `);
  };
  walk(of as unknown as Tree, "");
  return found;
}

/** The sum is linear in every weight: with one of them 1 and all others 0 it is what that one is taken times. */
function termsOf(features: Features): ReadonlyMap<string, number> {
  const terms = new Map<string, number>();
  for (const [path, unit] of units) {
    const times = logOddsOf(features, unit);
    if (times !== 0) terms.set(path, times);
  }
  return terms;
}

const units: readonly (readonly [path: string, unit: Weights])[] = [...flat(weights).keys()].map((only) => {
  const walk = (tree: Tree, path: string): Tree =>
    Object.fromEntries(
      Object.entries(tree).map(([name, value]) => [
        name,
        typeof value === "number" ? (`${path}${name}` === only ? 1 : 0) : walk(value, `${path}${name} `),
      ]),
    );
  return [only, walk(weights as unknown as Tree, "") as unknown as Weights] as const;
});

const chance = (terms: ReadonlyMap<string, number>, using: Flat): number => {
  let sum = 0;
  for (const [path, times] of terms) sum += times * (using.get(path) ?? 0);
  return 1 / (1 + Math.exp(-sum));
};

function fitted(samples: readonly Sample[], from: Flat): Flat {
  const now = new Map(from);
  for (let round = 0; round < rounds; round += 1) {
    const slope = new Map<string, number>();
    const weight = new Map<string, number>();
    for (const { terms, right } of samples) {
      const p = chance(terms, now);
      for (const [path, times] of terms) {
        slope.set(path, (slope.get(path) ?? 0) + times * ((right ? 1 : 0) - p));
        weight.set(path, (weight.get(path) ?? 0) + times * times * p * (1 - p));
      }
    }
    for (const [path, value] of now) {
      const pull = (path === "bias" ? 0 : penalty) * (value - (from.get(path) ?? 0));
      now.set(
        path,
        value + (step * ((slope.get(path) ?? 0) - pull)) / (4 * ((weight.get(path) ?? 0) + penalty)),
      );
    }
  }
  return now;
}

const lossOf = (samples: readonly Sample[], using: Flat): number =>
  samples.reduce((sum, { terms, right }) => {
    const p = Math.min(0.999, Math.max(0.001, chance(terms, using)));
    return sum - Math.log(right ? p : 1 - p);
  }, 0);
