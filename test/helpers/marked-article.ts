// Lets a test be written as the article that it is about:
//
//   markedArticle("{o:speaker|Orban} {s:cue|said} {c:claim|it was over}.", { cards: { k: { voice: ["o"], … } } })
//
// Marks nest. A name that comes again (`{c|…}`) adds a segment to its span. The names are the ids.
import type { CommandContext } from "../../shared/commands/command.ts";
import { type AnnotationSet, type Annotations, setFromJson } from "../../shared/model/annotation-set.ts";
import { type ArticleText, articleTextOf } from "../../shared/model/article-text.ts";
import type { Attribution } from "../../shared/model/attribution.ts";
import type { Entity } from "../../shared/model/entity.ts";
import { deepFreeze } from "../../shared/model/freeze.ts";
import type { Id } from "../../shared/model/id.ts";
import type { Provenance } from "../../shared/model/provenance.ts";
import type { Range } from "../../shared/model/range.ts";
import { joinRanges } from "../../shared/model/range.ts";
import { selectorOf } from "../../shared/model/selector.ts";
import type { Span } from "../../shared/model/span.ts";
import { get, tableOf } from "../../shared/model/table.ts";
import type { InvariantContext } from "../../shared/model/violation.ts";
import { newsAttribution } from "../../shared/tagsets/news-attribution.ts";
import { clock, idSource } from "./sources.ts";

export const articleId = "article";
export const annotatorId = "annotator";
export const textHash = "0".repeat(64);

export const provenance: Provenance = {
  annotator: annotatorId,
  at: "2026-01-01T00:00:00.000Z",
  origin: { by: "human" },
};

export const defaultFields = Object.fromEntries(
  newsAttribution.fields.map((field) => [field.id, field.default]),
);

/** A card with nothing in it. */
export function emptyCard(id: Id): Attribution {
  return {
    id,
    voice: [],
    cue: null,
    claim: null,
    via: [],
    within: null,
    kind: null,
    fields: defaultFields,
    note: "",
    flags: [],
    provenance,
  };
}

/** An entity, a named person unless it is said otherwise. */
export function entity(id: Id, name: string, more: Partial<Entity> = {}): Entity {
  return { id, name, type: "person", naming: "named", aliases: [], ...more };
}

export interface MarkedOptions {
  readonly cards?: Readonly<Record<Id, Partial<Attribution>>>;
  readonly entities?: readonly Entity[];
  /** Which entity a span points to. */
  readonly points?: Readonly<Record<Id, Id>>;
}

export interface MarkedArticle {
  readonly text: ArticleText;
  readonly set: AnnotationSet;
  readonly annotations: Annotations;
  readonly context: CommandContext;
  readonly invariants: InvariantContext;
  /** The span of this name. Throws when there is none. */
  span(name: Id): Span;
  card(name: Id): Attribution;
  /** Where these words stand first. Throws when they do not. */
  range(words: string): Range;
}

/** The article with its spans, cards and entities, frozen, ready for a command. */
export function markedArticle(marked: string, options: MarkedOptions = {}): MarkedArticle {
  const { text: plain, marks } = readMarks(marked);
  const text = articleTextOf(plain);
  const spans = marks.map(
    ({ id, type, ranges }): Span => ({
      id,
      type,
      segments: joinRanges(ranges).map((range) => selectorOf(plain, range)),
      ...(options.points?.[id] === undefined ? {} : { entity: options.points[id] }),
      provenance,
    }),
  );
  const attributions = Object.entries(options.cards ?? {}).map(([id, card]) => ({
    ...emptyCard(id),
    ...card,
  }));
  const set = setFromJson({ articleId, annotatorId, textHash, spans, attributions, exclusions: [] });
  const annotations = deepFreeze({ set, entities: tableOf(options.entities ?? []) });
  return {
    text,
    set,
    annotations,
    context: contextFor(text, annotations),
    invariants: invariantsFor(text),
    span: (name) => required(get(set.spans, name), name),
    card: (name) => required(get(set.attributions, name), name),
    range(words) {
      const start = plain.indexOf(words);
      if (start < 0) throw new RangeError(`The article does not say “${words}”.`);
      return { start, end: start + words.length };
    },
  };
}

/** What a command gets to know in tests. */
export function contextFor(text: ArticleText, annotations: Annotations): CommandContext {
  return {
    annotations,
    text,
    tagset: newsAttribution,
    annotator: annotatorId,
    focus: { span: null, card: null },
    newId: idSource(),
    now: clock(),
  };
}

export function invariantsFor({ text }: ArticleText): InvariantContext {
  return { text, articleId, annotatorIds: [annotatorId], tagset: newsAttribution };
}

function required<T>(value: T | undefined, name: Id): T {
  if (value === undefined) throw new RangeError(`Nothing is called ${name}.`);
  return value;
}

interface Mark {
  readonly id: Id;
  readonly type: string;
  readonly ranges: Range[];
}

function readMarks(marked: string): { text: string; marks: Mark[] } {
  const marks = new Map<Id, Mark>();
  const open: { mark: Mark; start: number }[] = [];
  let text = "";
  for (const [piece, id, type] of marked.matchAll(/\{([a-z]+)(?::([a-z]+))?\||\}|[^{}]+/gu)) {
    if (id !== undefined) {
      const mark = marks.get(id) ?? { id, type: type ?? "", ranges: [] };
      marks.set(id, mark);
      open.push({ mark, start: text.length });
    } else if (piece === "}") {
      const closed = open.pop();
      closed?.mark.ranges.push({ start: closed.start, end: text.length });
    } else text += piece;
  }
  return { text, marks: [...marks.values()] };
}
