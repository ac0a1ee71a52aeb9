// The registry of groupings: what figures can be divided by. A new one is an entry in the list.
import type { ExportHead } from "../annotated-json/bundle.ts";
import { compareCodeUnits } from "../model/compare-code-units.ts";
import { type Entity, type EntityValue, sourceClass } from "../model/entity.ts";
import { entityFieldsOf, knownIn, wordsOfAnswer } from "../model/entity-field.ts";
import { entityGroups } from "../model/entity-groups.ts";
import { foldedName } from "../model/folded-name.ts";
import type { Id } from "../model/id.ts";
import { memoize } from "../model/memoize.ts";
import { tableOf } from "../model/table.ts";
import type { CountedArticle, Statement, Voice } from "./counted-article.ts";
import type { Knowledge, SelectionLevel } from "./measure.ts";

/** One group of a grouping: what it is called in the figures. A value of `null` stands for "not known". */
export interface GroupKey {
  readonly by: Readonly<Record<string, string | null>>;
}

interface GroupingBase {
  readonly id: string;
  /** The names of its values in the figures. */
  readonly columns: readonly string[];
}

/** Puts whole articles into groups; one may be in several. */
interface ArticleGrouping extends GroupingBase {
  readonly level: "article";
  readonly keysOf: (article: CountedArticle) => readonly (string | null)[];
  /** Of time: the bin after one, so that those without articles can be told from those that are not there. */
  readonly next?: (key: string) => string;
}

/** Whose sets are counted: by it the articles that all annotators have are counted once for each of them, see `readingsIn`. */
interface AnnotatorGrouping extends GroupingBase {
  readonly level: "annotator";
}

/** Chooses voices, or statements, or pairs of sources. */
interface SelectionGrouping<Level extends SelectionLevel, Item> extends GroupingBase {
  readonly level: Level;
  readonly keysOf: (item: Item) => readonly GroupKey[];
}

/** `isOfAppearance`: what a source is put by may differ from article to article. */
interface SourceGrouping extends SelectionGrouping<"source", Voice> {
  readonly isOfAppearance?: true;
  readonly knowledgeOf?: (voice: Voice) => Knowledge;
}

/** By one of the project's own fields of entities. `name`: what people call the field. */
interface FieldGrouping extends SourceGrouping {
  readonly name: string;
  readonly knowledgeOf: (voice: Voice) => Knowledge;
}

/** Each two sources that speak in an article. */
interface PairGrouping extends GroupingBase {
  readonly level: "pair";
}

export type InsightGrouping =
  | ArticleGrouping
  | AnnotatorGrouping
  | FieldGrouping
  | SourceGrouping
  | SelectionGrouping<"statement", Statement>
  | PairGrouping;

/** The day as a date of UTC, in which days have no summer time. */
const dateOf = (day: string): Date => new Date(`${day}T00:00:00Z`);

const isoOf = (date: Date): string => date.toISOString().slice(0, 10);

const dayMilliseconds = 86_400_000;

const dayAfter = (day: string, days = 1): string =>
  isoOf(new Date(dateOf(day).getTime() + days * dayMilliseconds));

const isWhole = (date: string | null): date is string => date?.length === 10;

/** The Monday of the week of ISO 8601 that holds the day. */
const mondayOf = (day: string): string => dayAfter(day, -((dateOf(day).getUTCDay() + 6) % 7));

/** The first letters of a date, where it is known as far as that. */
const cutTo =
  (length: number) =>
  ({ date }: CountedArticle) => [date !== null && date.length >= length ? date.slice(0, length) : null];

const monthAfter = (month: string): string => {
  const date = dateOf(`${month}-01`);
  date.setUTCMonth(date.getUTCMonth() + 1);
  return isoOf(date).slice(0, 7);
};

const article = (
  id: string,
  keysOf: ArticleGrouping["keysOf"],
  next?: ArticleGrouping["next"],
): ArticleGrouping => ({ id, columns: [id], level: "article", keysOf, ...(next && { next }) });

export const insightGroupings: readonly InsightGrouping[] = [
  article("publisher", ({ publisher }) => [publisher]),
  article("author", ({ authors }) => (authors.length > 0 ? [...new Set(authors)] : [null])),
  article("day", cutTo(10), (day) => dayAfter(day)),
  // Named by its Monday.
  article(
    "week",
    ({ date }) => [isWhole(date) ? mondayOf(date) : null],
    (monday) => dayAfter(monday, 7),
  ),
  article("month", cutTo(7), monthAfter),
  article("year", cutTo(4), (year) => String(Number(year) + 1).padStart(4, "0")),
  {
    id: "entity",
    columns: ["entity", "entityId"],
    level: "source",
    keysOf: ({ entity }) => (entity ? [{ by: { entity: entity.name, entityId: entity.id } }] : []),
  },
  {
    id: "class",
    columns: ["class"],
    level: "source",
    keysOf: ({ entity }) => (entity ? [{ by: { class: sourceClass(entity) } }] : []),
  },
  {
    id: "role",
    columns: ["role"],
    level: "source",
    isOfAppearance: true,
    keysOf: ({ entity, role }) => (entity ? [{ by: { role } }] : []),
    knowledgeOf: ({ role }) => (role === null ? "unknown" : "known"),
  },
  {
    id: "kind",
    columns: ["kind"],
    level: "statement",
    keysOf: ({ kind }) => (kind === null ? [] : [{ by: { kind } }]),
  },
  {
    id: "about",
    columns: ["about", "aboutId"],
    level: "statement",
    keysOf: ({ about }) =>
      about.length === 0
        ? [{ by: { about: null, aboutId: null } }]
        : about.map(({ id, name }) => ({ by: { about: name, aboutId: id } })),
  },
  { id: "pair", columns: ["entity", "entityId", "other", "otherId"], level: "pair" },
  { id: "annotator", columns: ["annotator", "annotatorId"], level: "annotator" },
];

const groupsAmong = memoize((entities: readonly Entity[]) => entityGroups(tableOf(entities)));

/** The groupings by the fields of a project. A field with the id of another grouping is `field:` and its id. */
export function fieldGroupings({
  tagset,
  entities,
}: Pick<ExportHead, "tagset" | "entities">): readonly InsightGrouping[] {
  const groups = groupsAmong(entities);
  return entityFieldsOf(tagset).map((field): FieldGrouping => {
    const id = insightGroupings.some((one) => one.id === field.id) ? `field:${field.id}` : field.id;
    const knownById = new Map<Id, EntityValue | undefined>();
    function knownOf({ entity }: Voice): EntityValue | undefined {
      if (!entity) return undefined;
      if (knownById.has(entity.id)) return knownById.get(entity.id);
      const group = groups.get(entity.id);
      const known = group && knownIn(group, field).known;
      knownById.set(entity.id, known);
      return known;
    }
    return {
      ...{ id, name: field.name, columns: [id], level: "source" },
      keysOf(voice) {
        const known = knownOf(voice);
        return voice.entity ? [{ by: { [id]: known ? wordsOfAnswer(field, known) : null } }] : [];
      },
      knowledgeOf(voice) {
        const known = knownOf(voice);
        return known === undefined ? "unknown" : "declined" in known ? "declined" : "known";
      },
    };
  });
}

/** Whether it divides what is counted, whatever the measure: whole articles, or whose sets they have. */
export const isOfAnyMeasure = (
  grouping: InsightGrouping,
): grouping is Extract<InsightGrouping, { readonly level: "article" | "annotator" }> =>
  grouping.level === "article" || grouping.level === "annotator";

/** The grouping of this id, or of the field that people call so. */
export function groupingCalled(
  groupings: readonly InsightGrouping[],
  called: string,
): InsightGrouping | undefined {
  const isCalledSo = (grouping: InsightGrouping): boolean =>
    "name" in grouping && foldedName(grouping.name) === foldedName(called);
  return groupings.find(({ id }) => id === called) ?? groupings.find(isCalledSo);
}

/** The order in which groups are listed: by their values, those that are not known last. */
export function compareKeys(one: GroupKey, other: GroupKey): number {
  for (const [column, value] of Object.entries(one.by)) {
    const another = other.by[column] ?? null;
    if (value === another) continue;
    if (value === null || another === null) return value === null ? 1 : -1;
    return compareCodeUnits(value, another);
  }
  return 0;
}

/** Each group once, in order. */
export function distinctKeys(keys: Iterable<GroupKey>): readonly GroupKey[] {
  const known = new Map<string, GroupKey>();
  for (const key of keys) known.set(JSON.stringify(key.by), key);
  return [...known.values()].sort(compareKeys);
}
