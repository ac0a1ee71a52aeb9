// Agreement between annotators, measured. A window has one measurement at a time: the next one ends the one before.
import { defaultOptions } from "../../../shared/agreement/measure.ts";
import type { ParsedInput } from "../../../shared/api/contract.ts";
import type {
  agreementMethods,
  MeasurablePerson,
  MeasuredAgreement,
} from "../../../shared/api/methods/agreement.ts";
import { ApiError } from "../../../shared/errors/errors.ts";
import type { AnnotationSetJson } from "../../../shared/model/annotation-set.ts";
import { isPerson } from "../../../shared/model/curation.ts";
import type { Id } from "../../../shared/model/id.ts";
import { languageOfArticle } from "../../../shared/model/language.ts";
import { type QuestionId, questionIds } from "../../../shared/review/agreement/answers.ts";
import type { MeasuredArticle } from "../../../shared/review/agreement/compared-article.ts";
import { type AgreementInput, defaultChoice } from "../../../shared/review/agreement/report.ts";
import { usualPeople } from "../../../shared/review/common-articles.ts";
import { likePeople } from "../../../shared/review/like-people.ts";
import { personOf } from "../../../shared/review/one-person.ts";
import { latestOf, type Opening } from "../changes/opening.ts";
import type { CoreContext } from "../context.ts";
import type { HandlersFor } from "../dispatch.ts";
import { runJob } from "../jobs/run-job.ts";
import type { OpenProjects } from "../open-projects.ts";
import { entitiesOf, type LiveProject } from "../project/live-project.ts";
import { reviewSets } from "../project/review-sets.ts";
import { countedOnce } from "../review/same-person.ts";

export function agreementHandlers(
  context: CoreContext,
  projects: OpenProjects,
): HandlersFor<typeof agreementMethods> {
  const measuring = latestOf();
  return {
    async "agreement.run"({ project, ...asked }, client) {
      const projectOpening = projects.get(project, client);
      return measuring.run(projectOpening, (signal) => measure(context, projectOpening, asked, signal));
    },
    async "review.likePeople"({ project }, client) {
      const { liveProject } = projects.get(project, client);
      return { alike: (await everythingIn(context, liveProject, null)).alike };
    },
    "agreement.stop"({ project }, client) {
      projects.get(project, client);
      measuring.stop(project);
      return null;
    },
  };
}

type AgreementRequest = Omit<ParsedInput<"agreement.run">, "project">;

async function measure(
  context: CoreContext,
  { liveProject, handle: project, client }: Opening,
  asked: AgreementRequest,
  signal: AbortSignal,
) {
  const projectSets = await everythingIn(context, liveProject, asked.articles);
  const person = personOf(liveProject.folder.project.data().annotators);
  const annotatorIds = [...new Set(asked.annotators?.map(person) ?? usual(projectSets.people))];
  const annotatorsById = new Map(projectSets.people.map(({ annotator }) => [annotator.id, annotator]));
  const annotators = annotatorIds.map((id) => {
    const annotator = annotatorsById.get(id);
    if (!annotator) throw new ApiError("annotator-missing", { annotator: id });
    return annotator;
  });
  const articles = projectSets.articles.flatMap(({ sets, ...article }): MeasuredArticle[] => {
    const chosenSets = annotatorIds.flatMap((id) => sets.find(({ annotatorId }) => annotatorId === id) ?? []);
    return annotatorIds.length > 1 && chosenSets.length === annotatorIds.length
      ? [{ ...article, sets: chosenSets }]
      : [];
  });
  const measured = new Set(articles.map(({ id }) => id));
  const report = await runJob(
    context.processes,
    "agreement",
    inputOf(liveProject, asked, annotators, articles),
    {
      signal,
      onProgress: (progress) => context.emit({ type: "measuring", project, ...progress }, client),
    },
  );
  return {
    people: projectSets.people,
    report,
    leftOut: projectSets.articles.flatMap(({ id, sets }) =>
      measured.has(id) || !sets.some(({ annotatorId }) => annotatorIds.includes(annotatorId)) ? [] : [id],
    ),
    damaged: projectSets.damaged,
    alike: projectSets.alike,
  };
}

function inputOf(
  liveProject: LiveProject,
  { types, questions, policies, measures, gamma, seed, samples }: AgreementRequest,
  annotators: AgreementInput["annotators"],
  articles: readonly MeasuredArticle[],
): AgreementInput {
  const { tagset } = liveProject.folder.project.data();
  const knownIds = new Set<string>(questionIds(tagset));
  const isQuestion = (id: string): id is QuestionId => knownIds.has(id);
  return {
    annotators: annotators.map(({ id, name }) => ({ id, name })),
    articles,
    entities: entitiesOf(liveProject),
    tagset,
    choice: {
      ...defaultChoice,
      types,
      questions: questions?.filter(isQuestion) ?? null,
      policies,
      measures,
      gamma,
      options: { ...defaultOptions, seed, samples },
      intervals: { ...defaultChoice.intervals, seed },
    },
  };
}

/** Of each person one set of each article. */
interface Everything {
  readonly people: readonly MeasurablePerson[];
  readonly articles: readonly MeasuredArticle[];
  readonly damaged: readonly Id[];
  readonly alike: MeasuredAgreement["alike"];
}

async function everythingIn(
  context: CoreContext,
  liveProject: LiveProject,
  wanted: readonly Id[] | null,
): Promise<Everything> {
  const people = new Map<Id, { annotator: MeasurablePerson["annotator"]; articles: Id[] }>();
  const articles: MeasuredArticle[] = [];
  const damaged: Id[] = [];
  const { articleLanguage } = liveProject.folder.project.data().tagset;
  const every: { readonly sets: readonly AnnotationSetJson[] }[] = [];
  for (const id of liveProject.articles.keys()) {
    const everybody = await reviewSets(context, liveProject, id);
    const { article, text, damaged: unread } = everybody;
    const sets = countedOnce(liveProject, everybody);
    for (const { annotator } of sets) {
      const person = people.get(annotator.id) ?? { annotator, articles: [] };
      people.set(annotator.id, person);
      person.articles.push(id);
    }
    if (wanted && !wanted.includes(id)) continue;
    if (unread.length > 0) damaged.push(id);
    const { title, metadata } = article;
    const language = languageOfArticle(article, text, articleLanguage);
    articles.push({ id, title, text, language, metadata, sets: sets.map(({ set }) => set) });
    every.push({ sets: everybody.sets.map(({ set }) => set) });
  }
  const alike = likePeople(every, liveProject.folder.project.data().annotators);
  return { people: [...people.values()], articles, damaged, alike };
}

/** Everybody but the curation where an article has a set of each; else the two who have most in common. */
const usual = (people: readonly MeasurablePerson[]): readonly Id[] =>
  usualPeople(
    people
      .filter(({ annotator }) => isPerson(annotator))
      .map(({ annotator: { id }, articles }) => ({ id, articles })),
  );
