// Plans what importing a colleague's work means for a project: which sets are kept beside ours, as they came and under their own
// annotator; which are there already; which articles come along; and what of our own work, done on another machine, is merged
// into ours. Decides only; what it decided is carried out by the core.

import { type ExportBundle, spansAndLostSpans } from "../annotated-json/bundle.ts";
import { conflictKey, type MergedSets } from "../merge/merge-sets.ts";
import {
  type AnnotationSet,
  type AnnotationSetJson,
  entitiesNamed,
  setFromJson,
} from "../model/annotation-set.ts";
import type { Article } from "../model/article.ts";
import { type Change, isEmptyChange } from "../model/change.ts";
import { curationOf, isPerson } from "../model/curation.ts";
import type { Entity } from "../model/entity.ts";
import { foldedName } from "../model/folded-name.ts";
import type { Id } from "../model/id.ts";
import type { Annotator, Project } from "../model/project.ts";
import { get, has, records, type Table, withRecords } from "../model/table.ts";
import type { Work } from "../model/work.ts";
import { type CarryReport, carryToText } from "./carry-to-text.ts";
import { entitiesMadeTwice, withEntities } from "./entities-made-twice.ts";
import type { AgainCounts } from "./keep-ids.ts";
import {
  asAnnotatorsOwn,
  type BesideCurated,
  curatedVerdict,
  isCuratedSet,
  type KeptBeside,
  keptUnder,
} from "./take-in-curated.ts";
import {
  atHome,
  type KeptSet,
  type KeptVerdict,
  outcomeOfKept,
  verdictOnImported,
} from "./take-in-outcome.ts";
import { type OwnSet, ownVerdict } from "./take-in-own.ts";
import type { Placing, TakeInChoices } from "./take-in-places.ts";

export type { KeptSet } from "./take-in-outcome.ts";
export { noChoices, type TakeInChoices } from "./take-in-places.ts";

/** What a project has to say before anything is imported. An article that is not here yet has no sets. */
export interface TakeInState {
  /** Where each article of the file belongs, by its id there. */
  readonly placings: ReadonlyMap<Id, Placing>;
  readonly project: Pick<Project, "id" | "annotators" | "tagset">;
  readonly me: Annotator;
  readonly entities: Table<Entity>;
  /** Of an article that is here. */
  text(article: Id): string;
  kept(article: Id, annotator: Id): KeptSet | null;
  /** The curated set of an article that is here. */
  curated(article: Id): AnnotationSet | null;
  /** This person's own set, for work on the text with this hash. */
  own(article: Id, textHash: string): OwnSet | null;
}

/** Whence it comes. */
interface TakeInSource {
  /** The file's name, to tell apart people of one name. */
  readonly file: string;
  /** When a set was handed over, where that is another time than the file's: a project may hold others' sets that are older. */
  exportedAt?(article: Id, annotator: Id): string | undefined;
  /** The id of the format of another tool, whose files know none of our ids. */
  readonly importedFrom?: string;
}

/**
 * `new`, `newer`: it is kept. `same`: nothing changes. `older`: a newer one is here. `at-home`: the colleague works in this
 * very project. `own`: it is ours from elsewhere, to be merged; `own-asked`: it says that it is ours, and nobody was asked yet. `no-article`: no article has its text. `left`: it was said to
 * leave it. `repeated`: one of the same person for the same article stands before it. `other-text`: our own work on another
 * text, of which few marks would find a place here. `other-tagset`: our own work from elsewhere, which does not hold to the tagset here.
 * `curated`: it becomes the curated set of its article, which has none yet, or only what the same files said under another mapping.
 * `worked-on`: it is from another tool, and what is here under the same name holds work that was done in Sayso.
 * `twins-asked`: several articles here have its text, and nobody said yet which one it is.
 */
export type TakeInOutcome =
  | "new"
  | "newer"
  | "same"
  | "older"
  | "at-home"
  | "own"
  | "own-asked"
  | "no-article"
  | "left"
  | "repeated"
  | "other-text"
  | "other-tagset"
  | "curated"
  | "worked-on"
  | "twins-asked";

export interface PlannedSet {
  readonly outcome: TakeInOutcome;
  readonly title: string;
  readonly annotator: Annotator;
  /** The article's id in the file. */
  readonly cameAs: Id;
  /** The annotator's id in the file; a curated set is the project's here, or somebody's beside it. */
  readonly cameBy: Id;
  /** True when its article comes along with it. */
  readonly isBrought: boolean;
  /** When it was handed over, by its maker's clock. */
  readonly exportedAt: string;
  /** As it is to be kept, or as it came where it is not; its article is the one of this project. */
  readonly set: AnnotationSetJson;
  /** Of a set that was made on another version of the text: how it was carried over. */
  readonly carried?: CarryReport;
  /** Of our own work that was carried over: on its own text. */
  readonly asItCame?: AnnotationSetJson;
  /** Of our own work. */
  readonly merge?: MergedSets;
  /** Of a curated set that becomes the project's: all that is in it. */
  readonly adopt?: Change;
  /** Of one that is kept beside it: why it cannot become it. */
  readonly besideCurated?: BesideCurated;
  /** Where that is because they differ by now: how. */
  readonly againstCurated?: AgainCounts;
  /** Of a colleague's set that was here in an earlier version from another tool: what became of its units. */
  readonly again?: AgainCounts;
  /** Of a colleague whose journals are here: what the file adds to them. */
  readonly homeChange?: Change;
}

export interface TakeInPlan {
  readonly sets: readonly PlannedSet[];
  /** Which article here, or soon here, each of the file's is, by its id there. */
  readonly places: ReadonlyMap<Id, Id>;
  /** Among which articles here somebody has to say which one of the file's is, by its id there. */
  readonly twins: ReadonlyMap<Id, readonly Article[]>;
  /** Those that come along. */
  readonly articles: readonly { readonly article: Article; readonly text: string }[];
  /** Colleagues whom the project does not know yet. */
  readonly annotators: readonly Annotator[];
  /** Annotators here who turn out to be curations, whose sets Sayso kept as a person's before it told the two apart. */
  readonly nobodies: readonly Id[];
  /** Entities that colleagues' sets mention and the registry lacks. Those it has stay as they are. */
  readonly entities: readonly Entity[];
}

export const isTaken = ({ outcome }: Pick<PlannedSet, "outcome">): boolean =>
  outcome === "new" || outcome === "newer" || outcome === "same";

/** What is planned so far, and what it goes by. */
interface PlanDraft extends Pick<Came, "bundle" | "state" | "choices" | "registry" | "source"> {
  readonly people: ReadonlyMap<Id, Annotator>;
  /** Whom the file has as curations. */
  readonly curations: ReadonlySet<Id>;
  /** By the article here and who it is kept under. */
  readonly seen: Set<string>;
  readonly adopted: Map<Id, AnnotationSet>;
  readonly articles: TakeInPlan["articles"][number][];
  readonly sets: PlannedSet[];
  readonly places: Map<Id, Id>;
  readonly twins: Map<Id, readonly Article[]>;
}

/** Plans article by article. */
export function* planningTakeIn(
  bundle: ExportBundle,
  state: TakeInState,
  source: TakeInSource,
  choices: TakeInChoices,
): Work<TakeInPlan> {
  const draft: PlanDraft = {
    ...{ bundle, state, source, choices },
    people: peopleOf(bundle, state, source),
    curations: new Set(bundle.annotators.flatMap(({ id, kind }) => (kind === "curation" ? [id] : []))),
    registry: fileRegistry(bundle, state),
    seen: new Set(),
    adopted: new Map(),
    articles: [],
    sets: [],
    places: new Map(),
    twins: new Map(),
  };
  for (const [at, cameArticle] of bundle.articles.entries()) {
    yield { done: at, of: bundle.articles.length };
    planArticle(draft, cameArticle);
  }
  return planOf(draft);
}

function planArticle(draft: PlanDraft, { article, text, sets }: ExportBundle["articles"][number]): void {
  const { state, places, twins, articles } = draft;
  const placing: Placing = state.placings.get(article.id) ?? { kind: "nowhere", isLeft: false };
  const place = "article" in placing ? placing.article.id : article.id;
  if ("article" in placing) places.set(article.id, place);
  if (placing.kind === "asked") twins.set(article.id, placing.among);
  if (placing.kind === "brought") articles.push({ article, text });
  for (const annotationSet of sets) planSet(draft, annotationSet, { article, text, placing, place });
}

function planSet(
  draft: PlanDraft,
  set: AnnotationSetJson,
  {
    article,
    text,
    placing,
    place,
  }: Pick<Came, "text" | "placing"> & { readonly article: Article; readonly place: Id },
): void {
  const { bundle, state, source, choices, registry, people, curations, seen, adopted } = draft;
  const keptBy = keptUnder(set, curationOf(state.project).id);
  const annotator = people.get(keptBy) ?? { id: keptBy, name: keptBy };
  const key = `${place} ${annotator.id}`;
  const exportedAt = source.exportedAt?.(article.id, set.annotatorId) ?? bundle.exportedAt;
  const named = { cameAs: article.id, cameBy: set.annotatorId, annotator };
  const planned = { ...named, exportedAt, isBrought: placing.kind === "brought" };
  const verdict = seen.has(key)
    ? { title: article.title, set: atHome(set, place), outcome: "repeated" as const }
    : verdictOn({
        ...{ bundle, state, source, choices, registry, set, text, placing, annotator, exportedAt },
        title: article.title,
        isCurated: curations.has(set.annotatorId),
        adopted: adopted.get(place) ?? null,
      });
  seen.add(key);
  if (verdict.adopt) adopted.set(place, setFromJson(verdict.set));
  draft.sets.push({ ...planned, ...verdict });
}

function planOf({ state, registry, sets, places, twins, articles }: PlanDraft): TakeInPlan {
  const takenSets = sets.filter(isTaken);
  const knownAnnotators = new Map(state.project.annotators.map((one) => [one.id, one]));
  const newcomers = takenSets.map(({ annotator }) => annotator).filter(({ id }) => !knownAnnotators.has(id));
  const nobodies = takenSets.flatMap(({ annotator: { id, decidedElsewhere } }) =>
    decidedElsewhere && knownAnnotators.has(id) && !knownAnnotators.get(id)?.decidedElsewhere ? [id] : [],
  );
  return {
    sets,
    places,
    twins,
    articles,
    annotators: [...new Map(newcomers.map((annotator) => [annotator.id, annotator])).values()],
    nobodies: [...new Set(nobodies)],
    entities: missingEntities(
      [...takenSets, ...sets.filter(({ adopt }) => adopt)],
      state.entities,
      registry.all,
    ),
  };
}

/** The registry here with what the file has beside it, but for those that are another one here. */
const registryOf = (
  bundle: ExportBundle,
  { entities }: TakeInState,
  ids: ReadonlyMap<Id, Id>,
): Table<Entity> =>
  withRecords(
    entities,
    bundle.entities
      .filter(({ id }) => !has(entities, id) && !ids.has(id))
      .map((one) =>
        one.mergedInto === undefined
          ? one
          : { ...one, mergedInto: ids.get(one.mergedInto) ?? one.mergedInto },
      ),
  );

/** Whom the project knows the file's people as, by whom their sets are kept under here, and strangers of a name that is taken, or of none to be seen; nobody of them is its curation. */
function peopleOf(
  bundle: ExportBundle,
  { project, kept, placings }: TakeInState,
  { file }: TakeInSource,
): ReadonlyMap<Id, Annotator> {
  const people = new Map<Id, Annotator>();
  const curation = curationOf(project).id;
  const takenNames = new Set(project.annotators.map(({ name }) => foldedName(name)));
  const sets = bundle.articles.flatMap((one) => one.sets);
  // Of this very project's curation only other machines have sets; beside the one that is here, those need places of their own.
  const beside = sets.filter((one) => one.annotatorId === curation).map((one) => keptUnder(one, curation));
  /** Anybody can write a file in which somebody's id is a curation's: what is here of theirs has to be one's too. */
  const isCurationHere = (id: Id): boolean =>
    [...placings.values()].some((placing) => {
      const here = "article" in placing ? kept(placing.article.id, id) : null;
      return here !== null && here.exportedAt !== null && isCuratedSet(here.set);
    });
  for (const cameIn of bundle.annotators)
    for (const id of cameIn.id === curation ? new Set(beside) : [cameIn.id]) {
      const knownAnnotator = project.annotators.find((annotator) => annotator.id === id);
      const isNobody =
        !isPerson(cameIn) && (!knownAnnotator || (isPerson(knownAnnotator) && isCurationHere(id)));
      const one = {
        ...(knownAnnotator ?? { id, name: freeName({ id, name: cameIn.name.trim() }, takenNames, file) }),
        ...(isNobody && { decidedElsewhere: true as const }),
      };
      takenNames.add(foldedName(one.name));
      people.set(id, one);
    }
  return people;
}

/** The name, with the file's behind it where somebody else has it. */
function freeName({ id, name }: Annotator, taken: ReadonlySet<string>, file: string): string {
  if (name !== "" && !taken.has(foldedName(name))) return name;
  const candidateNames = [file, `${file} 2`, `${file} 3`].map((from) => `${name} (${from})`.trim());
  return candidateNames.find((one) => !taken.has(foldedName(one))) ?? `${name} (${file}, ${id})`.trim();
}

/** The entities of a file beside those here. */
interface FileRegistry {
  /** Of the file's entities, which of those here each is. Only one's own work is led to them: a colleague's is kept as it came. */
  readonly twins: ReadonlyMap<Id, Id>;
  /** The registry here with what the file has beside it. */
  readonly all: Table<Entity>;
  /** The same without the file's twins of entities here. */
  readonly led: Table<Entity>;
}

function fileRegistry(bundle: ExportBundle, state: TakeInState): FileRegistry {
  const twins = entitiesMadeTwice(records(state.entities), bundle.entities);
  const registry = registryOf(bundle, state, new Map());
  return { twins, all: registry, led: twins.size === 0 ? registry : registryOf(bundle, state, twins) };
}

interface Came {
  readonly set: AnnotationSetJson;
  readonly title: string;
  readonly text: string;
  readonly placing: Placing;
  readonly annotator: Annotator;
  readonly isCurated: boolean;
  readonly exportedAt: string;
  readonly bundle: ExportBundle;
  readonly state: TakeInState;
  readonly choices: TakeInChoices;
  readonly registry: FileRegistry;
  /** The curated set of the article here that stood before it in the file and becomes the project's. */
  readonly adopted: AnnotationSet | null;
  readonly source: TakeInSource;
}

type Verdict = Pick<
  PlannedSet,
  | "title"
  | "set"
  | "outcome"
  | "carried"
  | "asItCame"
  | "merge"
  | "adopt"
  | "besideCurated"
  | "againstCurated"
  | "again"
  | "homeChange"
> & { readonly annotator?: Annotator };

function verdictOn(came: Came): Verdict {
  const { placing, annotator, state } = came;
  if (placing.kind === "asked") return { title: came.title, set: came.set, outcome: "twins-asked" };
  if (placing.kind === "nowhere")
    return { title: came.title, set: came.set, outcome: placing.isLeft ? "left" : "no-article" };
  const article = placing.article;
  const isOwn = annotator.id === state.me.id;
  const annotationSet = atHome(came.set, article.id);
  const common = { title: article.title };
  if (isOwn)
    return {
      ...common,
      ...askedOutcome(annotationSet, ownOutcome(annotationSet, placing, came), came.choices),
    };
  const otherText =
    placing.kind === "other-text" ? { text: state.text(article.id), textHash: article.textHash } : null;
  const moved = otherText && carryToText(annotationSet, came.text, otherText);
  const withReport = moved && { carried: moved.report };
  let placed = moved?.set ?? annotationSet;
  let beside: KeptBeside | null = null;
  const isNew = placing.kind === "brought";
  if (came.isCurated) {
    const { importedFrom } = came.source;
    const registries = { here: state.entities, all: came.registry.all };
    const verdict = curatedVerdict(placed, {
      curation: curationOf(state.project),
      here: isNew ? null : state.curated(article.id),
      adopted: came.adopted,
      ...{ text: otherText?.text ?? came.text, articleId: article.id, tagset: state.project.tagset },
      entities: came.registry.all,
      imported: importedFrom === undefined ? null : { from: importedFrom, registries },
    });
    if ("outcome" in verdict) return { ...common, ...withReport, ...verdict };
    beside = verdict;
    placed = asAnnotatorsOwn(placed, annotator.id);
  }
  const kept = isNew ? null : state.kept(article.id, annotator.id);
  const verdict = homeVerdict(placed, kept, came) ?? keptVerdict(placed, kept, came);
  return { ...common, ...withReport, ...verdict, ...(beside && isTaken(verdict) && toldBeside(beside)) };
}

const toldBeside = ({ why, against }: KeptBeside): Pick<Verdict, "besideCurated" | "againstCurated"> => ({
  besideCurated: why,
  ...(against && { againstCurated: against }),
});

/** What becomes of a colleague's set that lies on the present text. */
function keptVerdict(
  set: AnnotationSetJson,
  kept: KeptSet | null,
  { source, registry, state, exportedAt }: Came,
): KeptVerdict {
  return source.importedFrom === undefined
    ? { set, outcome: outcomeOfKept(set, kept, exportedAt) }
    : verdictOnImported(set, kept, { exportedAt, registries: { here: state.entities, all: registry.all } });
}

/**
 * What a colleague whose journals are here has done beyond them: merged into their set as one's own work from elsewhere is into one's own.
 * `null` where the file says nothing more, or cannot be merged.
 */
function homeVerdict(
  set: AnnotationSetJson,
  kept: KeptSet | null,
  { placing, isCurated, source, text, registry, state }: Came,
): Pick<Verdict, "set" | "outcome" | "homeChange"> | null {
  if (!kept?.home || isCurated || source.importedFrom !== undefined || placing.kind !== "same-text")
    return null;
  const { article } = placing;
  const { home } = kept;
  const { outcome, merge } = ownVerdict(
    { set, text, entities: registry.all, isImported: false },
    {
      ...{ article, otherText: null, entities: state.entities, tagset: state.project.tagset },
      own: { set: setFromJson(home.set), base: home.how === "behind" ? home.set : null, before: null },
    },
    () => undefined,
  );
  if (!merge || outcome === "other-tagset") return null;
  const { entities: _registry, ...homeChange } = merge.change;
  return isEmptyChange(homeChange) ? { set, outcome: "same" } : { set, outcome: "newer", homeChange };
}

/** Anybody can write a file in which a set is under this person's id. */
function askedOutcome(
  set: AnnotationSetJson,
  verdict: ReturnType<typeof ownOutcome>,
  { own }: TakeInChoices,
): Omit<Verdict, "title"> {
  if (verdict.outcome !== "own" || own === "merge") return verdict;
  return { set, outcome: own === "ask" ? "own-asked" : "left" };
}

function ownOutcome(
  set: AnnotationSetJson,
  { kind, article }: Extract<Placing, { article: unknown }>,
  { registry, state, text, choices, source }: Came,
) {
  const ownSet = state.own(article.id, set.textHash);
  return ownVerdict(
    {
      set: withEntities(set, registry.twins),
      text,
      entities: registry.led,
      isImported: source.importedFrom !== undefined,
    },
    {
      article,
      otherText: kind === "other-text" ? state.text(article.id) : null,
      own: ownSet && { ...ownSet, base: ownSet.base && withEntities(ownSet.base, registry.twins) },
      entities: state.entities,
      tagset: state.project.tagset,
    },
    (record) => choices.decided.get(conflictKey(article.id, record)),
  );
}

/** Those that spans of these sets point to, and those behind them. */
function missingEntities(
  sets: readonly PlannedSet[],
  here: Table<Entity>,
  registry: Table<Entity>,
): readonly Entity[] {
  const missingById = new Map<Id, Entity>();
  const want = (id: Id | undefined): void => {
    for (let entityId = id; entityId !== undefined && !has(here, entityId) && !missingById.has(entityId); ) {
      const entity: Entity | undefined = get(registry, entityId);
      if (!entity) return;
      missingById.set(entityId, entity);
      entityId = entity.mergedInto;
    }
  };
  for (const { set, merge } of sets)
    if (!merge) for (const id of entitiesNamed(spansAndLostSpans(set), set.attributions)) want(id);
  return [...missingById.values()];
}
