// The form of an annotated JSON file: what the exporter writes, the reader checks, and the published JSON Schema is
// generated from. It is the stored records plus what a reader would otherwise have to work out: offsets in code points,
// the kind of each attribution, the source class of each entity.
import { z } from "zod";
import type { Article, Metadata } from "../model/article.ts";
import type { ArticleSet } from "../model/article-set.ts";
import type { Attribution, Kind } from "../model/attribution.ts";
import type { Entity, SourceClass } from "../model/entity.ts";
import type { Exclusion } from "../model/exclusion.ts";
import type { Id } from "../model/id.ts";
import type { Annotator } from "../model/project.ts";
import type { Range } from "../model/range.ts";
import type { OptionalKind, SetRecordsJson } from "../model/record-kinds.ts";
import type { Selector } from "../model/selector.ts";
import type { Span } from "../model/span.ts";
import type { Tagset } from "../model/tagset.ts";
import { limits } from "../schema/limits.ts";
import * as model from "../schema/model.ts";
import { setRecords } from "../schema/record-kinds.ts";
import { formatName, formatVersion } from "./version.ts";

export interface SegmentJson extends Selector {
  readonly codePoints: Range;
}

export interface SpanJson extends Omit<Span, "segments"> {
  readonly segments: readonly SegmentJson[];
}

export interface AttributionJson extends Omit<Attribution, "kind"> {
  readonly kind: Kind | null;
  readonly kindFrom: "quotation-marks" | "annotator";
}

export interface ExclusionJson extends Omit<Exclusion, "segment"> {
  readonly segment: SegmentJson;
}

export interface EntityJson extends Entity {
  readonly sourceClass: SourceClass;
}

export interface MetadataJson extends Metadata {
  readonly codePoints: Range;
  readonly quote: string;
}

/** All but marks and exclusions is as it is stored. */
export interface SetJson extends Pick<SetRecordsJson, OptionalKind> {
  readonly annotator: Id;
  readonly textHash: string;
  readonly spans: readonly SpanJson[];
  readonly attributions: readonly AttributionJson[];
  readonly exclusions: readonly ExclusionJson[];
}

export interface ArticleJson extends Omit<Article, "metadata"> {
  readonly metadata: readonly MetadataJson[];
  readonly text: string;
  readonly sets: readonly SetJson[];
  readonly inSets?: readonly Id[];
}

export interface AnnotatedJson {
  readonly format: typeof formatName;
  readonly version: typeof formatVersion;
  readonly generator: string;
  readonly exportedAt: string;
  readonly offsetUnit: "utf-16-code-units";
  readonly project: { readonly id: Id; readonly name: string };
  readonly annotators: readonly Annotator[];
  readonly tagset: Tagset;
  readonly entities: readonly EntityJson[];
  readonly articleSets?: readonly ArticleSet[];
  readonly articles: readonly ArticleJson[];
}

const kinds = ["direct", "indirect", "mixed"] as const;
const utf16 = "UTF-16 code units into the article's text";

const codePoints: z.ZodType<Range> = z
  .looseObject({ start: model.offset, end: model.offset })
  .describe("The same range counted in Unicode code points, as Python counts.");

const segment: z.ZodType<SegmentJson> = z
  .looseObject({
    start: model.offset.describe(`First character, in ${utf16}.`),
    end: model.offset.describe(`After the last character, in ${utf16}.`),
    codePoints,
    quote: model.text.min(1).describe("The words: the text from start to end."),
    prefix: model.text.describe("What stands before them: up to 32 code points."),
    suffix: model.text.describe("What stands after them: up to 32 code points."),
  })
  .meta({ id: "segment" });

const span: z.ZodType<SpanJson> = z
  .looseObject({
    id: model.id,
    type: model.key.describe("The id of a span type of the tagset."),
    entity: model.id.exactOptional().describe("Who or what a mention refers to."),
    segments: z.array(segment).min(1).describe("In reading order; they neither overlap nor touch."),
    provenance: model.provenance,
  })
  .meta({ id: "span" });

const attribution: z.ZodType<AttributionJson> = z
  .looseObject({
    id: model.id,
    voice: z.array(model.id).describe("Speaker or source spans; none when nobody is named as saying it."),
    cue: model.id.nullable().describe("The span of the words that say that something is said."),
    claim: model.id.nullable().describe("The span of what is said; null only in unfinished work."),
    via: z.array(model.via).describe("Source spans the words came through, each with its role."),
    within: model.id.nullable().describe("The enclosing attribution."),
    about: z
      .array(model.id)
      .max(limits.cardAbout)
      .exactOptional()
      .describe("The entities that the claim is about, each once; absent where nobody has said."),
    kind: z.enum(kinds).nullable().describe("How the claim's words are given; null without a claim."),
    kindFrom: z
      .enum(["quotation-marks", "annotator"])
      .describe("Whether the kind was computed or is the annotator's own judgement."),
    fields: z
      .record(model.key, z.union([model.text, z.boolean(), z.null()]))
      .describe("A value for every field of the tagset; null means not yet said."),
    note: z.string().max(limits.noteLength),
    flags: z.array(model.key),
    provenance: model.provenance,
  })
  .meta({ id: "attribution" });

const exclusion: z.ZodType<ExclusionJson> = z
  .looseObject({ id: model.id, segment, reason: model.text })
  .meta({ id: "exclusion", description: "A stretch of the text left out of the analysis." });

const asStored = {
  waivers: setRecords.waivers.describe("Checks that the annotator let stand, each with a reason."),
  remarks: setRecords.remarks.describe(
    "What the annotator said in threads; a thread goes on in the other sets of the article.",
  ),
  decisions: setRecords.decisions.describe(
    "In a curated set: what was decided on the spans and cards of several annotators.",
  ),
  progress: setRecords.progress.describe(
    "How far the annotator is with the article; its id is the article's.",
  ),
  rejections: setRecords.rejections.describe(
    "Suggestions that the annotator rejected: where, and which pattern is not offered again.",
  ),
  orphans: setRecords.orphans.describe(
    "What lost its place when the text changed: as it was, with the cards that it served.",
  ),
  appearances: setRecords.appearances.describe(
    "In which role an entity appears in the article; it says nothing of one that no span of the set mentions.",
  ),
} satisfies { readonly [Kind in OptionalKind]: z.ZodType };

const annotationSet: z.ZodType<SetJson> = z
  .looseObject({
    annotator: model.id,
    textHash: model.sha256.describe("Hash of the text that the set's offsets belong to."),
    spans: z.array(span).max(limits.annotations),
    attributions: z.array(attribution).max(limits.annotations),
    exclusions: z.array(exclusion).max(limits.annotations),
    ...asStored,
  })
  .meta({ id: "set", description: "One annotator's annotations of the article." });

const metadata: z.ZodType<MetadataJson> = z
  .looseObject({
    field: z.enum(["title", "byline", "publisher", "dateline", "date", "caption", "credit"]),
    start: model.offset,
    end: model.offset,
    codePoints,
    quote: model.text,
  })
  .meta({ id: "metadata", description: "A part of the text that is about the article rather than of it." });

const article: z.ZodType<ArticleJson> = z
  .looseObject({
    id: model.id,
    title: model.text,
    addedAt: model.text,
    textHash: model.sha256.describe("SHA-256 of the text as UTF-8, in lower-case hexadecimal."),
    length: model.offset.describe("Length of the text in UTF-16 code units."),
    metadata: z.array(metadata),
    original: model.original.nullable().describe("The file the text came from; null for pasted text."),
    blocks: z
      .array(model.articleBlock)
      .exactOptional()
      .describe("Headings, list items and the like, where the form of the file told them."),
    about: z
      .array(model.articleFact)
      .exactOptional()
      .describe("What the file or a person said of the article beside its text."),
    tags: model.tags
      .exactOptional()
      .describe("Short labels that the project's people put on the article, each once; absent: none."),
    titleFrom: model.titleFrom
      .exactOptional()
      .describe(
        "Where the title is from; absent: from the text, else the name of the file or the first words.",
      ),
    text: z.string().max(limits.articleLength).describe("The text, every character as it came."),
    sets: z.array(annotationSet).describe("One a person, at most."),
    inSets: z
      .array(model.id)
      .max(limits.articleSets)
      .exactOptional()
      .describe("The sets of articles that held it when the file was written; absent: none."),
  })
  .meta({ id: "article" });

const entity: z.ZodType<EntityJson> = z
  .looseObject({
    id: model.id,
    name: model.text.min(1),
    type: z.enum(["person", "organization", "group", "document", "outlet", "platform"]),
    naming: z.enum(["named", "described", "anonymous"]),
    sourceClass: z
      .enum([
        "named person",
        "named organization",
        "described",
        "anonymous",
        "document",
        "outlet",
        "platform",
      ])
      .describe("What people count sources by: derived from type and naming."),
    aliases: z.array(model.text),
    role: model.text.exactOptional(),
    affiliation: model.text.exactOptional(),
    anonymity: model.anonymity.exactOptional(),
    externalId: model.text.exactOptional(),
    fields: model.entityValues
      .exactOptional()
      .describe("What was entered in the tagset's fields for entities (`entityFields`), by their ids."),
    mergedInto: model.id
      .exactOptional()
      .describe("The entity that this one turned out to be: its mentions count as that one's."),
  })
  .meta({ id: "entity" });

export const annotatedJson: z.ZodType<AnnotatedJson> = z
  .looseObject({
    format: z.literal(formatName),
    version: z.literal(formatVersion),
    generator: model.text.describe("The program that wrote the file, with its version."),
    exportedAt: model.text.describe("ISO 8601, UTC."),
    offsetUnit: z
      .literal("utf-16-code-units")
      .describe("What every start and end outside codePoints counts."),
    project: z.looseObject({ id: model.id, name: model.text.min(1) }),
    annotators: z.array(model.annotator),
    tagset: model.tagset,
    entities: z.array(entity).describe("Those that the sets refer to."),
    articleSets: z
      .array(model.articleSet)
      .max(limits.articleSets)
      .exactOptional()
      .describe("Sets of articles under a name, those that hold any of the file; absent: none."),
    articles: z.array(article),
  })
  .describe("Articles with who says what in them, as annotated in Sayso. See docs/format.md.");

/** The published JSON Schema (draft 2020-12), as the text of its file. */
export function annotatedJsonSchema(): string {
  const schema = z.toJSONSchema(annotatedJson, { io: "input", unrepresentable: "throw" });
  return `${JSON.stringify({ title: "Sayso annotated JSON", ...schema }, null, 2)}\n`;
}
