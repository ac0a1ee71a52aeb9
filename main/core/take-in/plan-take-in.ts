// Plans a take-in: gathers what a project has to say to the file from its folder and its open sets, and makes the plan that
// follows from it.
import type { ExportBundle } from "../../../shared/annotated-json/bundle.ts";
import {
  type AnnotationSet,
  type AnnotationSetJson,
  setToJson,
} from "../../../shared/model/annotation-set.ts";
import type { Article } from "../../../shared/model/article.ts";
import { reassigned } from "../../../shared/model/assignment.ts";
import { curationOf, isPerson } from "../../../shared/model/curation.ts";
import type { Id } from "../../../shared/model/id.ts";
import type { Annotator, Project } from "../../../shared/model/project.ts";
import { setKey } from "../../../shared/model/step.ts";
import { tableOf } from "../../../shared/model/table.ts";
import type { NamedAssignment, SetPosition } from "../../../shared/review/review-package.ts";
import {
  type KeptSet,
  planningTakeIn,
  type TakeInChoices,
  type TakeInPlan,
} from "../../../shared/review/take-in.ts";
import { keptUnder } from "../../../shared/review/take-in-curated.ts";
import type { OwnSet } from "../../../shared/review/take-in-own.ts";
import { cameIn, type Placing, placesOf } from "../../../shared/review/take-in-places.ts";
import { carrierBetween } from "../../../shared/revise/carrier.ts";
import { carryRecords } from "../../../shared/revise/carry-records.ts";
import { readText } from "../../storage/articles/article-files.ts";
import { revisionsOf } from "../../storage/articles/revision-files.ts";
import { readBase, readImportedSet } from "../../storage/sets/imported-set.ts";
import { readSet, type SetPlace } from "../../storage/sets/read-set.ts";
import { sameWordsIn } from "../articles/duplicate-index.ts";
import type { CoreContext } from "../context.ts";
import { type EarlierText, earlierTexts } from "../merge/earlier-texts.ts";
import { entitiesOf, type LiveProject, openSet, setPlace, writerIn } from "../project/live-project.ts";
import { curatedSet } from "../project/own-sets.ts";
import type { ImportSource } from "./import-source.ts";
import { inTurns, type TakeInWatch } from "./take-in-watch.ts";

export interface PlannedTakeIn {
  readonly plan: TakeInPlan;
  /** Of this person's and the curated sets (`setKey`), as the plan knows them. */
  readonly revisions: ReadonlyMap<string, number>;
}

interface ToPlan {
  readonly source: Extract<ImportSource, { ok: true }>;
  readonly choices: TakeInChoices;
  readonly watch: TakeInWatch;
}

/** What the project has of the articles and sets of the file. */
interface ProjectState {
  /** Of articles that have another text than in the file, by article. */
  readonly texts: Map<Id, string>;
  readonly keptSets: Map<string, KeptSet>;
  readonly ownSets: Map<string, OwnSet>;
  readonly curated: Map<Id, AnnotationSet>;
  readonly revisions: Map<string, number>;
}

/** Throws an `ApiError` when it was stopped, where the project may not be written, or what is here of a set cannot be read. */
export async function planFor(
  context: CoreContext,
  liveProject: LiveProject,
  { source, choices, watch }: ToPlan,
): Promise<PlannedTakeIn> {
  const { annotator: me } = writerIn(liveProject);
  const project = liveProject.folder.project.data();
  const placings = await placingsFor(context, liveProject, source.bundle, choices);
  const curation = curationOf(project).id;
  const standing = await standingFor(context, liveProject, {
    source,
    placings,
    self: me.id,
    curation,
    watch,
  });
  const times = new Map(
    source.handedOver.map(({ article, annotator, at }) => [`${article} ${annotator}`, at]),
  );
  const planning = planningTakeIn(
    source.bundle,
    {
      placings,
      project,
      me,
      entities: tableOf(entitiesOf(liveProject)),
      text: (article) => standing.texts.get(article) ?? "",
      kept: (article, annotator) => standing.keptSets.get(`${article} ${annotator}`) ?? null,
      curated: (article) => standing.curated.get(article) ?? null,
      own: (article, textHash) => standing.ownSets.get(`${article} ${textHash}`) ?? null,
    },
    {
      file: source.file,
      exportedAt: (article, annotator) => times.get(`${article} ${annotator}`),
      ...(source.importedFrom !== undefined && { importedFrom: source.importedFrom }),
    },
    choices,
  );
  return { plan: await inTurns(planning, watch), revisions: standing.revisions };
}

interface ToGather {
  readonly source: ToPlan["source"];
  readonly placings: ReadonlyMap<Id, Placing>;
  /** The annotator who takes it in. */
  readonly self: Id;
  readonly curation: Id;
  readonly watch: TakeInWatch;
}

async function standingFor(
  context: CoreContext,
  liveProject: LiveProject,
  { source, placings, self, curation, watch }: ToGather,
): Promise<ProjectState> {
  const { annotators, articles } = source.bundle;
  const curations = new Set(annotators.flatMap(({ id, kind }) => (kind === "curation" ? [id] : [])));
  const standing: ProjectState = {
    texts: new Map(),
    keptSets: new Map(),
    ownSets: new Map(),
    curated: new Map(),
    revisions: new Map(),
  };
  const positions = new Map(
    source.positions.map(({ article, annotator, records }) => [`${article} ${annotator}`, records]),
  );
  for (const { article, text, sets } of articles) {
    watch.signal.throwIfAborted();
    const placing = placings.get(article.id);
    if (placing?.kind !== "same-text" && placing?.kind !== "other-text") continue;
    const projectArticle = placing.article;
    if (placing.kind === "other-text")
      standing.texts.set(
        projectArticle.id,
        await readText(context.disk, liveProject.folder.root, projectArticle),
      );
    const { importedFrom = null } = source;
    const arriving = { text, textHash: article.textHash, importedFrom };
    for (const set of sets) {
      const { annotatorId } = set;
      if (curations.has(annotatorId)) await gatherCurated(context, liveProject, projectArticle, standing);
      // A curated set of this very project is kept beside the one that is here, where it cannot become it.
      const keptBy = keptUnder(set, curation);
      const position = positions.get(`${article.id} ${annotatorId}`);
      if (annotatorId === self) await gatherOwn(context, liveProject, projectArticle, arriving, standing);
      else await gatherKept(context, liveProject, projectArticle, { keptBy, position }, standing);
    }
  }
  return standing;
}

async function gatherCurated(
  context: CoreContext,
  liveProject: LiveProject,
  { id }: Article,
  { curated, revisions }: ProjectState,
): Promise<void> {
  const presentCuration = await curatedSet(context, liveProject, id);
  if (presentCuration) curated.set(id, presentCuration.set);
  revisions.set(setKey({ article: id, whose: "curation" }), presentCuration?.revision ?? 0);
}

interface Came {
  readonly text: string;
  readonly textHash: string;
  readonly importedFrom: string | null;
}

async function gatherOwn(
  context: CoreContext,
  liveProject: LiveProject,
  here: Article,
  came: Came,
  { ownSets, revisions }: ProjectState,
): Promise<void> {
  const { store } = await openSet(context, liveProject, here.id);
  const met = await metBy(context, liveProject, here, came);
  ownSets.set(`${here.id} ${came.textHash}`, { set: store.set(), ...met });
  revisions.set(here.id, store.revision());
}

/** What is known here of one's own set on the text of what comes. */
async function metBy(
  context: CoreContext,
  liveProject: LiveProject,
  here: Article,
  came: Came,
): Promise<Pick<OwnSet, "base" | "before">> {
  const { id: me } = writerIn(liveProject).annotator;
  const of = { article: here, annotator: me, importedFrom: came.importedFrom };
  if (came.textHash === here.textHash) return { base: await baseOf(context, liveProject, of), before: null };
  const earlier = await earlierTexts(context, liveProject, here);
  const base = await baseOn(context, liveProject, of, { ...came, earlier });
  const earlierText = earlier.find(({ before }) => before.textHash === came.textHash);
  if (!earlierText) return { base, before: null };
  const { set } = await readSet(context.disk, setPlace(liveProject.folder, earlierText.before, me));
  return { base, before: { edited: earlierText.edited, set: setToJson(set) } };
}

async function gatherKept(
  context: CoreContext,
  liveProject: LiveProject,
  here: Article,
  { keptBy, position }: { readonly keptBy: Id; readonly position: SetPosition["records"] | undefined },
  { keptSets }: ProjectState,
): Promise<void> {
  const place = setPlace(liveProject.folder, here, keptBy);
  const file = await readImportedSet(context.disk, place);
  const home = file?.takenFrom === null && position ? await homeOf(context, place, position) : null;
  const { exportedAt = null, importedFrom } = file?.takenFrom ?? {};
  const from = importedFrom === undefined ? {} : { importedFrom };
  if (file)
    keptSets.set(`${here.id} ${keptBy}`, { set: file.set, exportedAt, ...from, ...(home && { home }) });
}

/** A colleague's set by their journals, where a file of theirs goes further than those; `null` where it does not. */
async function homeOf(
  { disk }: CoreContext,
  place: SetPlace,
  position: SetPosition["records"],
): Promise<KeptSet["home"] | null> {
  const { set, seqByDevice, unsafe } = await readSet(disk, place);
  const isLess = ([device, records]: readonly [Id, number]): boolean =>
    (seqByDevice.get(device) ?? 0) < records;
  if (unsafe || !Object.entries(position).some(isLess)) return null;
  const isApart = [...seqByDevice].some(([device, records]) => records > (position[device] ?? 0));
  return { set: setToJson(set), how: isApart ? "apart" : "behind" };
}

/** Texts of the project, its earlier ones too, are looked at only where an article of the file has no place otherwise. */
async function placingsFor(
  context: CoreContext,
  liveProject: LiveProject,
  bundle: ExportBundle,
  choices: TakeInChoices,
): Promise<ReadonlyMap<Id, Placing>> {
  const inFile = cameIn(bundle);
  const articles = [...liveProject.articles.values()];
  const sets = new Map<Id, Id[]>();
  for (const { article, annotator } of liveProject.lastKnown.sets())
    sets.set(article, [...(sets.get(article) ?? []), annotator]);
  const annotatorsOf = (article: Id): readonly Id[] => sets.get(article) ?? [];
  const placings = placesOf(
    inFile,
    { articles, former: () => [], sameWords: () => [], annotatorsOf },
    { ...choices, bring: false },
  );
  if ([...placings.values()].every((placing) => placing.kind !== "nowhere" || placing.isLeft))
    return placings;
  const former = new Map<Id, readonly string[]>();
  for (const article of articles) {
    const earlier = await earlierTexts(context, liveProject, article);
    former.set(
      article.id,
      earlier.map(({ before }) => before.textHash),
    );
  }
  const articlesWithWords = await sameWordsIn(context, liveProject);
  const alike = new Map(bundle.articles.map(({ article, text }) => [article.id, articlesWithWords(text)]));
  return placesOf(
    inFile,
    {
      articles,
      former: (id) => former.get(id) ?? [],
      sameWords: (id) => alike.get(id) ?? [],
      annotatorsOf,
    },
    choices,
  );
}

// The version of one's own set that was imported last, on the text that the article has now, or on the one that the next comes on: what
// another machine did since is told by it, also where the text was corrected in between.

/** Whose last version of which article is asked for, and of what: of another tool's files of this format; `null`: of files of ours. */
interface BaseOf {
  readonly article: Article;
  readonly annotator: string;
  readonly importedFrom: string | null;
}

/** `null` for none, and for one of a text that is no earlier one of the article: without it the merge asks more. */
async function baseOf(
  { disk }: CoreContext,
  { folder }: LiveProject,
  { article, annotator, importedFrom }: BaseOf,
): Promise<AnnotationSetJson | null> {
  const { root } = folder;
  const base = await readBase(disk, root, setPlace(folder, article, annotator), importedFrom);
  if (!base || base.textHash === article.textHash) return base;
  const later = await revisionsOf(disk, root, article);
  const from = later.findIndex(({ before }) => before.textHash === base.textHash);
  let carriedSet: AnnotationSetJson = base;
  // As the set itself went along, revision by revision.
  for (const { before, after, why } of later.slice(0, from + 1).reverse()) {
    const [old, present] = [await readText(disk, root, before), await readText(disk, root, after)];
    const edited = why === "new-version" ? "foreign" : "own";
    carriedSet = carryRecords(carriedSet, carrierBetween(old, present, edited), after.textHash).set;
  }
  return from === -1 ? null : carriedSet;
}

/** The same on another text than the present one, with this hash. `earlier`: all texts that the article had before. */
async function baseOn(
  { disk }: CoreContext,
  { folder }: LiveProject,
  { article, annotator, importedFrom }: BaseOf,
  to: { readonly text: string; readonly textHash: string; readonly earlier: readonly EarlierText[] },
): Promise<AnnotationSetJson | null> {
  const { root } = folder;
  const base = await readBase(disk, root, setPlace(folder, article, annotator), importedFrom);
  if (!base || base.textHash === to.textHash) return base;
  const articleVersions = [article, ...to.earlier.map(({ before }) => before)];
  const of = articleVersions.find(({ textHash }) => textHash === base.textHash);
  if (!of) return null;
  const edited = to.earlier.find(({ before }) => before.textHash === to.textHash)?.edited ?? "foreign";
  const carrier = carrierBetween(await readText(disk, root, of), to.text, edited);
  return carryRecords(base, carrier, to.textHash).set;
}

// The assignments that a colleague's file brings, and those among the project's people whom they are to.

/** What the project's people and assignments become, and how many assignments are new. */
export function withAssignments(
  { annotators, assignments: before = [] }: Pick<Project, "annotators" | "assignments">,
  came: readonly NamedAssignment[],
  { places }: Pick<TakeInPlan, "places">,
): Required<Pick<Project, "annotators" | "assignments">> & { readonly isNew: number } {
  const people: Annotator[] = [...annotators];
  const personFor = ({ annotator, name }: NamedAssignment): Id => {
    const person =
      people.find(({ id }) => id === annotator) ?? people.find((one) => one.name === name && isPerson(one));
    if (!person) people.push({ id: annotator, name });
    return person?.id ?? annotator;
  };
  const importedAssignments = came.flatMap((named) => {
    const article = places.get(named.article);
    const { name: _name, ...one } = named;
    return article === undefined ? [] : [{ ...one, article, annotator: personFor(named) }];
  });
  const assignments = reassigned(before, importedAssignments, []);
  return { annotators: people, assignments, isNew: assignments.length - before.length };
}
