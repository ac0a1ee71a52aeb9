// Five people's sets of a long synthetic article, some 1,450 spans and 580 cards each: most agree, some moved an edge, took another
// type, said another thing on a card, or lack it. And three people's sets of five articles of usual length, some 1,100 spans together.
import { type AnnotationSetJson, setFromJson } from "../../shared/model/annotation-set.ts";
import { articleTextOf } from "../../shared/model/article-text.ts";
import type { Attribution } from "../../shared/model/attribution.ts";
import type { Id } from "../../shared/model/id.ts";
import { selectorOf } from "../../shared/model/selector.ts";
import type { Span } from "../../shared/model/span.ts";
import { tableOf } from "../../shared/model/table.ts";
import { finish } from "../../shared/model/work.ts";
import type { MeasuredArticle } from "../../shared/review/agreement/compared-article.ts";
import {
  type AgreementChoice,
  agreementReport,
  defaultChoice,
} from "../../shared/review/agreement/report.ts";
import { compareSets } from "../../shared/review/compare.ts";
import { edgePolicies } from "../../shared/review/edge-policies.ts";
import { newsAttribution } from "../../shared/tagsets/news-attribution.ts";
import { syntheticArticle } from "./synthetic-article.ts";

const paragraphs: Paragraphs = [0, 290];

/** From the first one on, up to the second one. */
type Paragraphs = readonly [number, number];

export interface ReviewedSets {
  readonly text: string;
  readonly sets: readonly AnnotationSetJson[];
}

/** By annotators with these ids, of an article with this id and hash. */
export function reviewedSets(
  annotators: readonly Id[],
  articleId: Id = "article",
  textHash = "0".repeat(64),
  of = paragraphs,
): ReviewedSets {
  const paras = syntheticArticle("L").paras.slice(...of);
  const text = paras.map((paragraph) => paragraph.text).join("\n\n");
  let from = 0;
  const tags = paras.flatMap((paragraph) => {
    const start = from;
    from += paragraph.text.length + 2;
    return paragraph.tags.map((tag) => ({ ...tag, start: start + tag.start, end: start + tag.end }));
  });
  const sets = annotators.map((annotatorId, person): AnnotationSetJson => {
    const provenance = {
      annotator: annotatorId,
      at: "2026-01-01T00:00:00.000Z",
      origin: { by: "human" as const },
    };
    const idOf = (tag: Id): Id => `${"abcdefghi".charAt(person)}${tag}`;
    const isTurn = (at: number, every: number): boolean => person > 0 && (at + person * 7) % every === 0;
    const kept = tags.filter((_, at) => !isTurn(at, 19));
    const spans = kept.map(
      ({ id, kind, start, end }, at): Span => ({
        id: idOf(id),
        type: isTurn(at, 23) && kind !== "claim" ? "source" : kind,
        segments: [selectorOf(text, { start, end: isTurn(at, 7) && end - start > 12 ? end - 5 : end })],
        provenance,
      }),
    );
    const attributions = kept
      .filter(({ kind }) => kind === "claim")
      .map(
        ({ id }, at): Attribution => ({
          id: idOf(`k${id}`),
          voice: [],
          cue: null,
          claim: idOf(id),
          via: [],
          within: null,
          kind: null,
          fields: { polarity: isTurn(at, 11) ? "denies" : "asserts" },
          note: "",
          flags: [],
          provenance,
        }),
      );
    return { articleId, annotatorId, textHash, spans, attributions, exclusions: [] };
  });
  return { text, sets };
}

/** Milliseconds that all measures take which the command line gives, and all that the page shows; and of how many spans. */
export function timeMeasures(): { readonly line: number; readonly page: number; readonly units: number } {
  const annotators = ["pa", "pb", "pc"].map((id) => ({ id, name: id }));
  const articles = Array.from({ length: 5 }, (_, at): MeasuredArticle => {
    const id = `article${at}`;
    const { text, sets } = reviewedSets(["pa", "pb", "pc"], id, "0".repeat(64), [at * 15, at * 15 + 15]);
    return { id, title: id, text, language: "en", metadata: [], sets };
  });
  const timed = (choice: AgreementChoice): number => {
    const input = { annotators, articles, entities: [], tagset: newsAttribution, choice };
    const started = performance.now();
    const { questions } = finish(agreementReport(input));
    const gammas = questions
      .flatMap(({ measures }) => measures)
      .filter(({ measure }) => measure.startsWith("gamma"));
    if (gammas.length < 3 || gammas.some(({ strict }) => strict.pooled.value === null))
      throw new Error("Not everything was measured.");
    return performance.now() - started;
  };
  const line = timed({
    ...defaultChoice,
    questions: ["marks", "type"],
    policies: [],
    gamma: true,
    intervals: { seed: 1, draws: 0 },
    parts: [],
  });
  // Another seed, so that nothing is known of its samples.
  const page = timed({ ...defaultChoice, gamma: true, options: { ...defaultChoice.options, seed: 2 } });
  const units = articles.flatMap(({ sets }) => sets).reduce((sum, { spans }) => sum + spans.length, 0);
  return { line, page, units };
}

/** Milliseconds that comparing all of it takes, from the sets as they are stored. */
export function timeComparison(): { readonly milliseconds: number; readonly units: number } {
  const { text, sets } = reviewedSets(["pa", "pb", "pc", "pd", "pe"]);
  const started = performance.now();
  const compared = finish(
    compareSets(
      sets.map((set) => ({ set: setFromJson(set), entities: tableOf([]) })),
      { article: articleTextOf(text), tagset: newsAttribution, policies: edgePolicies },
    ),
  );
  const milliseconds = performance.now() - started;
  if (compared.groups.length === 0) throw new Error("Nothing was compared.");
  const units = sets.reduce((sum, { spans, attributions }) => sum + spans.length + attributions.length, 0);
  return { milliseconds, units };
}
