// How often what is proposed is right, measured on articles that experts have annotated. They lie outside the project; where
// they are not, the test is skipped and says so.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { articleTextOf } from "../../../shared/model/article-text.ts";
import { overlaps, type Range } from "../../../shared/model/range.ts";
import { proposalsFor } from "../../../shared/proposals/index.ts";
import { noOwnWords } from "../../../shared/suggestions/own-words.ts";
import { suggestCards } from "../../../shared/suggestions/suggest-cards.ts";
import { tier } from "../../helpers/tier.ts";

const file = join(import.meta.dirname, "../../../../shared/corpora/polnear-dev.jsonl");
const isThere = existsSync(file);

interface Annotated {
  readonly primary: boolean;
  readonly text: string;
  readonly attributions: readonly Readonly<
    Record<"source" | "cue" | "content", readonly (readonly [number, number])[]>
  >[];
}

interface Figures {
  readonly proposed: number;
  readonly cues: number;
  readonly voices: number;
}

/** In percent: how many claims get a proposal, and how many of its cues and voices are right. */
function measured(withCards: boolean): Figures {
  const rangesOf = (pairs: readonly (readonly [number, number])[]): Range[] =>
    pairs.map(([start, end]) => ({ start, end })).sort((a, b) => a.start - b.start);
  const counts = { claims: 0, proposed: 0, cues: 0, cuesRight: 0, voices: 0, voicesRight: 0 };
  const lines = readFileSync(file, "utf8").trim().split("\n");
  for (const line of tier === "all" ? lines : lines.filter((_, at) => at % 3 === 0)) {
    const { primary, text, attributions }: Annotated = JSON.parse(line);
    if (!primary) continue;
    const article = articleTextOf(text);
    const cards = withCards ? suggestCards(text, noOwnWords).cards : [];
    for (const { source, cue, content } of attributions) {
      if (content.length === 0) continue;
      counts.claims += 1;
      const [best] = proposalsFor(article, rangesOf(content), [], cards);
      if (!best) continue;
      counts.proposed += 1;
      const isRight = (mark: Range, gold: readonly Range[]): number =>
        gold.some((range) => overlaps(range, mark)) ? 1 : 0;
      if (best.cue) {
        counts.cues += 1;
        counts.cuesRight += isRight(best.cue, rangesOf(cue));
      }
      if (best.voice) {
        counts.voices += 1;
        counts.voicesRight += isRight(best.voice, rangesOf(source));
      }
    }
  }
  const share = (part: number, whole: number): number => Math.round((part / whole) * 1_000) / 10;
  return {
    proposed: share(counts.proposed, counts.claims),
    cues: share(counts.cuesRight, counts.cues),
    voices: share(counts.voicesRight, counts.voices),
  };
}

test.runIf(isThere)("proposals are right far more often than not", () => {
  const byOrder = measured(false);
  const withCards = measured(true);
  process.stdout.write(`Proposals: ${JSON.stringify({ byOrder, withCards })}\n`);
  expect(byOrder.cues).toBeGreaterThan(97);
  expect(byOrder.voices).toBeGreaterThan(96);
  expect(byOrder.proposed).toBeGreaterThan(45);
  expect(withCards.cues).toBeGreaterThan(97);
  expect(withCards.voices).toBeGreaterThan(95.5);
  expect(withCards.proposed).toBeGreaterThan(70);
});

if (!isThere) process.stdout.write("Skipped: the annotated articles to measure proposals on are not here.\n");
