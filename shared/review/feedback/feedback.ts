// Feedback on an annotator's work from the curation: what was kept, changed, taken out and added, each with the words it is about and the
// reason given. What nobody has decided yet is counted and says nothing.
import { type AnnotationSet, type AnnotationSetJson, setFromJson } from "../../model/annotation-set.ts";
import { type ArticleText, articleTextOf } from "../../model/article-text.ts";
import { type Decision, isSettled } from "../../model/decision.ts";
import { type Entity, entityBehind } from "../../model/entity.ts";
import type { Id } from "../../model/id.ts";
import type { Range } from "../../model/range.ts";
import { shortened } from "../../model/shortened.ts";
import { spanText } from "../../model/span.ts";
import { get, records, type Table, tableOf } from "../../model/table.ts";
import type { Tagset } from "../../model/tagset.ts";
import { finish } from "../../model/work.ts";
import { message, type Text } from "../../words/message.ts";
import { choiceName, typeName } from "../../words/tagset-words.ts";
import { compareSets } from "../compare.ts";
import type { ComparedGroup } from "../comparison.ts";
import { type Aspect, aspects, type Difference } from "../difference.ts";

export interface FeedbackInput {
  readonly annotator: { readonly id: Id; readonly name: string };
  /** Whoever decided, by id. */
  readonly people: readonly { readonly id: Id; readonly name: string }[];
  /** Those of which both sets are there. */
  readonly articles: readonly {
    readonly id: Id;
    readonly title: string;
    readonly text: string;
    readonly own: AnnotationSetJson;
    readonly curated: AnnotationSetJson;
  }[];
  readonly entities: readonly Entity[];
  readonly tagset: Tagset;
}

/** One thing that the curation has otherwise. */
interface FeedbackChange {
  readonly aspect: Aspect;
  readonly field?: string;
  readonly theirs: Text;
  readonly curated: Text;
}

export interface FeedbackItem {
  readonly what: "changed" | "removed" | "added";
  readonly of: "span" | "card";
  /** Span type; `null` for a card. */
  readonly type: string | null;
  readonly quote: string;
  /** What stands before and after it. */
  readonly around: readonly [before: string, after: string];
  readonly changes: readonly FeedbackChange[];
  /** Empty where none was given. */
  readonly reason: string;
  /** Who decided, and when (ISO 8601); `null` where no decision says so. */
  readonly decided: { readonly by: string; readonly at: string } | null;
}

export interface FeedbackCounts {
  readonly kept: number;
  readonly changed: number;
  readonly removed: number;
  readonly added: number;
  /** Of theirs: not decided yet. */
  readonly open: number;
}

export interface FeedbackArticle {
  readonly title: string;
  readonly counts: FeedbackCounts;
  /** In reading order. */
  readonly items: readonly FeedbackItem[];
}

export interface Feedback {
  readonly annotator: string;
  readonly counts: FeedbackCounts;
  /** What was changed, by kind, the most frequent first. */
  readonly kinds: readonly { readonly aspect: Aspect; readonly field?: string; readonly count: number }[];
  readonly articles: readonly FeedbackArticle[];
  readonly tagset: Tagset;
}

const nothingYet: FeedbackCounts = { kept: 0, changed: 0, removed: 0, added: 0, open: 0 };

export function feedbackFor(input: FeedbackInput): Feedback {
  const articles = input.articles.map((article) => feedbackOn(article, input));
  const kinds = new Map<string, { aspect: Aspect; field?: string; count: number }>();
  for (const { items } of articles)
    for (const { changes } of items)
      for (const { aspect, field } of changes) {
        const key = `${aspect} ${field ?? ""}`;
        const kindCount = kinds.get(key) ?? { aspect, ...(field !== undefined && { field }), count: 0 };
        kinds.set(key, { ...kindCount, count: kindCount.count + 1 });
      }
  return {
    annotator: input.annotator.name,
    counts: articles.reduce((sum, { counts }) => added(sum, counts), nothingYet),
    kinds: [...kinds.values()].sort(
      (a, b) => b.count - a.count || aspects.indexOf(a.aspect) - aspects.indexOf(b.aspect),
    ),
    articles,
    tagset: input.tagset,
  };
}

const added = (a: FeedbackCounts, b: FeedbackCounts): FeedbackCounts => ({
  kept: a.kept + b.kept,
  changed: a.changed + b.changed,
  removed: a.removed + b.removed,
  added: a.added + b.added,
  open: a.open + b.open,
});

function feedbackOn(
  { title, text, own, curated }: FeedbackInput["articles"][number],
  { annotator, people, entities: registry, tagset }: FeedbackInput,
): FeedbackArticle {
  const entities = tableOf(registry);
  const article = articleTextOf(text);
  const sets = [setFromJson(own), setFromJson(curated)] as const;
  const { groups } = finish(
    compareSets(
      sets.map((set) => ({ set, entities })),
      { article, tagset, policies: [] },
    ),
  );
  const decisionOn = decisionsIn(sets[1], annotator.id);
  const nameOf = (id: Id): string => people.find((person) => person.id === id)?.name ?? id;
  let counts = nothingYet;
  const items: FeedbackItem[] = [];
  for (const group of groups) {
    const [theirs = null, made = null] = group.members;
    const decision = decisionOn(group.kind, theirs, made);
    const what = outcomeOf(group, decision);
    counts = { ...counts, [what]: counts[what] + 1 };
    if (what === "kept" || what === "open") continue;
    const changes = what === "changed" ? changesIn(group, sets, { article, entities, tagset }) : [];
    items.push({
      what,
      of: group.kind,
      ...shownOf(group, what === "added" ? sets[1] : sets[0], what === "added" ? made : theirs, article),
      changes,
      reason: decision?.reason ?? "",
      decided: decision ? { by: nameOf(decision.provenance.annotator), at: decision.provenance.at } : null,
    });
  }
  return { title, counts, items };
}

function outcomeOf(group: ComparedGroup, decision: Decision | null): keyof FeedbackCounts {
  const [theirs = null, made = null] = group.members;
  if (theirs === null) return "added";
  if (made === null) return decision && isSettled(decision) ? "removed" : "open";
  return group.differences.length === 0 ? "kept" : "changed";
}

/** By what somebody had, or by what was made of it; the later one where something was decided twice. */
function decisionsIn(curated: AnnotationSet, annotator: Id) {
  const had = new Map<string, Decision>();
  const decisionByMadeUnit = new Map<string, Decision>();
  const keepLatest = (table: Map<string, Decision>, key: string, decision: Decision): void => {
    const earlierDecision = table.get(key);
    if (!earlierDecision || earlierDecision.provenance.at <= decision.provenance.at) table.set(key, decision);
  };
  for (const decision of records(curated.decisions)) {
    for (const { annotator: whose, unit } of decision.members)
      if (whose === annotator && unit !== null) keepLatest(had, `${decision.about} ${unit}`, decision);
    for (const id of decision.made) keepLatest(decisionByMadeUnit, `${decision.about} ${id}`, decision);
  }
  return (kind: ComparedGroup["kind"], theirs: Id | null, curatedId: Id | null): Decision | null =>
    (theirs !== null && had.get(`${kind} ${theirs}`)) ||
    (curatedId !== null && decisionByMadeUnit.get(`${kind} ${curatedId}`)) ||
    null;
}

/** Code units that are shown of a quote, and of what stands around it. */
const longestQuote = 400;
const shownAround = 60;

function shownOf(
  { kind, place }: ComparedGroup,
  set: AnnotationSet,
  id: Id | null,
  { text }: ArticleText,
): Pick<FeedbackItem, "type" | "quote" | "around"> {
  const span = kind === "span" && id !== null ? get(set.spans, id) : undefined;
  const card = kind === "card" && id !== null ? get(set.attributions, id) : undefined;
  const claim = card && get(set.spans, card.claim ?? card.cue ?? card.voice[0] ?? "");
  const shownSpan = span ?? claim;
  const range: Range | null = shownSpan
    ? { start: shownSpan.segments[0]?.start ?? 0, end: shownSpan.segments.at(-1)?.end ?? 0 }
    : place;
  const words = shownSpan ? spanText(shownSpan) : place ? text.slice(place.start, place.end) : "";
  const line = (part: string): string => part.replace(/\s+/gu, " ");
  return {
    type: span?.type ?? null,
    quote: shortened(words, longestQuote),
    around: range
      ? [
          line(text.slice(Math.max(0, range.start - shownAround), range.start)).replace(/^\S*\s/u, ""),
          line(text.slice(range.end, range.end + shownAround)).replace(/\s\S*$/u, ""),
        ]
      : ["", ""],
  };
}

function changesIn(
  group: ComparedGroup,
  sets: readonly [AnnotationSet, AnnotationSet],
  context: Parameters<typeof saidOf>[3],
): readonly FeedbackChange[] {
  return group.differences.map((difference) => ({
    aspect: difference.aspect,
    ...(difference.field !== undefined && { field: difference.field }),
    theirs: saidOf(difference, 0, sets[0], context),
    curated: saidOf(difference, 1, sets[1], context),
  }));
}

/** What a set says where two differ, in the words of the article, the tagset and the registry. */
interface SaidContext {
  readonly article: ArticleText;
  readonly entities: Table<Entity>;
  readonly tagset: Tagset;
}

/** Code units of a quote that are shown. */
const longest = 300;

function saidOf(
  { aspect, field, said }: Difference,
  at: number,
  set: AnnotationSet,
  { article, entities, tagset }: SaidContext,
): Text {
  const value = said[at] ?? null;
  if (Array.isArray(value)) {
    const words = (value as readonly Range[])
      .map(({ start, end }) => article.text.slice(start, end))
      .join(" … ");
    if (words === "") return message("feedback.nothing");
    return shortened(words, longest);
  }
  if (value === null || typeof value === "object") return message("feedback.nothing");
  if (typeof value === "boolean") return message(value ? "cards.yes" : "cards.no");
  if (aspect === "type") {
    const type = tagset.spanTypes.find(({ id }) => id === value);
    return type ? typeName(type) : value;
  }
  if (aspect === "kind" && (value === "direct" || value === "indirect" || value === "mixed"))
    return message(`cards.kind-${value}`);
  if (aspect === "entity") return entityBehind(entities, value)?.name ?? value;
  if (aspect === "about")
    return value
      .split(" ")
      .map((id) => entityBehind(entities, id)?.name ?? id)
      .join(", ");
  if (aspect === "nesting") {
    const card = get(set.attributions, value);
    const claim = card && get(set.spans, card.claim ?? card.cue ?? "");
    return claim ? spanText(claim).slice(0, longest) : message("feedback.another-card");
  }
  const cardField = tagset.fields.find(({ id }) => id === field);
  const choice = cardField?.input === "choice" ? cardField.choices.find(({ id }) => id === value) : undefined;
  return cardField && choice ? choiceName(cardField, choice) : value;
}
