// The project of the gallery: the sample that ships, with fixed ids and times, so that a picture of it is the same each time.

import type {
  ArticleSummary,
  ArticleTalk,
  OpenArticle,
  OpenProject,
  SetProgress,
} from "../../shared/api/contract.ts";
import { emptyDesk } from "../../shared/api/desk.ts";
import type { ComparedProject } from "../../shared/insight/disagreements.ts";
import { setFromJson } from "../../shared/model/annotation-set.ts";
import type { Article } from "../../shared/model/article.ts";
import { articleStateOf } from "../../shared/model/article-state.ts";
import type { Assignment } from "../../shared/model/assignment.ts";
import type { Remark } from "../../shared/model/remark.ts";
import { type SampleArticle, sampleProject } from "../../shared/sample/index.ts";
import { newsAttribution } from "../../shared/tagsets/news-attribution.ts";
import { departedFrom } from "../helpers/departed-set.ts";
import { idSource } from "../helpers/sources.ts";

export const galleryTime = "2026-03-03T14:02:00.000Z";

const annotator = { id: idSource("annotator")(), name: "Dana Analyst" };
const colleague = { id: idSource("colleague")(), name: "Ben Colleague" };
const newcomer = { id: idSource("newcomer")(), name: "Cem Newcomer" };
const annotators = [annotator, colleague, newcomer];
const howSampled = {
  newId: idSource("sample"),
  now: () => galleryTime,
  annotator: annotator.id,
  origin: { by: "human" },
  hashOf: () => "0".repeat(64),
} as const;
const sample = sampleProject({ ...howSampled, articles: 2 });

const articleOf = ({ id, title, text, metadata, set }: SampleArticle, at: number): Article => ({
  id,
  title,
  addedAt: `2026-03-${String(at + 1).padStart(2, "0")}T09:00:00.000Z`,
  textHash: set.textHash,
  length: text.length,
  metadata,
  original: null,
});

export const openArticles: readonly OpenArticle[] = sample.articles.map((one, at) => ({
  article: articleOf(one, at),
  text: one.text,
  set: one.set,
  entities: sample.entities,
  revision: 0,
  place: null,
  readOnly: null,
  warnings: [],
  missing: [],
}));

/** All of the sample, of which the gallery opens two articles: more to count, by so many people. */
export function wholeSample(people: number): ComparedProject {
  const whole = sampleProject({ ...howSampled, newId: idSource("whole") });
  const newId = idSource("theirs");
  const [, ...colleagues] = annotators.slice(0, people);
  return {
    annotators,
    tagset: newsAttribution,
    entities: whole.entities,
    articles: whole.articles.map((one, at) => ({
      article: articleOf(one, at),
      text: one.text,
      sets: [
        one.set,
        ...colleagues.map(({ id }, person) =>
          departedFrom(one, { annotator: id, newId, entities: whole.entities, person: person + 1 }),
        ),
      ],
    })),
  };
}

const summaries: readonly ArticleSummary[] = openArticles.map(({ article, set }) => ({
  ...article,
  spans: set.spans.length,
  attributions: set.attributions.length,
  state: articleStateOf(setFromJson(set)),
  hasNote: false,
  markedTo: Math.max(0, ...set.spans.map(({ segments }) => segments.at(-1)?.end ?? 0)),
}));

const galleryAssignments: readonly Assignment[] = openArticles.flatMap(({ article }, at) =>
  (at === 0 ? [annotator, colleague] : [colleague, newcomer]).map(({ id }) => ({
    article: article.id,
    annotator: id,
    at: galleryTime,
    by: annotator.id,
    ...(at === 0 ? { seed: "spring" } : {}),
  })),
);

/** This person works on both articles, the colleague is done with the first, the newcomer has not begun. */
export const galleryProgress: readonly SetProgress[] = summaries.flatMap((summary, at) => [
  { article: summary.id, annotator: { ...annotator, role: "own" as const }, summary, gaps: at },
  ...(at === 0
    ? [
        {
          article: summary.id,
          annotator: { ...colleague, role: "colleague" as const },
          summary: { ...summary, state: "done" as const },
          gaps: 0,
        },
      ]
    : []),
]);

/** A thread of a colleague on the first article, one that was resolved, and one on the article as a whole. */
export const galleryTalk: readonly ArticleTalk[] = openArticles.slice(0, 1).map(({ article, set }) => {
  const [first, second] = set.attributions;
  const quoteOf = (id: string | null | undefined): string =>
    set.spans.find((span) => span.id === id)?.segments[0]?.quote ?? "";
  const remark = (id: string, hour: number, more: Pick<Remark, "on" | "text"> & Partial<Remark>): Remark => ({
    id,
    thread: id,
    kind: "remark",
    mentions: [],
    provenance: {
      annotator: colleague.id,
      at: `2026-03-03T${String(hour).padStart(2, "0")}:00:00.000Z`,
      origin: { by: "human" },
    },
    ...more,
  });
  const onFirst = { what: "card", id: first?.id ?? "", quote: quoteOf(first?.claim) } as const;
  const onSecond = { what: "span", id: second?.claim ?? "", quote: quoteOf(second?.claim) } as const;
  return {
    article: article.id,
    sets: [
      {
        articleId: article.id,
        annotatorId: colleague.id,
        remarks: [
          remark("talka", 10, {
            on: onFirst,
            text: "@Dana Analyst, is that **one** claim or two?\n\n* the first half is said of the bridge,\n* the second of the council.",
            mentions: [annotator.id],
          }),
          remark("talkb", 11, {
            on: onFirst,
            thread: "talka",
            text: "The guideline says: split where each half could be false alone.",
          }),
          remark("talkc", 9, { on: onSecond, text: "Is the cue not *announced*?" }),
          remark("talkd", 12, { on: onSecond, thread: "talkc", kind: "resolve", text: "" }),
          remark("talke", 8, { on: { what: "article" }, text: "Who takes the captions?" }),
        ],
      },
    ],
    places: [],
  };
});

/** With its articles, or before any was imported. */
export const openProject = (isEmpty: boolean): OpenProject => ({
  handle: "gallery",
  path: "/shelf/Harbour",
  project: {
    schemaVersion: 1,
    id: "gallery",
    name: sample.name,
    createdAt: galleryTime,
    tagset: newsAttribution,
    annotators,
    assignments: galleryAssignments,
  },
  annotator,
  readOnly: null,
  articles: isEmpty ? [] : summaries,
  recentArticles: [],
  desk: emptyDesk,
  entities: isEmpty ? [] : sample.entities,
  warnings: [],
  missing: [],
});
