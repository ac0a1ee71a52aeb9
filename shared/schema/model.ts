// The schemas of the model's records, for wherever they are stored or sent: the door checks calls with them, storage checks
// files with them, and the published JSON Schema is generated from them. Stored records are loose: unknown fields of a later
// version are kept and written back.
import { z } from "zod";
import { type Appearance, appearanceRoles } from "../model/appearance.ts";
import {
  type Article,
  type ArticleBlock,
  type ArticleFact,
  articleFacts,
  factOrigins,
  type Metadata,
  type Original,
} from "../model/article.ts";
import type { AboutChange, ArticleAbout } from "../model/article-about.ts";
import { type ArticleFilter, filterWork } from "../model/article-filter.ts";
import type { ArticleSet, ArticleSetsChange, SharedFilter } from "../model/article-set.ts";
import type { Assignment, AssignmentsChange } from "../model/assignment.ts";
import type { Attribution, Via } from "../model/attribution.ts";
import type { Whose } from "../model/curation.ts";
import { type Decision, decisionWays } from "../model/decision.ts";
import { type Anonymity, type Entity, type EntityValue, entityTypes, namings } from "../model/entity.ts";
import type { EntityPutAway } from "../model/entity-put-away.ts";
import type { Exclusion } from "../model/exclusion.ts";
import { isId } from "../model/id.ts";
import { type Orphan, type OrphanedRecord, orphanReasons } from "../model/orphan.ts";
import { articleStates, type Progress } from "../model/progress.ts";
import type { Annotator, Project } from "../model/project.ts";
import type { Origin, Provenance } from "../model/provenance.ts";
import type { Rejection, SuggestionPattern } from "../model/rejection.ts";
import { type Remark, type RemarkSubject, remarkKinds } from "../model/remark.ts";
import type { Selector } from "../model/selector.ts";
import type { Span } from "../model/span.ts";
import type { ArticlesChange, StepNote, TagsetChange } from "../model/step.ts";
import type { CardField, Choice, EntityField, Slot, SpanType, Tagset } from "../model/tagset.ts";
import type { TagsetMoves } from "../model/tagset-moves.ts";
import type { Waiver } from "../model/waiver.ts";
import { limits } from "./limits.ts";

export const id = z
  .string()
  .refine(isId, { error: "is not an id of ours (lower-case letters and 2 to 7, at most 32)" })
  .meta({ pattern: "^[a-z2-7]{1,32}$" });
export const text = z.string().max(limits.stringLength);
export const key = z.string().min(1).max(limits.keyLength);
export const offset = z.number().int().min(0).max(limits.articleLength);
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const entityType = z.enum(entityTypes);
const colour = z.string().regex(/^#[0-9a-f]{6}$/);

export const selector: z.ZodType<Selector> = z.looseObject({
  start: offset,
  end: offset,
  quote: text.min(1),
  prefix: text,
  suffix: text,
});

const origin: z.ZodType<Origin> = z.discriminatedUnion("by", [
  z.looseObject({ by: z.literal("human") }),
  z.looseObject({
    by: z.literal("suggested"),
    rule: key,
    reason: text,
    confidence: z.number().min(0).max(1).exactOptional(),
    model: key.exactOptional(),
  }),
  z.looseObject({ by: z.literal("imported"), from: text }),
  z.looseObject({ by: z.literal("curated"), parents: z.array(id) }),
]);

export const provenance: z.ZodType<Provenance> = z.looseObject({
  annotator: id,
  at: text,
  origin,
  editedAt: text.exactOptional(),
});

export const span: z.ZodType<Span> = z.looseObject({
  id,
  type: key,
  segments: z.array(selector).min(1),
  entity: id.exactOptional(),
  provenance,
});

export const via: z.ZodType<Via> = z.looseObject({ span: id, role: key });

export const attribution: z.ZodType<Attribution> = z.looseObject({
  id,
  voice: z.array(id),
  cue: id.nullable(),
  claim: id.nullable(),
  via: z.array(via),
  within: id.nullable(),
  about: z.array(id).max(limits.cardAbout).exactOptional(),
  kind: z.enum(["direct", "indirect", "mixed"]).nullable(),
  fields: z.record(key, z.union([text, z.boolean(), z.null()])),
  note: z.string().max(limits.noteLength),
  flags: z.array(key),
  provenance,
});

export const appearance: z.ZodType<Appearance> = z.looseObject({
  id,
  entity: id,
  role: z.enum(appearanceRoles),
});

export const waiver: z.ZodType<Waiver> = z.looseObject({ id, check: key, on: id, reason: text, provenance });

const remarkSubject: z.ZodType<RemarkSubject> = z.discriminatedUnion("what", [
  z.looseObject({ what: z.literal("article") }),
  z.looseObject({ what: z.enum(["span", "card"]), id, quote: text }),
  z.looseObject({
    what: z.literal("conflict"),
    members: z.array(id).min(1).max(limits.remarkMentions),
    quote: text,
  }),
]);

export const remark: z.ZodType<Remark> = z.looseObject({
  id,
  thread: id,
  after: id.exactOptional(),
  on: remarkSubject,
  kind: z.enum(remarkKinds),
  text: z.string().max(limits.noteLength),
  mentions: z.array(id).max(limits.remarkMentions),
  provenance,
});

const aspect = z.string().max(limits.keyLength + 8);

export const decision: z.ZodType<Decision> = z.looseObject({
  id,
  about: z.enum(["span", "card"]),
  of: z.enum(["exclusion", "appearance"]).exactOptional(),
  members: z.array(z.looseObject({ annotator: id, unit: id.nullable() })).max(limits.annotators),
  place: z.looseObject({ start: offset, end: offset }).nullable(),
  aspects: z.array(aspect),
  parts: z
    .array(z.looseObject({ units: z.array(id.nullable()).max(limits.annotators), aspects: z.array(aspect) }))
    .exactOptional(),
  how: z.enum(decisionWays),
  taken: id.nullable(),
  made: z.array(id),
  reason: text,
  provenance,
});

export const progress: z.ZodType<Progress> = z.looseObject({
  id,
  state: z.enum(articleStates).nullable(),
  note: z.string().max(limits.noteLength),
});

const suggestionPattern: z.ZodType<SuggestionPattern> = z.looseObject({ rule: key, cue: key, shape: key });

export const rejection: z.ZodType<Rejection> = z.looseObject({
  id,
  segment: selector,
  pattern: suggestionPattern.nullable(),
  provenance,
});

export const exclusion: z.ZodType<Exclusion> = z.looseObject({ id, segment: selector, reason: text });

const orphanedRecord: z.ZodType<OrphanedRecord> = z.discriminatedUnion("kind", [
  z.looseObject({ kind: z.literal("span"), record: span }),
  z.looseObject({ kind: z.literal("exclusion"), record: exclusion }),
  z.looseObject({ kind: z.literal("rejection"), record: rejection }),
]);

export const orphan: z.ZodType<Orphan> = z.looseObject({
  id,
  was: orphanedRecord,
  textHash: sha256,
  why: z.enum(orphanReasons),
  uses: z
    .array(
      z.looseObject({
        card: id,
        slot: z.enum(["voice", "cue", "claim", "via"]),
        role: key.exactOptional(),
        at: z.number().int().min(0),
      }),
    )
    .max(limits.annotations),
  near: offset,
  proposals: z
    .array(
      z.looseObject({
        segments: z.array(z.looseObject({ start: offset, end: offset })).min(1),
        confidence: z.number().min(0).max(1),
      }),
    )
    .max(limits.orphanProposals),
  aside: z.literal(true).exactOptional(),
});

export const anonymity: z.ZodType<Anonymity> = z.looseObject({
  terms: text,
  reason: text,
  evidence: z.looseObject({ article: id, segment: selector }).exactOptional(),
});

const entityValue: z.ZodType<EntityValue> = z.union([
  z.looseObject({ value: z.union([text, z.number()]), provenance }),
  z.looseObject({ declined: z.literal(true), provenance }),
]);
export const entityValues: z.ZodType<Readonly<Record<string, EntityValue>>> = z.record(key, entityValue);

export const entity: z.ZodType<Entity> = z.looseObject({
  id,
  name: text.min(1),
  type: entityType,
  naming: z.enum(namings),
  aliases: z.array(text),
  role: text.exactOptional(),
  affiliation: text.exactOptional(),
  anonymity: anonymity.exactOptional(),
  externalId: text.exactOptional(),
  fields: entityValues.exactOptional(),
  mergedInto: id.exactOptional(),
});

const choice: z.ZodType<Choice> = z.looseObject({ id: key, name: text, description: text.exactOptional() });
const spanType: z.ZodType<SpanType> = z.looseObject({
  id: key,
  name: text,
  description: text,
  key: z.string().min(1).max(8),
  form: z.enum(["ground", "underline", "double", "dotted", "dashed", "wavy"]),
  colour: z.looseObject({ light: colour, dark: colour, highContrast: colour }),
  snap: z.enum(["words", "quotation"]),
  refersToEntity: z.boolean(),
  newEntityType: entityType.exactOptional(),
});
const slot: z.ZodType<Slot> = z.looseObject({
  id: z.enum(["voice", "cue", "claim", "via"]),
  name: text,
  accepts: z.array(key),
});
const cardFieldBase = {
  id: key,
  name: text,
  description: text,
  required: z.boolean().exactOptional(),
  when: z.looseObject({ field: key, is: z.array(z.union([key, z.boolean()])) }).exactOptional(),
};
const cardField: z.ZodType<CardField> = z.discriminatedUnion("input", [
  z.looseObject({
    ...cardFieldBase,
    input: z.literal("choice"),
    choices: z.array(choice).min(1),
    default: key.nullable(),
  }),
  z.looseObject({ ...cardFieldBase, input: z.literal("switch"), default: z.boolean() }),
]);
const entityFieldBase = { id: key, name: text };
const entityField: z.ZodType<EntityField> = z.discriminatedUnion("kind", [
  z.looseObject({ ...entityFieldBase, kind: z.enum(["text", "number", "date"]) }),
  z.looseObject({ ...entityFieldBase, kind: z.literal("choice"), choices: z.array(choice).min(1) }),
]);
export const tagset: z.ZodType<Tagset> = z.looseObject({
  id: key,
  name: text,
  spanTypes: z.array(spanType).min(1),
  slots: z.array(slot),
  viaRoles: z.array(choice),
  fields: z.array(cardField),
  flags: z.array(choice),
  guideline: z
    .array(z.looseObject({ id: key, title: text.min(1), text: z.string().max(limits.noteLength) }))
    .max(limits.guidelinePages)
    .exactOptional(),
  checksOff: z.array(key).exactOptional(),
  ownCues: z.array(key).max(limits.ownWords).exactOptional(),
  ownNames: z.array(key).max(limits.ownWords).exactOptional(),
  articleLanguage: key.exactOptional(),
  entityFields: z.array(entityField).max(limits.entityFields).exactOptional(),
});

export const annotator: z.ZodType<Annotator> = z.looseObject({
  id,
  name: text.min(1),
  kind: z.literal("curation").exactOptional(),
  decidedElsewhere: z.literal(true).exactOptional(),
  sameAs: id.exactOptional(),
  notSameAs: z.array(id).max(limits.annotators).exactOptional(),
});

export const assignment: z.ZodType<Assignment> = z.looseObject({
  article: id,
  annotator: id,
  at: text,
  by: id,
  seed: text.exactOptional(),
});

export const assignmentsChange: z.ZodType<AssignmentsChange> = z.strictObject({
  added: z.array(assignment).max(limits.annotations),
  removed: z.array(assignment).max(limits.annotations),
});

const day = z.string().regex(/^\d{4}(?:-\d{2}){0,2}$/u);
const someOf = z.array(z.string().max(limits.factLength)).max(limits.annotators);

/** What a filter of articles asks, condition by condition. */
export const filterConditions: { readonly [Name in keyof ArticleFilter]: z.ZodType<ArticleFilter[Name]> } = {
  words: z.string().max(limits.factLength),
  states: z.array(z.enum(articleStates)),
  work: z.array(z.enum(filterWork)),
  assigned: someOf,
  annotated: someOf,
  publishers: someOf,
  tags: someOf,
  from: day.nullable(),
  to: day.nullable(),
  gaps: z.enum(["some", "none"]).nullable(),
  note: z.boolean().nullable(),
  articles: z.array(id).max(limits.stepParts),
};

/** A condition of a later version would make the set another one, and is refused. */
export const sharedFilter: z.ZodType<SharedFilter> = z.strictObject({
  words: filterConditions.words.exactOptional(),
  work: filterConditions.work.exactOptional(),
  assigned: filterConditions.assigned.exactOptional(),
  annotated: filterConditions.annotated.exactOptional(),
  publishers: filterConditions.publishers.exactOptional(),
  tags: filterConditions.tags.exactOptional(),
  from: filterConditions.from.exactOptional(),
  to: filterConditions.to.exactOptional(),
  articles: filterConditions.articles.exactOptional(),
});

export const articleSet: z.ZodType<ArticleSet> = z.looseObject({
  id,
  name: z.string().trim().min(1).max(limits.setNameLength),
  filter: sharedFilter,
});

export const articleSetsChange: z.ZodType<ArticleSetsChange> = z.strictObject({
  added: z.array(articleSet).max(limits.articleSets),
  updated: z.array(z.strictObject({ from: articleSet, to: articleSet })).max(limits.articleSets),
  removed: z.array(articleSet).max(limits.articleSets),
});

export const articlesChange: z.ZodType<ArticlesChange> = z.strictObject({
  back: z.array(id).max(limits.stepParts),
  away: z.array(id).max(limits.stepParts),
});

export const project: z.ZodType<Project> = z.looseObject({
  schemaVersion: z.number().int().min(1),
  id,
  name: text.min(1),
  createdAt: text,
  tagset,
  annotators: z.array(annotator),
  assignments: z.array(assignment).max(limits.annotations).exactOptional(),
  // Two projects that are joined may have more than one may make.
  articleSets: z.array(articleSet).max(limits.annotations).exactOptional(),
});

export const metadata: z.ZodType<Metadata> = z.looseObject({
  start: offset,
  end: offset,
  field: z.enum(["title", "byline", "publisher", "dateline", "date", "caption", "credit"]),
});

export const original: z.ZodType<Original> = z.looseObject({
  fileName: text,
  storedAs: z.string().regex(/^original(\.[a-z0-9]{1,8})?$/),
  byteLength: z.number().int().min(0),
  sha256,
  encoding: z.enum(["utf-8", "utf-16le", "utf-16be"]),
  charset: key.exactOptional(),
  revision: id.exactOptional(),
});

export const articleBlock: z.ZodType<ArticleBlock> = z.looseObject({
  start: offset,
  end: offset,
  kind: z.enum(["heading", "list-item", "quote", "caption", "row", "preformatted"]),
  level: z.number().int().min(1).max(6).exactOptional(),
});

const factOrigin = z.enum(factOrigins);

export const articleFact: z.ZodType<ArticleFact> = z.looseObject({
  field: z.enum(articleFacts),
  value: text,
  from: z.enum(["file", "person"]),
  found: factOrigin.exactOptional(),
});

export const tags: z.ZodType<readonly string[]> = z.array(text.min(1));

export const titleFrom = z.enum([...factOrigins, "person"]);

export const article: z.ZodType<Article> = z.looseObject({
  id,
  title: text,
  addedAt: text,
  textHash: sha256,
  length: offset,
  metadata: z.array(metadata),
  original: original.nullable(),
  blocks: z.array(articleBlock).exactOptional(),
  about: z.array(articleFact).exactOptional(),
  tags: tags.exactOptional(),
  titleFrom: titleFrom.exactOptional(),
  revision: id.exactOptional(),
  textRevision: id.exactOptional(),
});

const articleAbout: z.ZodType<ArticleAbout> = z.strictObject({
  title: text,
  titleFrom: titleFrom.exactOptional(),
  about: z.array(articleFact).max(limits.articleFacts),
  tags: tags.exactOptional(),
});

export const aboutChange: z.ZodType<AboutChange> = z.strictObject({
  article: id,
  from: articleAbout,
  to: articleAbout,
});

/** Absent: one's own set. */
export const whose: z.ZodType<Whose> = z.literal("curation");

export const entityPutAway: z.ZodType<EntityPutAway> = z.looseObject({
  entities: z.tuple([entity], entity),
  links: z.array(z.looseObject({ article: id, whose: whose.exactOptional(), span: id, entity: id })),
  about: z
    .array(z.looseObject({ article: id, whose: whose.exactOptional(), card: id, entity: id }))
    .exactOptional(),
  putAwayAt: text,
  by: text,
});

const moves = z.record(key, key.nullable());
export const tagsetMoves: z.ZodType<TagsetMoves> = z.strictObject({
  types: moves,
  roles: z.record(key, key),
  values: z.record(key, moves),
  flags: moves,
});

export const tagsetChange: z.ZodType<TagsetChange> = z.strictObject({ from: tagset, to: tagset });

export const stepNote: z.ZodType<StepNote> = z.looseObject({
  command: key,
  at: text,
  undoes: id.exactOptional(),
  redoes: id.exactOptional(),
  by: id.exactOptional(),
});
