// The project of the gallery: the sample that ships, with fixed ids and times, so that a picture of it is the same each time.
import type { ArticleSummary, OpenArticle, OpenProject } from "../../shared/api/contract.ts";
import { setFromJson } from "../../shared/model/annotation-set.ts";
import { articleStateOf } from "../../shared/model/article-state.ts";
import { sampleProject } from "../../shared/sample/index.ts";
import { newsAttribution } from "../../shared/tagsets/news-attribution.ts";
import { idSource } from "../helpers/sources.ts";

export const galleryTime = "2026-03-03T14:02:00.000Z";

const annotator = { id: idSource("annotator")(), name: "Dana Analyst" };
const sample = sampleProject({
  newId: idSource("sample"),
  now: () => galleryTime,
  annotator: annotator.id,
  hashOf: () => "0".repeat(64),
});

export const openArticles: readonly OpenArticle[] = sample.articles.map(
  ({ id, title, text, metadata, set }, at) => ({
    article: {
      id,
      title,
      addedAt: `2026-03-0${at + 1}T09:00:00.000Z`,
      textHash: set.textHash,
      length: text.length,
      metadata,
      original: null,
    },
    text,
    set,
    entities: sample.entities,
    revision: 0,
    place: null,
    readOnly: null,
    warnings: [],
  }),
);

const summaries: readonly ArticleSummary[] = openArticles.map(({ article, set }) => ({
  ...article,
  spans: set.spans.length,
  attributions: set.attributions.length,
  state: articleStateOf(setFromJson(set)),
  hasNote: false,
  markedTo: Math.max(0, ...set.spans.map(({ segments }) => segments.at(-1)?.end ?? 0)),
}));

/** With its articles, or before any was brought in. */
export const openProject = (isEmpty: boolean): OpenProject => ({
  handle: "gallery",
  path: "/home/dana/Harbour",
  project: {
    schemaVersion: 1,
    id: "gallery",
    name: sample.name,
    createdAt: galleryTime,
    tagset: newsAttribution,
    annotators: [annotator],
  },
  annotator,
  readOnly: null,
  articles: isEmpty ? [] : summaries,
  lastArticle: null,
  entities: isEmpty ? [] : sample.entities,
  warnings: [],
});
