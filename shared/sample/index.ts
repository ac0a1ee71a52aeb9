// The sample project: twelve short news articles of our own from six weeks of two stories, all tagged, so that a newcomer sees in the first
// minute what the tool is for. The first two show every kind of attribution; with the others there is something to count.
import { recogniseMetadata, titleIn } from "../importers/recognise-metadata.ts";
import type { AnnotationSetJson } from "../model/annotation-set.ts";
import type { Metadata } from "../model/article.ts";
import type { ArticleSet } from "../model/article-set.ts";
import type { Entity, EntityValue } from "../model/entity.ts";
import type { Id, NewId, Now } from "../model/id.ts";
import type { Origin } from "../model/provenance.ts";
import type { Selector } from "../model/selector.ts";
import type { Tagset } from "../model/tagset.ts";
import { newsAttribution } from "../tagsets/news-attribution.ts";
import { bridgeYear } from "./bridge-year.ts";
import { type CastMember, cast, sampleEntityFields, type Who } from "./cast.ts";
import { codQuota } from "./cod-quota.ts";
import { codSeason } from "./cod-season.ts";
import { harbourBridge } from "./harbour-bridge.ts";
import { type SampleSource, selectorIn, tagArticle } from "./tag-article.ts";

export interface SampleArticle {
  readonly id: Id;
  /** The name of the file the text is stored as coming from. */
  readonly fileName: string;
  readonly title: string;
  readonly text: string;
  readonly metadata: readonly Metadata[];
  /** Tags of the article itself. */
  readonly tags: readonly string[];
  readonly set: AnnotationSetJson;
}

export interface SampleProject {
  readonly name: string;
  /** Ours, with the fields that the project has for its entities. */
  readonly tagset: Tagset;
  readonly entities: readonly Entity[];
  readonly articles: readonly SampleArticle[];
  readonly articleSets: readonly ArticleSet[];
}

interface SampleOptions {
  readonly newId: NewId;
  readonly now: Now;
  /** Who the annotations are said to be by, and how they came to be. */
  readonly annotator: Id;
  readonly origin: Origin;
  /** SHA-256 of a text as UTF-8, in lower-case hexadecimal. */
  readonly hashOf: (text: string) => string;
  /** Only so many articles, the first ones, and whom they mention; absent: all. */
  readonly articles?: number;
}

export const sampleName = "Sample project";

const sources: readonly SampleSource<Who>[] = [harbourBridge, codQuota, ...bridgeYear, ...codSeason];

/** Named lists of the articles on each story, by their tags. */
const stories = [
  { name: "The bridge", tag: "bridge" },
  { name: "Fishing", tag: "fishing" },
];

/** The sample project, tagged by the given annotator. The same options give the same value. */
export function sampleProject({ articles: count, ...options }: SampleOptions): SampleProject {
  const { newId, now, annotator, origin, hashOf } = options;
  const drafts = sources.slice(0, count).map((source) => ({ ...source, id: newId() }));
  const members = membersIn(drafts);
  const entityIds = Object.fromEntries(members.map(([who]) => [who, newId()])) as Record<Who, Id>;
  const articles = drafts.map(({ id, fileName, text, tags, tagging }) => {
    const metadata = recogniseMetadata(text);
    const textHash = hashOf(text);
    const annotationSet = tagArticle(tagging, {
      ...{ text, articleId: id, textHash, annotator, origin, entityIds, newId, now },
    });
    return {
      id,
      fileName,
      title: titleIn(text, metadata) ?? fileName,
      text,
      metadata,
      tags,
      set: annotationSet,
    };
  });
  return {
    name: sampleName,
    tagset: { ...newsAttribution, entityFields: sampleEntityFields },
    entities: members.map(([who, { anonymity, answers, ...member }]) => ({
      id: entityIds[who],
      ...member,
      ...(anonymity ? { anonymity: { ...anonymity, evidence: evidenceIn(drafts, anonymity.evidence) } } : {}),
      ...(answers ? { fields: enteredBy(answers, options) } : {}),
    })),
    articles,
    articleSets: stories.map(({ name, tag }) => ({ id: newId(), name, filter: { tags: [tag] } })),
  };
}

/** Those whom the articles mention or have claims about, in the order of the cast. */
function membersIn(articles: readonly SampleSource<Who>[]): readonly (readonly [Who, CastMember])[] {
  const cards = articles.flatMap(({ tagging }) => tagging.cards);
  const mentioned = new Set(
    cards.flatMap(({ voice = [], via = [], about = [] }) => [
      ...[...voice, ...via.map(({ mention }) => mention)].map(({ who }) => who),
      ...about,
    ]),
  );
  const members = Object.entries<CastMember>(cast) as [Who, CastMember][];
  return members.filter(([who]) => mentioned.has(who));
}

function enteredBy(
  answers: NonNullable<CastMember["answers"]>,
  { annotator, now, origin }: Pick<SampleOptions, "annotator" | "now" | "origin">,
): Record<string, EntityValue> {
  const provenance = { annotator, at: now(), origin };
  return Object.fromEntries(
    Object.entries(answers).map(([field, answer]) => [field, { ...answer, provenance }]),
  );
}

/** Where the articles say so. */
function evidenceIn(
  drafts: readonly { readonly id: Id; readonly text: string }[],
  words: string,
): { article: Id; segment: Selector } {
  const draft = drafts.find(({ text }) => text.includes(words));
  if (!draft) throw new RangeError(`No article of the sample says “${words}”.`);
  return { article: draft.id, segment: selectorIn(draft.text, words) };
}
