// The synthetic article as the core would send it: text, spans, and a card for every claim.

import type { OpenArticle, OpenProject } from "../../../shared/api/contract.ts";
import { emptyDesk } from "../../../shared/api/desk.ts";
import type { Attribution } from "../../../shared/model/attribution.ts";
import { selectorOf } from "../../../shared/model/selector.ts";
import type { Span } from "../../../shared/model/span.ts";
import { newsAttribution } from "../../../shared/tagsets/news-attribution.ts";
import type { BenchDoc, BenchTag } from "../synthetic-article.ts";

const provenance = { annotator: "me", at: "2026-01-01T00:00:00.000Z", origin: { by: "human" } } as const;
const fields = Object.fromEntries(newsAttribution.fields.map((field) => [field.id, field.default]));

export interface BenchArticle {
  readonly project: OpenProject;
  readonly opened: OpenArticle;
  /** The article's offsets of a tag. */
  rangeOf(tag: BenchTag): { start: number; end: number };
}

export function benchArticle(doc: BenchDoc): BenchArticle {
  const starts: number[] = [];
  let length = 0;
  for (const { text } of doc.paras) {
    starts.push(length);
    length += text.length + 2;
  }
  const text = doc.paras.map((paragraph) => paragraph.text).join("\n\n");
  const rangeOf = ({ p, start, end }: BenchTag): { start: number; end: number } => {
    const from = starts[p] ?? 0;
    return { start: from + start, end: from + end };
  };
  const spans = doc.tags.map(
    (tag): Span => ({
      id: tag.id,
      type: tag.kind,
      segments: [selectorOf(text, rangeOf(tag))],
      provenance,
    }),
  );
  const attributions = doc.paras.flatMap(({ tags }) =>
    tags.filter(({ kind }) => kind === "claim").map((claim) => cardOf(claim, tags)),
  );
  const article = {
    id: "article",
    title: "Synthetic article",
    addedAt: provenance.at,
    textHash: "0".repeat(64),
    length: text.length,
    metadata: [],
    original: null,
  };
  const annotator = { id: "me", name: "Bench" };
  return {
    rangeOf,
    project: {
      handle: "project",
      path: "bench",
      project: {
        schemaVersion: 1,
        id: "project",
        name: "Bench",
        createdAt: provenance.at,
        tagset: newsAttribution,
        annotators: [annotator],
      },
      annotator,
      readOnly: null,
      // None, so that opening the project does not already open its first article.
      articles: [],
      recentArticles: [],
      desk: emptyDesk,
      entities: [],
      warnings: [],
      missing: [],
    },
    opened: {
      article,
      text,
      set: {
        articleId: article.id,
        annotatorId: annotator.id,
        textHash: article.textHash,
        spans,
        attributions,
        exclusions: [],
      },
      entities: [],
      revision: 0,
      place: null,
      readOnly: null,
      warnings: [],
    },
  };
}

function cardOf(claim: BenchTag, tags: readonly BenchTag[]): Attribution {
  const voice = tags.find(({ kind }) => kind === "speaker");
  return {
    id: `k${claim.id}`,
    voice: voice ? [voice.id] : [],
    cue: null,
    claim: claim.id,
    via: [],
    within: null,
    kind: null,
    fields,
    note: "",
    flags: [],
    provenance,
  };
}
