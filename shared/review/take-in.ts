// What taking in a colleague's work means for a project: which sets are kept beside ours, as they came and under their own
// annotator; which are there already; and what of our own work, done on another machine, is merged into ours. Decides only;
// what it decided is carried out by the core.
import type { ExportBundle } from "../exporters/bundle.ts";
import {
  type AnnotationSet,
  type AnnotationSetJson,
  setFromJson,
  setToJson,
} from "../model/annotation-set.ts";
import type { Article } from "../model/article.ts";
import type { Entity } from "../model/entity.ts";
import type { Id } from "../model/id.ts";
import { violations } from "../model/invariants.ts";
import type { Annotator, Project } from "../model/project.ts";
import { sameValue } from "../model/same-value.ts";
import { get, has, records, type Table, tableOf, withRecords } from "../model/table.ts";
import { type MergedSets, mergeSets } from "./merge-sets.ts";

/** A colleague's set that is here. `exportedAt` null: their own files lie in the project, so that nothing is put over them. */
export interface KeptSet {
  readonly set: AnnotationSetJson;
  readonly exportedAt: string | null;
}

/** What a project has to say before anything is taken in. */
export interface TakeInState {
  readonly project: Pick<Project, "id" | "annotators" | "tagset">;
  readonly me: Annotator;
  readonly articles: readonly Article[];
  readonly entities: Table<Entity>;
  kept(article: Id, annotator: Id): KeptSet | null;
  /** This person's own set, with its text; and the version of it that was taken in last, if there is one. */
  own(article: Id): {
    readonly set: AnnotationSet;
    readonly text: string;
    readonly base: AnnotationSetJson | null;
  };
}

/**
 * `new`, `newer`: it is kept. `same`: nothing changes. `older`: a newer one is here. `at-home`: the colleague works in this
 * very project. `own`: it is ours from elsewhere, to be merged. `no-article`: no article has its text. `other-text`: the
 * article has another text here. `other-tagset`: our own work from elsewhere, which does not hold to the tagset here.
 */
export type TakeInOutcome =
  | "new"
  | "newer"
  | "same"
  | "older"
  | "at-home"
  | "own"
  | "no-article"
  | "other-text"
  | "other-tagset";

export interface PlannedSet {
  readonly outcome: TakeInOutcome;
  readonly title: string;
  readonly annotator: Annotator;
  /** As it is to be kept, or as it came where it is not; its article is the one of this project. */
  readonly set: AnnotationSetJson;
  /** Of our own work. */
  readonly merge?: MergedSets;
}

export interface TakeInPlan {
  readonly sets: readonly PlannedSet[];
  /** Colleagues whom the project does not know yet. */
  readonly annotators: readonly Annotator[];
  /** Entities that the sets mention and the registry lacks. Those it has stay as they are. */
  readonly entities: readonly Entity[];
}

/** `source`: the file's name, to tell apart people of one name. */
export function planTakeIn(bundle: ExportBundle, state: TakeInState, source: string): TakeInPlan {
  const registry = withRecords(
    state.entities,
    bundle.entities.filter(({ id }) => !has(state.entities, id)),
  );
  const people = new Map(
    bundle.annotators.map((annotator) => [
      annotator.id,
      knownAs(annotator, state.project.annotators, source),
    ]),
  );
  const sets = bundle.articles.flatMap(({ article, sets }) =>
    sets.map((set): PlannedSet => {
      const annotator = people.get(set.annotatorId) ?? { id: set.annotatorId, name: set.annotatorId };
      const here = state.articles.find(({ textHash }) => textHash === article.textHash);
      const common = { title: here?.title ?? article.title, annotator };
      if (!here) {
        const isKnown = state.articles.some(({ id }) => id === article.id);
        return { ...common, set, outcome: isKnown ? "other-text" : "no-article" };
      }
      const ours = {
        ...set,
        articleId: here.id,
        ...(set.progress && { progress: { ...set.progress, id: here.id } }),
      };
      return annotator.id === state.me.id
        ? { ...common, set: ours, ...ownOutcome(ours, here, bundle, state) }
        : {
            ...common,
            set: ours,
            outcome: outcomeOf(ours, state.kept(here.id, annotator.id), bundle.exportedAt),
          };
    }),
  );
  const isTaken = ({ outcome }: PlannedSet): boolean =>
    outcome === "new" || outcome === "newer" || outcome === "same";
  const taken = sets.filter(isTaken);
  const known = new Set(state.project.annotators.map(({ id }) => id));
  const newcomers = taken.map(({ annotator }) => annotator).filter(({ id }) => !known.has(id));
  return {
    sets,
    annotators: [...new Map(newcomers.map((annotator) => [annotator.id, annotator])).values()],
    entities: missingEntities(taken, state.entities, registry),
  };
}

/** By which name the project knows a person; a stranger of the same name, or of none to be seen, is told apart by the file. */
function knownAs({ id, name }: Annotator, known: readonly Annotator[], source: string): Annotator {
  const before = known.find((annotator) => annotator.id === id);
  if (before) return before;
  const isTaken = name.trim() === "" || known.some((annotator) => sameName(annotator.name, name));
  return { id, name: isTaken ? `${name.trim()} (${source})`.trim() : name };
}

const sameName = (a: string, b: string): boolean =>
  a.normalize("NFKC").trim().toLowerCase() === b.normalize("NFKC").trim().toLowerCase();

function outcomeOf(set: AnnotationSetJson, kept: KeptSet | null, exportedAt: string): TakeInOutcome {
  if (!kept) return "new";
  const plain = (json: AnnotationSetJson): AnnotationSetJson => setToJson(setFromJson(json));
  if (sameValue(plain(kept.set), plain(set))) return "same";
  if (kept.exportedAt === null) return "at-home";
  return exportedAt > kept.exportedAt ? "newer" : "older";
}

function ownOutcome(
  set: AnnotationSetJson,
  article: Article,
  bundle: ExportBundle,
  state: TakeInState,
): Pick<PlannedSet, "outcome" | "merge"> {
  const { set: mine, text, base } = state.own(article.id);
  const theirs = setFromJson(set);
  const entities = withRecords(
    state.entities,
    bundle.entities.filter(({ id }) => !has(state.entities, id)),
  );
  const context = { text, articleId: article.id, tagset: state.project.tagset };
  const other = { set: theirs, entities };
  if (violations(other, context).some(({ severity, kind }) => severity === "error" && kind !== "entities"))
    return { outcome: "other-tagset" };
  // Entities are the project's: those that are known here stay as they are here.
  const ours = { set: mine, entities: state.entities };
  const before = base && { set: setFromJson(base), entities: state.entities };
  const merge = mergeSets(before, ours, other, context);
  return {
    outcome: Object.keys(merge.change).length === 0 && merge.conflicts.length === 0 ? "same" : "own",
    merge,
  };
}

/** Those that spans of these sets point to, and those behind them. */
function missingEntities(
  sets: readonly PlannedSet[],
  here: Table<Entity>,
  registry: Table<Entity>,
): readonly Entity[] {
  const wanted = new Map<Id, Entity>();
  const want = (id: Id | undefined): void => {
    for (let next = id; next !== undefined && !has(here, next) && !wanted.has(next); ) {
      const entity: Entity | undefined = get(registry, next);
      if (!entity) return;
      wanted.set(next, entity);
      next = entity.mergedInto;
    }
  };
  for (const { set } of sets) for (const { entity } of set.spans) want(entity);
  return [...records(tableOf(wanted.values()))];
}
