// The decisions of the curated sets as a log: as a table with a row for each, for spreadsheets and for the appendix of a study, and as JSON
// with its parts apart, for programs. Of each it tells names instead of ids, the words it is about, and what each annotator said of
// everything that it settled.

import type { ExportedArticle, ExportHead } from "../annotated-json/bundle.ts";
import { utf8 } from "../files/zip.ts";
import { csvText } from "../interchange/csv-text.ts";
import type { Part } from "../interchange/passes.ts";
import { jsonList } from "../interchange/written-json.ts";
import { type AnnotationSet, type AnnotationSetJson, setFromJson } from "../model/annotation-set.ts";
import { type ArticleText, articleTextOf } from "../model/article-text.ts";
import type { Attribution } from "../model/attribution.ts";
import { spansIn } from "../model/card-laws.ts";
import { type Decision, isSettled } from "../model/decision.ts";
import type { Id } from "../model/id.ts";
import { effectiveKind } from "../model/kind.ts";
import { compareRanges } from "../model/range.ts";
import { type Span, spanText } from "../model/span.ts";
import { get } from "../model/table.ts";
import { type BundleExporter, onlyFile } from "./exporter.ts";

export const decisionLogExporter: BundleExporter = {
  id: "decision-log",
  takes: "bundle",
  extension: "csv",
  capabilities: null,
  passes(head) {
    const decisionsOf = loggedDecisions(head);
    return [
      {
        begin: () => linesOf([[...columns]]),
        article: (article) => linesOf(decisionsOf(article).map(rowOf)),
      },
    ];
  },
};

const columns = [
  "article",
  "article_id",
  "decision_id",
  "about",
  "start",
  "end",
  "words",
  "differed_in",
  "decision",
  "taken_from",
  "result",
  "reason",
  "decided_by",
  "decided_at",
  "annotators_had",
] as const;

function linesOf(rows: (string | number)[][]): readonly Part[] {
  if (rows.length === 0) return [];
  return [{ name: onlyFile, bytes: utf8(csvText(rows)) }];
}

const rowOf = (one: LoggedDecision): (string | number)[] => [
  one.article.title,
  one.article.id,
  one.id,
  one.about,
  one.start ?? "",
  one.end ?? "",
  one.words,
  differedIn(one).join("; "),
  one.how,
  one.taken,
  one.made,
  one.reason,
  one.decidedBy,
  one.decidedAt,
  one.had.map((had, at) => `${had.annotator}: ${hadIn(one, had, at).join(" | ")}`).join("\n"),
];

/** What the card or span itself differed in, then its parts, each as `type: aspect`. */
const differedIn = ({ differed, parts }: LoggedDecision): string[] => [
  ...new Set([
    ...differed,
    ...parts.flatMap((part) => part.differed.map((aspect) => `${part.type}: ${aspect}`)),
  ]),
];

/** Its words, then what one annotator said of everything that it differed in, the parts included. */
const hadIn = ({ parts }: LoggedDecision, had: LoggedHad, at: number): string[] => [
  had.unit === null ? "–" : had.words,
  ...Object.entries(had.said).map(([aspect, said]) => `${aspect} = ${said === "" ? "–" : said}`),
  ...parts.flatMap((part) => {
    const { unit = null, words = "", said = {} } = part.had[at] ?? {};
    const aspectEntries = Object.entries(said);
    if (unit === null || aspectEntries.length === 0) return [`${part.type} = ${unit === null ? "–" : words}`];
    return aspectEntries.map(([aspect, one]) => `${part.type}: ${aspect} = ${one === "" ? "–" : one}`);
  }),
];

export const decisionLogJsonExporter: BundleExporter = {
  id: "decision-log-json",
  takes: "bundle",
  extension: "json",
  capabilities: null,
  passes(head) {
    const { generator, exportedAt, project } = head;
    const decisionsOf = loggedDecisions(head);
    const list = jsonList(onlyFile, (decisions) => ({
      format: "sayso-decision-log",
      version: 1,
      generator,
      exportedAt,
      offsetUnit: "utf-16-code-units",
      project: { id: project.id, name: project.name },
      decisions,
    }));
    return [
      {
        begin: list.begin,
        article: (article) => decisionsOf(article).map(list.item),
        end: list.end,
      },
    ];
  },
};

/** What one annotator had of a span or card. */
interface LoggedHad {
  readonly annotator: string;
  /** `null` where they had none. */
  readonly unit: Id | null;
  /** Empty where their set is not in the bundle. */
  readonly words: string;
  /** By aspect what they said of it, for each in which people differed; empty where they had none or their set is not in the bundle. */
  readonly said: Readonly<Record<string, string>>;
}

/** A span in the card's slots that was settled along with it, and in which people differed. */
interface LoggedPart {
  /** The id of the span type, by the first who has it; `span` where nobody's set is in the bundle. */
  readonly type: string;
  readonly differed: readonly string[];
  readonly had: readonly LoggedHad[];
}

interface LoggedDecision {
  readonly article: { readonly id: Id; readonly title: string };
  readonly id: Id;
  readonly about: Decision["about"] | NonNullable<Decision["of"]>;
  /** UTF-16 code units; `null` where nothing was marked. */
  readonly start: number | null;
  readonly end: number | null;
  readonly words: string;
  /** What the span or card itself differed in. */
  readonly differed: readonly string[];
  readonly parts: readonly LoggedPart[];
  readonly how: Decision["how"];
  readonly settled: boolean;
  /** The name of whose way was taken; empty where it was nobody's alone. */
  readonly taken: string;
  readonly reason: string;
  readonly decidedBy: string;
  readonly decidedAt: string;
  readonly had: readonly LoggedHad[];
  /** The words of what the decision made, as they are now. */
  readonly made: string;
}

/** Those of an article, in reading order. */
export function loggedDecisions({
  annotators,
  entities,
}: ExportHead): (article: ExportedArticle) => readonly LoggedDecision[] {
  const names = new Map(annotators.map(({ id, name }) => [id, name]));
  const entityNames = new Map(entities.map(({ id, name }) => [id, name]));
  return (article) => {
    if (article.sets.every(({ decisions = [] }) => decisions.length === 0)) return [];
    const sets = new Map<Id, AnnotationSet>();
    const logging: Logging = {
      article,
      text: articleTextOf(article.text),
      nameOf: (id) => names.get(id) ?? id,
      entityName: (id) => entityNames.get(id) ?? id,
      setOf(annotator) {
        const json = article.sets.find(({ annotatorId }) => annotatorId === annotator);
        const annotationSet = sets.get(annotator) ?? (json && setFromJson(json));
        if (annotationSet) sets.set(annotator, annotationSet);
        return annotationSet;
      },
    };
    return article.sets.flatMap(({ annotatorId, decisions = [] }: AnnotationSetJson) => {
      const alone = new Set(decisions.map(({ members }) => keyOf(members)));
      return [...decisions]
        .sort(inOrder)
        .map((decision) => logged(logging, annotatorId, withoutThose(decision, alone)));
    });
  };
}

/** Names what was decided on, and who had it: sets that grew from one another have the same ids, also for what lies elsewhere by now. */
const keyOf = (members: Decision["members"]): string =>
  members
    .flatMap(({ annotator, unit }) => (unit === null ? [] : `${annotator} ${unit}`))
    .sort()
    .join(", ");

/** Without the parts that have a decision, and so a row, of their own. */
const withoutThose = (decision: Decision, alone: ReadonlySet<string>): Decision => ({
  ...decision,
  ...(decision.parts && {
    parts: decision.parts.filter(
      ({ units }) =>
        !alone.has(keyOf(decision.members.map((member, at) => ({ ...member, unit: units[at] ?? null })))),
    ),
  }),
});

interface Logging {
  readonly article: ExportedArticle;
  readonly text: ArticleText;
  nameOf(annotator: Id): string;
  entityName(id: Id): string;
  /** `undefined` where it is not in the bundle. */
  setOf(annotator: Id): AnnotationSet | undefined;
}

const inOrder = (a: Decision, b: Decision): number =>
  compareRanges(a.place ?? nowhere, b.place ?? nowhere) ||
  (a.about === b.about ? 0 : a.about === "span" ? -1 : 1) ||
  (a.id < b.id ? -1 : 1);
const nowhere = { start: Number.POSITIVE_INFINITY, end: Number.POSITIVE_INFINITY };

function logged(logging: Logging, curation: Id, decision: Decision): LoggedDecision {
  const { article, nameOf, setOf } = logging;
  const { id, about, place, aspects, parts = [], how, taken, reason, provenance, members, made } = decision;
  const hadOf = (units: readonly (Id | null)[], differed: readonly string[]): LoggedHad[] =>
    members.map(({ annotator }, at) => hadBy(logging, annotator, units[at] ?? null, differed));
  const curated = setOf(curation);
  return {
    article: { id: article.article.id, title: article.article.title },
    id,
    about: decision.of ?? about,
    start: place?.start ?? null,
    end: place?.end ?? null,
    words: place ? article.text.slice(place.start, place.end) : "",
    differed: aspects,
    parts: parts.map((part) => ({
      type: typeOf(logging, decision, part.units),
      differed: part.aspects,
      had: hadOf(part.units, part.aspects),
    })),
    how,
    settled: isSettled(decision),
    taken: taken === null ? "" : nameOf(taken),
    reason,
    decidedBy: nameOf(provenance.annotator),
    decidedAt: provenance.at,
    had: hadOf(
      members.map(({ unit }) => unit),
      aspects,
    ),
    // One role, under each id that people have the source under.
    made: (decision.of === "appearance" ? made.slice(0, 1) : made)
      .map((one) => (curated ? wordsOf(curated, one) : ""))
      .join(" / "),
  };
}

function typeOf({ setOf }: Logging, { members }: Decision, units: readonly (Id | null)[]): string {
  for (const [at, { annotator }] of members.entries()) {
    const [unit, set] = [units[at] ?? null, setOf(annotator)];
    const span = unit !== null && set ? get(set.spans, unit) : undefined;
    if (span) return span.type;
  }
  return "span";
}

function hadBy(logging: Logging, annotator: Id, unit: Id | null, differed: readonly string[]): LoggedHad {
  const annotationSet = logging.setOf(annotator);
  const name = logging.nameOf(annotator);
  if (unit === null || !annotationSet) return { annotator: name, unit, words: "", said: {} };
  const [span, card] = [get(annotationSet.spans, unit), get(annotationSet.attributions, unit)];
  const exclusion = get(annotationSet.exclusions, unit);
  if (exclusion)
    return { annotator: name, unit, words: exclusion.segment.quote, said: { reason: exclusion.reason } };
  const appearance = get(annotationSet.appearances, unit);
  if (appearance)
    return {
      annotator: name,
      unit,
      words: logging.entityName(appearance.entity),
      said: { role: appearance.role },
    };
  const aspectEntries = differed.flatMap((aspect): [string, string][] => {
    if (aspect === "missing") return [];
    if (card) return [[aspect, saidOfCard(logging, annotationSet, card, aspect)]];
    const ofSpan = span && saidOfSpan(logging, span, aspect);
    return ofSpan === undefined ? [] : [[aspect, ofSpan]];
  });
  return {
    annotator: name,
    unit,
    words: wordsOf(annotationSet, unit),
    said: Object.fromEntries(aspectEntries),
  };
}

/** Of edges the words with their offsets, since other stretches can have the same words. */
function saidOfSpan({ entityName }: Logging, span: Span, aspect: string): string | undefined {
  if (aspect === "type") return span.type;
  if (aspect === "entity") return span.entity === undefined ? "" : entityName(span.entity);
  if (aspect !== "edges") return undefined;
  const places = span.segments.map(({ start, end }) => `${start}–${end}`).join(", ");
  return `${spanText(span)} [${places}]`;
}

function saidOfCard(
  { text, entityName }: Logging,
  set: AnnotationSet,
  card: Attribution,
  aspect: string,
): string {
  if (aspect.startsWith("field:")) {
    const field = aspect.slice("field:".length);
    return Object.hasOwn(card.fields, field) ? String(card.fields[field] ?? "") : "";
  }
  switch (aspect) {
    case "kind":
      return effectiveKind(card, set, text) ?? "";
    case "about":
      return (card.about ?? []).map(entityName).join(", ");
    case "nesting":
      return card.within === null ? "" : wordsOf(set, card.within);
    case "note":
      return card.note;
    case "flags":
      return card.flags.join(", ");
    case "via":
      return card.via.map(({ span, role }) => `${wordsOf(set, span)} (${role})`).join(", ");
    case "voice":
    case "cue":
    case "claim":
      return spansIn(card, aspect)
        .map((id) => wordsOf(set, id))
        .join(", ");
    default:
      return "";
  }
}

/** The words of a span, or of what a card is about: its claim, else its cue, else its voices. */
function wordsOf(set: AnnotationSet, id: Id): string {
  const wordsIn = (one: Id | null): string => {
    const span = one === null ? undefined : get(set.spans, one);
    return span ? spanText(span) : "";
  };
  const card = get(set.attributions, id);
  const beside = get(set.exclusions, id)?.segment.quote ?? get(set.appearances, id)?.role ?? "";
  if (!card) return wordsIn(id) || beside;
  return wordsIn(card.claim) || wordsIn(card.cue) || card.voice.map(wordsIn).join(", ");
}
