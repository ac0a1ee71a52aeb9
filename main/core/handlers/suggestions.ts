// Suggestions for an article, by the rules and by models of the person's own, those of them that this person has rejected anywhere in the
// project, and the lists over the whole project.
import type { ParsedInput } from "../../../shared/api/contract.ts";
import type { suggestionsMethods } from "../../../shared/api/methods/suggestions.ts";
import type { GatheredPeople, MissedInProject, PlacedMiss } from "../../../shared/api/replies.ts";
import { type AnnotationSet, compareSpans } from "../../../shared/model/annotation-set.ts";
import type { Article } from "../../../shared/model/article.ts";
import { articleTextOf } from "../../../shared/model/article-text.ts";
import type { Id } from "../../../shared/model/id.ts";
import { memoize } from "../../../shared/model/memoize.ts";
import { patternKey, type Rejection } from "../../../shared/model/rejection.ts";
import { records } from "../../../shared/model/table.ts";
import { spanTypeOf, type Tagset } from "../../../shared/model/tagset.ts";
import type { GatheredArticle } from "../../../shared/suggestions/gather-article.ts";
import { type MeasuredWork, measureAgainst } from "../../../shared/suggestions/measure-against.ts";
import { uncovered } from "../../../shared/suggestions/new-suggestions.ts";
import type { OwnMarks } from "../../../shared/suggestions/project-people.ts";
import { latestOf, type Opening } from "../changes/opening.ts";
import type { CoreContext } from "../context.ts";
import type { Handlers, HandlersFor, HandlersNamed } from "../dispatch.ts";
import {
  keptByArticle,
  readSuggestedText,
  suggestedKey,
  suggestingBy,
  suggestionsFor,
} from "../jobs/article-suggestions.ts";
import type { SuggestedText } from "../jobs/jobs.ts";
import { type JobOptions, runJob } from "../jobs/run-job.ts";
import type { OpenProjects } from "../open-projects.ts";
import { askModelsFor, modelsThatAreOn } from "../own-model/model-suggestions.ts";
import { articleIn, entitiesOf, type LiveProject } from "../project/live-project.ts";
import { isClosedSet, ownDigest, ownSet, unopenedKey } from "../project/own-sets.ts";

export const suggestionsHandlers = (
  context: CoreContext,
  projects: OpenProjects,
): HandlersFor<typeof suggestionsMethods> => ({
  ...articleHandlers(context, projects),
  ...listHandlers(context, projects),
});

type ListMethods = "suggestions.people" | "suggestions.missed" | "suggestions.stopList";

function articleHandlers(
  context: CoreContext,
  projects: OpenProjects,
): Omit<HandlersNamed<"suggestions">, ListMethods> {
  const finding = latestOf();
  const measuring = latestOf();
  const quiet = (signal: AbortSignal) => ({ signal, onProgress: () => undefined });
  return {
    "suggestions.find"({ project, article }, client) {
      const projectOpening = projects.get(project, client);
      const { liveProject } = projectOpening;
      return finding.run(projectOpening, async (signal) => {
        const proposals = (await suggestionsFor(context, liveProject, [article], quiet(signal)))?.get(
          article,
        );
        return proposals
          ? { ...proposals, models: (await modelsThatAreOn(context)).map(({ name }) => name) }
          : null;
      });
    },
    "suggestions.together"({ project, article }, client) {
      const projectOpening = projects.get(project, client);
      const { liveProject } = projectOpening;
      return finding.run(projectOpening, async (signal) => {
        const models = await modelsThatAreOn(context);
        const modelAnswers = await askModelsFor(context, liveProject, models, [article], quiet(signal));
        if (!modelAnswers) return null;
        const proposalsByArticle = await suggestionsFor(
          context,
          liveProject,
          [article],
          quiet(signal),
          modelAnswers.cards,
        );
        const proposed = proposalsByArticle?.get(article);
        return proposed ? { ...proposed, runs: modelAnswers.runs } : null;
      });
    },
    "suggestions.stop"({ project }, client) {
      projects.get(project, client);
      finding.stop(project);
      return null;
    },
    "suggestions.measure"({ project, article, atLeast }, client) {
      const projectOpening = projects.get(project, client);
      return measuring.run(projectOpening, (signal) =>
        measure(context, projectOpening, { article, atLeast, signal }),
      );
    },
    async "suggestions.rejections"({ project }, client) {
      const { liveProject } = projects.get(project, client);
      const articleRejections = [];
      for (const article of liveProject.articles.keys()) {
        if (!(await ownDigest(context, liveProject, article))?.rejections) continue;
        const standingSet = await ownSet(context, liveProject, article);
        if (standingSet && standingSet.set.rejections.size > 0)
          articleRejections.push({
            article,
            rejections: [...records(standingSet.set.rejections)].sort((a, b) => (a.id < b.id ? -1 : 1)),
          });
      }
      return { articles: articleRejections };
    },
  };
}

interface MeasureRequest extends Pick<ParsedInput<"suggestions.measure">, "article" | "atLeast"> {
  readonly signal: AbortSignal;
}

async function measure(
  context: CoreContext,
  { liveProject, handle: project, client }: Opening,
  { article, atLeast, signal }: MeasureRequest,
) {
  const ownSets = new Map<Id, AnnotationSet>();
  for (const id of article === null ? [...liveProject.articles.keys()] : [article]) {
    if (!(await ownDigest(context, liveProject, id))?.summary.attributions) continue;
    const standingSet = await ownSet(context, liveProject, id);
    if (standingSet && standingSet.set.attributions.size > 0) ownSets.set(id, standingSet.set);
  }
  const articleIds = [...ownSets.keys()];
  const models = await modelsThatAreOn(context);
  const of = articleIds.length * (models.length + 1);
  const emitProgress = (done: number): void =>
    context.emit({ type: "suggesting", project, done, of }, client);
  const others = await askModelsFor(context, liveProject, models, articleIds, {
    signal,
    onProgress: ({ done }) => emitProgress(done),
  });
  if (!others) return null;
  const modelUnits = articleIds.length * models.length;
  const options = {
    signal,
    onProgress: ({ done }: { readonly done: number }) => emitProgress(modelUnits + done),
  };
  const proposed = await suggestionsFor(context, liveProject, articleIds, options, others.cards);
  if (!proposed) return null;
  const work: MeasuredWork[] = [];
  for (const [id, set] of ownSets) {
    const { text, language } = await readSuggestedText(
      context,
      liveProject,
      await articleIn(context, liveProject, id),
    );
    work.push({ id, text: articleTextOf(text, language), set, cards: proposed.get(id)?.cards ?? [] });
  }
  return { ...measureAgainst(work, atLeast), runs: others.runs };
}

/** Rows that a window is told of: more are counted. Nobody decides on more at a time. */
const mostListed = 2_000;

/** The lists over a whole project: people whom its articles name, and what may be missed in those that were begun. */
function listHandlers(context: CoreContext, projects: OpenProjects): Pick<Handlers, ListMethods> {
  const gathering = latestOf();

  return {
    "suggestions.people"({ project }, client): Promise<GatheredPeople | null> {
      const projectOpening = projects.get(project, client);
      return gathering.run(projectOpening, async (signal) => {
        const standingByArticle = await standings(context, projectOpening, signal);
        if (!standingByArticle) return null;
        const proposed = await runJob(
          context.processes,
          "people",
          {
            articles: Array.from(standingByArticle, ([article, { gathered, marks }]) => ({
              article,
              people: gathered.people,
              marks,
            })),
            entities: entitiesOf(projectOpening.liveProject),
            rejected: [...standingByArticle.values()].flatMap(({ rejections }) =>
              rejections.flatMap(({ pattern }) => (pattern ? [patternKey(pattern)] : [])),
            ),
            most: mostListed,
          },
          { signal, onProgress: () => undefined },
        );
        return proposed && { ...proposed, articles: standingByArticle.size };
      });
    },
    "suggestions.missed"({ project }, client): Promise<MissedInProject | null> {
      const projectOpening = projects.get(project, client);
      return gathering.run(projectOpening, async (signal) => {
        const standingByArticle = await standings(context, projectOpening, signal);
        return standingByArticle && missedIn(standingByArticle);
      });
    },
    "suggestions.stopList"({ project }, client) {
      projects.get(project, client);
      gathering.stop(project);
      return null;
    },
  };
}

/** All articles as they stand, in their order; `null` when it was ended. */
async function standings(
  context: CoreContext,
  { liveProject, handle: project, client }: Opening,
  signal: AbortSignal,
): Promise<ReadonlyMap<Id, OwnSide> | null> {
  const gathered = await gatheredIn(context, liveProject, {
    signal,
    onProgress: (progress) => context.emit({ type: "suggesting", project, ...progress }, client),
  });
  if (!gathered) return null;
  const standingByArticle = new Map<Id, OwnSide>();
  for (const [article, one] of gathered) {
    if (signal.aborted) return null;
    const articleStanding = await standingIn(context, liveProject, article, one);
    if (articleStanding) standingByArticle.set(article, articleStanding);
  }
  return standingByArticle;
}

function missedIn(standingByArticle: ReadonlyMap<Id, OwnSide>): MissedInProject {
  const begun = [...standingByArticle].filter(([, { cards }]) => cards > 0);
  let remainingCount = mostListed;
  const articles = begun.flatMap(([article, { missed }]) => {
    const some = missed.slice(0, remainingCount);
    remainingCount -= some.length;
    return some.length === 0 ? [] : [{ article, missed: some }];
  });
  return {
    articles,
    count: begun.reduce((sum, [, { missed }]) => sum + missed.length, 0),
    unbegun: standingByArticle.size - begun.length,
  };
}

// Who speaks and what may be missed in the articles of a project: worked out once for each text and the project's own words, and kept
// while it is open, so that a list over a thousand articles is made again in a moment. What one's own set makes of it is kept with the set.

/** What one's own set says beside what was gathered from its article. */
interface OwnSide {
  readonly gathered: GatheredArticle;
  readonly tagset: Tagset;
  readonly marks: OwnMarks;
  readonly missed: readonly PlacedMiss[];
  readonly rejections: readonly Rejection[];
  readonly cards: number;
}

const cacheOf = memoize((_: LiveProject) => keptByArticle<GatheredArticle>());
/** Articles a thread: what is done stays when the next one is ended, and the texts of a large project are never all in memory. */
const batch = 100;

/** Of all articles, in their order; `null` when it was ended. Throws an `ApiError` when a text cannot be read. */
async function gatheredIn(
  context: CoreContext,
  liveProject: LiveProject,
  { signal, onProgress }: JobOptions,
): Promise<ReadonlyMap<Id, GatheredArticle> | null> {
  const cachedArticles = cacheOf(liveProject);
  const by = await suggestingBy(context, liveProject);
  const projectArticles = await Promise.all(
    [...liveProject.articles.keys()].map((id) => articleIn(context, liveProject, id)),
  );
  const keyOf = (article: Article): string => suggestedKey(article, by);
  const byArticle = new Map<Id, GatheredArticle>();
  const ungatheredArticles = projectArticles.filter((article) => {
    const gatheredArticle = cachedArticles.get(article.id, keyOf(article));
    if (gatheredArticle) byArticle.set(article.id, gatheredArticle);
    return !gatheredArticle;
  });
  for (let from = 0; from < ungatheredArticles.length; from += batch) {
    const articles = ungatheredArticles.slice(from, from + batch);
    const texts: SuggestedText[] = [];
    for (const article of articles) texts.push(await readSuggestedText(context, liveProject, article));
    const gatheredBatch = await runJob(
      context.processes,
      "gather",
      { texts, own: by.own },
      { signal, onProgress: ({ done }) => onProgress({ done: from + done, of: ungatheredArticles.length }) },
    );
    if (!gatheredBatch) return null;
    articles.forEach((article, at) => {
      const gatheredArticle = gatheredBatch[at];
      if (!gatheredArticle) return;
      byArticle.set(article.id, gatheredArticle);
      cachedArticles.set(article.id, keyOf(article), gatheredArticle);
    });
  }
  return new Map(
    projectArticles.flatMap(({ id }) => {
      const gatheredArticle = byArticle.get(id);
      return gatheredArticle ? [[id, gatheredArticle] as const] : [];
    }),
  );
}

/** By set, for those that are open. */
const ofSets = new WeakMap<AnnotationSet, OwnSide>();
const ofUnopened = memoize((_: ReturnType<typeof unopenedKey>) => new Map<Id, OwnSide>());

/** What stands in one's own set of an article beside what was gathered from it; `null` where nobody could have a set. */
async function standingIn(
  context: CoreContext,
  liveProject: LiveProject,
  article: Id,
  gathered: GatheredArticle,
): Promise<OwnSide | null> {
  const { tagset } = liveProject.folder.project.data();
  const isFresh = (one: OwnSide | undefined): one is OwnSide =>
    one?.gathered === gathered && one.tagset === tagset;
  const isClosed = isClosedSet(liveProject, article);
  const unopenedStandings = ofUnopened(unopenedKey(liveProject));
  const unopenedStanding = isClosed ? unopenedStandings.get(article) : undefined;
  if (isFresh(unopenedStanding)) return unopenedStanding;
  const ownAnnotations = await ownSet(context, liveProject, article);
  if (!ownAnnotations) return null;
  const cachedStanding = ofSets.get(ownAnnotations.set);
  const articleStanding = isFresh(cachedStanding)
    ? cachedStanding
    : standingOf(ownAnnotations.set, gathered, tagset, liveProject.articles.get(article)?.metadata ?? []);
  ofSets.set(ownAnnotations.set, articleStanding);
  if (isClosed) unopenedStandings.set(article, articleStanding);
  return articleStanding;
}

function standingOf(
  set: AnnotationSet,
  gathered: GatheredArticle,
  tagset: Tagset,
  metadata: Article["metadata"],
): OwnSide {
  const mentions = [...records(set.spans)]
    .filter(({ type }) => spanTypeOf(tagset, type)?.refersToEntity === true)
    .sort(compareSpans);
  const missed = gathered.missed.map((one) => ({ ...one, range: one.segment, inClaim: false }));
  return {
    gathered,
    tagset,
    marks: {
      linked: mentions.flatMap(({ entity, segments }) =>
        entity === undefined ? [] : segments.map((range) => ({ range, entity })),
      ),
      unlinked: mentions.filter(({ entity }) => entity === undefined),
    },
    missed: uncovered(missed, set, tagset, metadata).map(({ range: _, ...one }) => one),
    rejections: [...records(set.rejections)],
    cards: set.attributions.size,
  };
}
