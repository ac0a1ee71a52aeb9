// Review: everybody’s sets and how they differ, what is said about them, how far they are, handed over, imported and reported on.
import { basename } from "node:path";
import type { ParsedInput } from "../../../shared/api/contract.ts";
import type { reviewMethods } from "../../../shared/api/methods/review.ts";
import type { TakeInPreview, TakenIn } from "../../../shared/api/take-in.ts";
import { ApiError } from "../../../shared/errors/errors.ts";
import {
  type AssignmentsChange,
  fittingAssignments,
  type Pair,
  reassigned,
} from "../../../shared/model/assignment.ts";
import { isPerson } from "../../../shared/model/curation.ts";
import type { Id } from "../../../shared/model/id.ts";
import type { Annotator } from "../../../shared/model/project.ts";
import { type FeedbackInput, feedbackFor } from "../../../shared/review/feedback/feedback.ts";
import { feedbackPage } from "../../../shared/review/feedback/feedback-page.ts";
import type { TakeInChoices } from "../../../shared/review/take-in.ts";
import { localeFor } from "../../../shared/words/language.ts";
import { createWords } from "../../../shared/words/say.ts";
import { latestOf, type Opening } from "../changes/opening.ts";
import type { CoreContext } from "../context.ts";
import type { Handlers, HandlersFor, HandlersNamed } from "../dispatch.ts";
import { pack } from "../export/pack.ts";
import { writablePlace } from "../export/write-export.ts";
import { runJob } from "../jobs/run-job.ts";
import type { OpenProjects } from "../open-projects.ts";
import { entitiesOf, type LiveProject, writerIn } from "../project/live-project.ts";
import { reviewSets } from "../project/review-sets.ts";
import { alikeAmong, alikeIn, answerSamePerson, besideSpans, countedOnce } from "../review/same-person.ts";
import { progressByArticle, remarksByArticle } from "../review/set-digests.ts";
import { absolutePath } from "../source-file.ts";
import { describeTakeIn } from "../take-in/describe-take-in.ts";
import { planFor } from "../take-in/plan-take-in.ts";
import { readImportSource } from "../take-in/read-import-source.ts";
import { packageHead } from "../take-in/start-project.ts";
import { takeIn } from "../take-in/take-in.ts";
import { rememberMapping } from "../take-in/take-in-foreign.ts";
import type { TakeInWatch } from "../take-in/take-in-watch.ts";

export const reviewHandlers = (
  context: CoreContext,
  projects: OpenProjects,
): HandlersFor<typeof reviewMethods> => ({
  ...setsHandlers(context, projects),
  ...comparisonHandlers(context, projects),
  ...packageHandlers(context, projects),
  ...progressHandlers(context, projects),
  ...feedbackHandlers(context, projects),
});

function setsHandlers(
  context: CoreContext,
  projects: OpenProjects,
): Pick<Handlers, "review.sets" | "review.orphans" | "review.threads" | "review.samePerson"> {
  return {
    async "review.sets"({ project, article }, client) {
      const { liveProject } = projects.get(project, client);
      const everybody = await reviewSets(context, liveProject, article);
      return {
        ...everybody,
        sets: countedOnce(liveProject, everybody),
        besideSpans: besideSpans(liveProject, everybody),
        alike: alikeAmong(liveProject, everybody),
      };
    },
    async "review.orphans"({ project, article }, client) {
      const { sets } = await reviewSets(context, projects.get(project, client).liveProject, article);
      return { sets: sets.map(({ annotator, set }) => ({ annotator, orphans: set.orphans ?? [] })) };
    },
    async "review.threads"({ project }, client) {
      return { articles: await remarksByArticle(context, projects.get(project, client).liveProject) };
    },
    async "review.samePerson"({ project: handle, people, answer }, client) {
      const { liveProject, steps } = projects.get(handle, client);
      const annotators = await steps.exclusively(() => answerSamePerson(liveProject, people, answer));
      projects.tell(liveProject, { type: "annotators", annotators });
      return { annotators };
    },
  };
}

/** A window has one comparison at a time: the next one ends the one before. */
function comparisonHandlers(
  context: CoreContext,
  projects: OpenProjects,
): Pick<Handlers, "review.compare" | "review.stop"> {
  const comparing = latestOf();
  return {
    async "review.compare"({ project, article, annotators, policies }, client) {
      const projectOpening = projects.get(project, client);
      const { liveProject } = projectOpening;
      return comparing.run(projectOpening, async (signal) => {
        const everybody = await reviewSets(context, liveProject, article);
        const { text, entities } = everybody;
        const sets = countedOnce(liveProject, everybody);
        const chosenSets = annotators.map((id) => {
          const annotatorSet = sets.find(({ annotator }) => annotator.id === id);
          if (!annotatorSet) throw new ApiError("annotator-missing", { annotator: id });
          return annotatorSet;
        });
        const { tagset } = liveProject.folder.project.data();
        const input = { text, entities, tagset, policies, sets: chosenSets.map(({ set }) => set) };
        const comparison = await runJob(context.processes, "compare", input, {
          signal,
          onProgress: (progress) =>
            context.emit({ type: "comparing", project, article, ...progress }, client),
        });
        return { comparison, revisions: chosenSets.map(({ revision }) => revision) };
      });
    },
    "review.stop"({ project }, client) {
      projects.get(project, client);
      comparing.stop(project);
      return null;
    },
  };
}

type PackageMethods =
  | "review.package"
  | "review.packageHead"
  | "review.takeInPreview"
  | "review.takeIn"
  | "review.stopTakeIn";

/** Hands work over by file, and takes a colleague's in. */
function packageHandlers(context: CoreContext, projects: OpenProjects): Pick<Handlers, PackageMethods> {
  const taking = latestOf(() => new ApiError("take-in-stopped"));

  /** Does what can be ended. */
  const stoppable = <T>(opening: Opening, work: (watch: TakeInWatch) => Promise<T>): Promise<T> =>
    taking.run(opening, (signal) => {
      const { handle: project, client } = opening;
      return work({
        signal,
        onProgress: (stage, progress) =>
          context.emit({ type: "taking-in", project, stage, ...progress }, client),
      });
    });

  return {
    async "review.package"({ project, path: asked, overwrite, ...choice }, client) {
      const { liveProject } = projects.get(project, client);
      const path = absolutePath(asked);
      const { write } = await writablePlace(context.disk, path, { root: liveProject.folder.root, overwrite });
      const { text, bundle } = await pack(context, liveProject, choice);
      const bytes = Buffer.from(text, "utf8");
      await write(bytes);
      const sets = bundle.articles.reduce((sum, article) => sum + article.sets.length, 0);
      return { paths: [path], bytes: bytes.length, articles: bundle.articles.length, sets, losses: [] };
    },
    "review.packageHead": (asked) => packageHead(context, asked),
    async "review.takeInPreview"({ project, ...asked }, client) {
      const projectOpening = projects.get(project, client);
      const { liveProject } = projectOpening;
      writerIn(liveProject);
      return stoppable(projectOpening, (watch) => previewOf(context, liveProject, asked, watch));
    },
    async "review.takeIn"({ project, ...asked }, client) {
      const projectOpening = projects.get(project, client);
      writerIn(projectOpening.liveProject);
      return stoppable(projectOpening, (watch) =>
        takeInFile(context, projects, projectOpening, asked, watch),
      );
    },
    "review.stopTakeIn"({ project }, client) {
      projects.get(project, client);
      taking.stop(project);
      return null;
    },
  };
}

/** Tells every window what is here now. */
function announce(projects: OpenProjects, liveProject: LiveProject, articles: readonly string[]): void {
  projects.announceArticles(liveProject);
  const { annotators, assignments = [] } = liveProject.folder.project.data();
  projects.tell(liveProject, { type: "annotators", annotators });
  projects.tell(liveProject, { type: "assignments", assignments });
  projects.announceEntities(liveProject);
  projects.tell(liveProject, { type: "sets", articles });
}

async function previewOf(
  context: CoreContext,
  liveProject: LiveProject,
  asked: Omit<ParsedInput<"review.takeInPreview">, "project">,
  watch: TakeInWatch,
): Promise<TakeInPreview> {
  const source = await readImportSource(context, liveProject, asked, watch);
  if (!source.ok) return source;
  const choices = choicesOf(asked);
  const { plan } = await planFor(context, liveProject, { source, choices, watch });
  const alike = await alikeIn(context, liveProject, plan);
  return { ok: true, ...describeTakeIn(liveProject, source, plan, choices), alike };
}

async function takeInFile(
  context: CoreContext,
  projects: OpenProjects,
  { liveProject, steps, client }: Opening,
  { sha256, opId, step, ...asked }: Omit<ParsedInput<"review.takeIn">, "project">,
  watch: TakeInWatch,
): Promise<TakenIn> {
  const source = await readImportSource(context, liveProject, asked, watch);
  const { file } = source;
  if (!source.ok) throw new ApiError("take-in-refused", { file, count: source.problems.length });
  if (source.sha256 !== sha256) throw new ApiError("take-in-changed", { file });
  const request = { source, choices: choicesOf(asked), opId, step, watch };
  const outcome = await takeIn(context, { liveProject, steps }, request, client).catch((error: unknown) => {
    announce(projects, liveProject, [...liveProject.articles.keys()]);
    throw error;
  });
  const { foreign } = asked;
  if (foreign?.mapping) await rememberMapping(context, foreign.format, foreign.mapping);
  announce(projects, liveProject, [...new Set(outcome.rows.flatMap(({ article }) => article ?? []))]);
  return outcome;
}

const choicesOf = ({
  bring,
  places,
  twins,
  own,
  decided,
}: Pick<ParsedInput<"review.takeIn">, "bring" | "places" | "twins" | "own" | "decided">): TakeInChoices => ({
  bring,
  twins,
  own,
  places: new Map(Object.entries(places)),
  decided: new Map(decided.map(({ key, side }) => [key, side])),
});

/** Who is to annotate what, and how far everybody is. */
function progressHandlers(
  context: CoreContext,
  projects: OpenProjects,
): Pick<Handlers, "project.progress" | "project.assign" | "project.addPerson"> {
  return {
    async "project.progress"({ project }, client) {
      const articles = await progressByArticle(context, projects.get(project, client).liveProject);
      return {
        sets: articles.flatMap(({ sets }) => sets),
        publications: articles.map(({ publication }) => publication),
      };
    },
    async "project.assign"({ project: handle, opId, step: note, ...asked }, client) {
      const { liveProject, steps } = projects.get(handle, client);
      const change = assigning(context, liveProject, asked);
      const work = { parts: [], ...(change && { assignments: change }) };
      if (change) await steps.apply({ opId, step: note, ...work }, client);
      const { assignments = [] } = liveProject.folder.project.data();
      return { assignments, step: change && { ...note, id: opId, ...work } };
    },
    async "project.addPerson"({ project: handle, name }, client) {
      const { liveProject, steps } = projects.get(handle, client);
      const annotator = await steps.exclusively(() => addPerson(context, liveProject, name));
      const { annotators } = liveProject.folder.project.data();
      projects.tell(liveProject, { type: "annotators", annotators });
      return { annotator };
    },
  };
}

/** The report of what the curation changed in somebody's work. */
function feedbackHandlers(context: CoreContext, projects: OpenProjects): HandlersNamed<"feedback"> {
  return {
    async "feedback.write"({ project, annotator, language, path: asked, overwrite }, client) {
      const { liveProject } = projects.get(project, client);
      const path = absolutePath(asked);
      const { write } = await writablePlace(context.disk, path, { root: liveProject.folder.root, overwrite });
      const { printPdf } = context.options;
      const asPdf = /\.pdf$/iu.test(path);
      if (asPdf && !printPdf) throw new ApiError("pdf-unsupported", { file: basename(path) });
      const feedback = feedbackFor(await inputFor(context, liveProject, annotator));
      const page = feedbackPage(
        feedback,
        {
          project: liveProject.folder.project.data().name,
          madeAt: context.now(),
          generator: `Sayso ${context.options.version}`,
        },
        createWords(localeFor(language, [])),
      );
      const bytes = Buffer.from(asPdf && printPdf ? await printPdf(page) : Buffer.from(page, "utf8"));
      await write(bytes);
      const { articles, counts } = feedback;
      return {
        paths: [path],
        bytes: bytes.length,
        articles: articles.length,
        sets: articles.length,
        losses: [],
        counts,
      };
    },
  };
}

/** Throws an `ApiError` where nobody is called so, nothing is curated, or what is curated is none of theirs. */
async function inputFor(
  context: CoreContext,
  liveProject: LiveProject,
  annotator: Id,
): Promise<FeedbackInput> {
  const { annotators: people, tagset } = liveProject.folder.project.data();
  const articles: FeedbackInput["articles"][number][] = [];
  let person: FeedbackInput["annotator"] | null = people.find(({ id }) => id === annotator) ?? null;
  for (const id of liveProject.articles.keys()) {
    const { article, text, sets } = await reviewSets(context, liveProject, id);
    const curated = sets.find((one) => one.annotator.role === "curation");
    const annotatorSet = sets.find((one) => one.annotator.id === annotator);
    if (annotatorSet) person ??= annotatorSet.annotator;
    if (curated && annotatorSet && annotatorSet !== curated)
      articles.push({ id, title: article.title, text, own: annotatorSet.set, curated: curated.set });
  }
  if (!person) throw new ApiError("annotator-missing", { annotator });
  if (articles.length === 0) throw new ApiError("nothing-curated", { name: person.name });
  return { annotator: person, people, articles, entities: entitiesOf(liveProject), tagset };
}

// Who is to annotate what, and who takes part: what changes of it, to be done as a step.

interface Assigning {
  readonly assign: readonly Pair[];
  readonly release: readonly Pair[];
  /** What a draw began from; `null` for what somebody chose. */
  readonly seed: string | null;
}

/**
 * What it changes; `null` for nothing. Throws `article-missing` or `annotator-missing` for an assignment of what the project does not
 * have; anything can be released.
 */
function assigning(
  { now }: CoreContext,
  liveProject: LiveProject,
  { assign: pairs, release, seed }: Assigning,
): AssignmentsChange | null {
  const { annotator: by } = writerIn(liveProject);
  const { annotators, assignments = [] } = liveProject.folder.project.data();
  const people = new Set(annotators.filter(isPerson).map(({ id }) => id));
  for (const { article, annotator } of pairs) {
    if (!liveProject.articles.has(article)) throw new ApiError("article-missing", { article });
    if (!people.has(annotator)) throw new ApiError("annotator-missing", { annotator });
  }
  const provenance = { at: now(), by: by.id, ...(seed === null ? {} : { seed }) };
  const nextAssignments = reassigned(
    assignments,
    pairs.map(({ article, annotator }) => ({ article, annotator, ...provenance })),
    release,
  );
  return fittingAssignments(assignments, {
    added: nextAssignments.filter((one) => !assignments.includes(one)),
    removed: assignments.filter((one) => !nextAssignments.includes(one)),
  });
}

/** Enters somebody who is to take part, by the name that they give Sayso; who is there by that name already stays as they are. */
async function addPerson({ newId }: CoreContext, liveProject: LiveProject, name: string): Promise<Annotator> {
  const { lock } = writerIn(liveProject);
  const { project } = liveProject.folder;
  const findPerson = (): Annotator | undefined =>
    project.data().annotators.find((one) => one.name === name && isPerson(one));
  const existingPerson = findPerson();
  if (existingPerson) return existingPerson;
  const person = { id: newId(), name };
  await lock.fence();
  await project.update((data) => ({ ...data, annotators: [...data.annotators, person] }));
  return person;
}
