// How often what is proposed is right, measured on articles that experts have annotated. They lie outside the project; where
// they are not, the test is skipped and says so.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { articleTextOf } from "../../../shared/model/article-text.ts";
import { overlaps, type Range } from "../../../shared/model/range.ts";
import { proposalsFor } from "../../../shared/proposals/index.ts";

const file = join(import.meta.dirname, "../../../../shared/corpora/polnear-dev.jsonl");
const isThere = existsSync(file);

interface Annotated {
  readonly primary: boolean;
  readonly text: string;
  readonly attributions: readonly Readonly<
    Record<"source" | "cue" | "content", readonly (readonly [number, number])[]>
  >[];
}

test.runIf(isThere)("proposals are right far more often than not", () => {
  const rangesOf = (pairs: readonly (readonly [number, number])[]): Range[] =>
    pairs.map(([start, end]) => ({ start, end })).sort((a, b) => a.start - b.start);
  const figures = { claims: 0, proposed: 0, cues: 0, cuesRight: 0, voices: 0, voicesRight: 0 };
  for (const line of readFileSync(file, "utf8").trim().split("\n")) {
    const { primary, text, attributions }: Annotated = JSON.parse(line);
    if (!primary) continue;
    const article = articleTextOf(text);
    for (const { source, cue, content } of attributions) {
      if (content.length === 0) continue;
      figures.claims += 1;
      const [best] = proposalsFor(article, rangesOf(content));
      if (!best) continue;
      figures.proposed += 1;
      const isRight = (mark: Range, gold: readonly Range[]): number =>
        gold.some((range) => overlaps(range, mark)) ? 1 : 0;
      if (best.cue) {
        figures.cues += 1;
        figures.cuesRight += isRight(best.cue, rangesOf(cue));
      }
      if (best.voice) {
        figures.voices += 1;
        figures.voicesRight += isRight(best.voice, rangesOf(source));
      }
    }
  }
  process.stdout.write(`Proposals: ${JSON.stringify(figures)}\n`);
  expect(figures.cuesRight / figures.cues).toBeGreaterThan(0.97);
  expect(figures.voicesRight / figures.voices).toBeGreaterThan(0.96);
  expect(figures.proposed / figures.claims).toBeGreaterThan(0.45);
});

if (!isThere) process.stdout.write("Skipped: the annotated articles to measure proposals on are not here.\n");
