// The sample project: two short news articles of our own, tagged with every kind of attribution, so that a newcomer sees
// in the first minute what the tool is for.
import { recogniseMetadata, titleIn } from "../importers/recognise-metadata.ts";
import type { AnnotationSetJson } from "../model/annotation-set.ts";
import type { Metadata } from "../model/article.ts";
import type { Entity } from "../model/entity.ts";
import type { Id, NewId, Now } from "../model/id.ts";
import type { Origin } from "../model/provenance.ts";
import type { Selector } from "../model/selector.ts";
import { type CastMember, cast, type Who } from "./cast.ts";
import { codQuota, codQuotaText } from "./cod-quota.ts";
import { harbourBridge, harbourBridgeText } from "./harbour-bridge.ts";
import { selectorIn, tagArticle } from "./tag-article.ts";

export interface SampleArticle {
  readonly id: Id;
  /** The name of the file the text is stored as coming from. */
  readonly fileName: string;
  readonly title: string;
  readonly text: string;
  readonly metadata: readonly Metadata[];
  readonly set: AnnotationSetJson;
}

export interface SampleProject {
  readonly name: string;
  readonly entities: readonly Entity[];
  readonly articles: readonly SampleArticle[];
}

interface SampleOptions {
  readonly newId: NewId;
  readonly now: Now;
  /** Who the annotations are said to be by, and how they came to be. */
  readonly annotator: Id;
  readonly origin: Origin;
  /** SHA-256 of a text as UTF-8, in lower-case hexadecimal. */
  readonly hashOf: (text: string) => string;
}

export const sampleName = "Sample project";

/** The sample project, tagged by the given annotator. The same options give the same value. */
export function sampleProject({ newId, now, annotator, origin, hashOf }: SampleOptions): SampleProject {
  const drafts = sources.map((source) => ({ ...source, id: newId() }));
  const entityIds = mapValues(cast, () => newId());
  return {
    name: sampleName,
    entities: Object.entries<CastMember>(cast).map(([who, { anonymity, ...member }]) => ({
      id: entityIds[who as Who],
      ...member,
      ...(anonymity ? { anonymity: { ...anonymity, evidence: evidenceIn(drafts, anonymity.evidence) } } : {}),
    })),
    articles: drafts.map(({ id, fileName, text, tagging }) => {
      const metadata = recogniseMetadata(text);
      const annotationSet = tagArticle(tagging, {
        text,
        articleId: id,
        textHash: hashOf(text),
        annotator,
        origin,
        entityIds,
        newId,
        now,
      });
      return { id, fileName, title: titleIn(text, metadata) ?? fileName, text, metadata, set: annotationSet };
    }),
  };
}

const sources = [
  { fileName: "harbour-bridge.txt", text: harbourBridgeText, tagging: harbourBridge },
  { fileName: "cod-quota.txt", text: codQuotaText, tagging: codQuota },
];

function mapValues<Key extends string, Value>(
  of: Readonly<Record<Key, unknown>>,
  value: () => Value,
): Record<Key, Value> {
  return Object.fromEntries(Object.keys(of).map((key) => [key, value()])) as Record<Key, Value>;
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
