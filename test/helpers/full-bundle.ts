// The sample project with something in every field of the model, also in those that few articles have.
import type { ExportBundle } from "../../shared/annotated-json/bundle.ts";
import type { AnnotationSetJson } from "../../shared/model/annotation-set.ts";
import { appearanceId } from "../../shared/model/appearance.ts";
import { type Article, articleFacts } from "../../shared/model/article.ts";
import type { Entity } from "../../shared/model/entity.ts";
import type { Provenance } from "../../shared/model/provenance.ts";
import { sampleBundle } from "./bundles.ts";
import { entityFields } from "./entity-fields.ts";

const at = "2026-01-02T00:00:00.000Z";

/** Every mention is of the first entity of its article or of one that was merged into it, of whom all is known. */
export function fullBundle(bundle: ExportBundle = sampleBundle()): ExportBundle {
  return {
    ...bundle,
    tagset: { ...bundle.tagset, entityFields },
    entities: [
      ...bundle.entities.map((entity) => withAll(entity, bundle)),
      ...bundle.entities.slice(0, 1).map((entity) => ({
        ...withAll(entity, bundle),
        ...{ id: `${entity.id}a`, name: "Once", mergedInto: entity.id },
      })),
    ],
    articleSets: [
      {
        ...{ id: "vote", name: "The vote" },
        filter: {
          words: "vote",
          work: ["done"],
          assigned: ["nobody"],
          annotated: ["nobody"],
          publishers: ["Tide"],
          tags: ["Election"],
          from: "2025",
          to: "2026",
          articles: bundle.articles.map(({ article }) => article.id),
        },
      },
    ],
    articles: bundle.articles.map(({ article, text, sets }) => ({
      article: withFacts(article),
      text,
      inSets: ["vote"],
      sets: sets.map((set) => withEverything(set, bundle.entities[0]?.id ?? "")),
    })),
  };
}

function withAll(entity: Entity, bundle: ExportBundle): Entity {
  const [first] = bundle.articles;
  const span = first?.sets[0]?.spans[0]?.segments[0];
  return {
    ...entity,
    naming: "anonymous",
    aliases: ["Another Name"],
    role: "spokeswoman of the ministry",
    affiliation: "Ministry of Bridges",
    externalId: "Q42",
    fields: {
      gender: { value: "woman", provenance: { ...enteredBy(bundle), editedAt: at } },
      age: { value: 61, provenance: enteredBy(bundle) },
      party: { declined: true, provenance: enteredBy(bundle) },
    },
    anonymity: {
      terms: "on the condition of anonymity",
      reason: "to speak freely",
      ...(first && span && { evidence: { article: first.article.id, segment: span } }),
    },
  };
}

const enteredBy = ({ annotators }: ExportBundle): Provenance => ({
  annotator: annotators[0]?.id ?? "",
  at,
  origin: { by: "human" },
});

const withFacts = (article: Article): Article => ({
  ...article,
  metadata: article.metadata.length > 0 ? article.metadata : [{ start: 0, end: 4, field: "byline" }],
  original: {
    ...{ fileName: "bridge.html", storedAs: "original.html", byteLength: 10, sha256: article.textHash },
    ...{ encoding: "utf-8", charset: "windows-1252", revision: "r" },
  },
  blocks: [{ start: 0, end: 4, kind: "heading", level: 1 }],
  about: articleFacts.map((field) => ({
    field,
    value: `the ${field} of it`,
    from: "file" as const,
    found: "page" as const,
  })),
  tags: ["Election", "election night"],
  titleFrom: "page",
  revision: "r",
  textRevision: "r",
});

function withEverything(set: AnnotationSetJson, entity: string): AnnotationSetJson {
  const [span, ...spans] = set.spans;
  const [card, ...cards] = set.attributions;
  if (!span || !card) return set;
  const provenance: Provenance = { ...span.provenance, editedAt: at };
  const { start, end } = span.segments[0] ?? { start: 0, end: 1 };
  const segment = span.segments[0] ?? { start, end, quote: "", prefix: "", suffix: "" };
  const merged = set.spans.findIndex((one) => one.entity === entity);
  return {
    ...set,
    spans: [
      { ...span, provenance },
      ...spans.map((one, index) => (index + 1 === merged ? { ...one, entity: `${entity}a` } : one)),
    ],
    attributions: [
      {
        ...card,
        via: [{ span: span.id, role: "quoting" }],
        within: cards[0]?.id ?? null,
        kind: "mixed",
        about: [set.spans.find((one) => one.entity !== undefined)?.entity ?? entity],
        note: "Look **again**.",
        flags: ["discuss"],
        provenance,
      },
      ...cards,
    ],
    exclusions: [{ id: "exclusion", segment, reason: "an advertisement" }],
    waivers: [{ id: "waiver", check: "unnamed", on: span.id, reason: "it is fine", provenance }],
    remarks: [
      {
        ...{ id: "remark", thread: "remark", after: "remark", kind: "remark", text: "Why?" },
        on: { what: "span", id: span.id, quote: "a" },
        mentions: [set.annotatorId],
        provenance,
      },
      {
        ...{ id: "remark2", thread: "remark2", kind: "resolve", text: "So.", mentions: [] },
        on: { what: "conflict", members: [span.id], quote: "a" },
        provenance,
      },
    ],
    decisions: [
      {
        ...{ id: "decision", about: "span", aspects: ["type"], how: "taken", reason: "as agreed" },
        members: [{ annotator: set.annotatorId, unit: span.id }],
        of: "exclusion",
        parts: [{ units: [span.id], aspects: ["edges"] }],
        place: { start, end },
        taken: span.id,
        made: [span.id],
        provenance,
      } as never,
    ],
    progress: { id: set.articleId, state: "done", note: "all read" } as never,
    appearances: [{ id: appearanceId(entity), entity, role: "official" }],
    rejections: [{ id: "rejection", segment, pattern: { rule: "r", cue: "say", shape: "s" }, provenance }],
    orphans: [
      {
        ...{ id: "orphan", why: "gone", near: start, textHash: set.textHash, aside: true },
        was: { kind: "span", record: { ...span, id: "orphaned" } },
        uses: [{ card: card.id, slot: "via", role: "quoting", at: 0 }],
        proposals: [{ segments: [{ start, end }], confidence: 0.5 }],
      } as never,
    ],
  };
}
