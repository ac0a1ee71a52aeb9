// Learning from this person’s cards: started, held against the rules, switched off and on, and taken back.
import type { learningMethods } from "../../../shared/api/methods/learning.ts";
import type { LearnedSuggestions } from "../../../shared/api/replies.ts";
import { ApiError } from "../../../shared/errors/errors.ts";
import type { AnnotationSet } from "../../../shared/model/annotation-set.ts";
import { articleStateOf } from "../../../shared/model/article-state.ts";
import type { Id } from "../../../shared/model/id.ts";
import { get, records } from "../../../shared/model/table.ts";
import type { LearningArticle, LearningOutcome } from "../../../shared/suggestions/learning/learn.ts";
import type { LearningFile } from "../../../shared/suggestions/learning/learned.ts";
import { type ReadLearned, readLearned, updateLearned } from "../../storage/sets/learned-file.ts";
import { latestOf, type Opening } from "../changes/opening.ts";
import type { CoreContext } from "../context.ts";
import type { HandlersFor } from "../dispatch.ts";
import { readSuggestedText } from "../jobs/article-suggestions.ts";
import { runJob } from "../jobs/run-job.ts";
import type { OpenProjects } from "../open-projects.ts";
import { articleIn, type LiveProject, shownAnnotator, writerIn } from "../project/live-project.ts";
import { ownSet } from "../project/own-sets.ts";

export const learningHandlers = (
  context: CoreContext,
  projects: OpenProjects,
): HandlersFor<typeof learningMethods> => {
  const learning = latestOf();
  return {
    async "learning.get"({ project }, client) {
      const { liveProject } = projects.get(project, client);
      const annotator = shownAnnotator(liveProject);
      return replyOf(annotator ? await readOf(context, liveProject, annotator.id) : nothing);
    },
    "learning.learn"({ project }, client) {
      const opening = projects.get(project, client);
      return learning.run(opening, (signal) => learn(context, opening, signal));
    },
    async "learning.turn"({ project, on }, client) {
      return change(context, projects.get(project, client), (file) => ({ ...file, on }));
    },
    async "learning.undo"({ project }, client) {
      return change(context, projects.get(project, client), (file) => {
        if (file.before.length === 0) throw new ApiError("nothing-learned");
        return { ...file, used: file.before.at(-1) ?? null, before: file.before.slice(0, -1) };
      });
    },
  };
};

const nothing: ReadLearned = { file: null, damaged: false };

const readOf = (context: CoreContext, { folder }: LiveProject, annotator: Id): Promise<ReadLearned> =>
  readLearned(context.disk, folder.root, annotator);

function replyOf({ file, damaged }: ReadLearned): LearnedSuggestions {
  return {
    on: file?.on ?? true,
    used: file?.used ?? null,
    last: file?.last ?? null,
    canUndo: (file?.before.length ?? 0) > 0,
    damaged,
  };
}

const newFile: LearningFile = {
  format: "sayso-learned-suggestions",
  on: true,
  used: null,
  before: [],
  last: null,
};

/** Throws `nothing-learned` where there is nothing that could be changed. */
const change = (
  context: CoreContext,
  opening: Opening,
  to: (file: LearningFile) => LearningFile,
): Promise<LearnedSuggestions> =>
  update(context, opening, writerIn(opening.liveProject), (file) => {
    if (!file) throw new ApiError("nothing-learned");
    return to(file);
  });

/** Reads and writes while nothing else does, so that of two changes neither is lost. */
async function update(
  { disk }: CoreContext,
  { liveProject, steps }: Opening,
  { annotator, lock }: ReturnType<typeof writerIn>,
  next: (file: LearningFile | null) => LearningFile,
): Promise<LearnedSuggestions> {
  const place = { disk, root: liveProject.folder.root, annotator: annotator.id };
  const file = await steps.exclusively(() => updateLearned(place, lock.fence, next));
  return replyOf({ file, damaged: false });
}

/** How many times it can be taken back. */
const mostBefore = 20;

async function learn(
  context: CoreContext,
  opening: Opening,
  signal: AbortSignal,
): Promise<LearnedSuggestions | null> {
  const { liveProject } = opening;
  // Whose cards are read: what they teach is kept as this person's, whoever it is when the work is done.
  const writer = writerIn(liveProject);
  const articles = await articlesOf(context, liveProject);
  const outcome: LearningOutcome | null = await runJob(
    context.processes,
    "learn",
    { articles },
    { signal, onProgress: () => undefined },
  );
  if (!outcome) return null;
  const at = context.now();
  return update(context, opening, writer, (file) => withOutcome(file ?? newFile, outcome, at));
}

const withOutcome = (file: LearningFile, { gate, learned }: LearningOutcome, at: string): LearningFile =>
  gate.passed
    ? {
        ...file,
        used: { at, learned, gate },
        before: [...file.before, file.used].slice(-mostBefore),
        last: { at, gate },
      }
    : { ...file, last: { at, gate } };

/** As many as are learned from: those that were changed last. They are enough, and take seconds. */
const mostArticles = 100;

/** The articles in which this person made cards, by id, so that the same project teaches the same. */
async function articlesOf(
  context: CoreContext,
  liveProject: LiveProject,
): Promise<readonly LearningArticle[]> {
  const sets: { readonly id: Id; readonly set: AnnotationSet }[] = [];
  for (const id of liveProject.articles.keys()) {
    const own = await ownSet(context, liveProject, id);
    if (own && own.set.attributions.size > 0) sets.push({ id, set: own.set });
  }
  const latest = sets
    .map((one) => ({ ...one, at: lastMade(one.set) }))
    .toSorted((a, b) => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at > b.at ? -1 : 1))
    .slice(0, mostArticles)
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const articles: LearningArticle[] = [];
  for (const { id, set } of latest) {
    const { text, language } = await readSuggestedText(
      context,
      liveProject,
      await articleIn(context, liveProject, id),
    );
    articles.push(articleOf(text, language, set));
  }
  return articles;
}

function lastMade(set: AnnotationSet): string {
  let last = "";
  for (const { provenance } of records(set.attributions)) {
    const at = provenance.editedAt ?? provenance.at;
    if (at > last) last = at;
  }
  return last;
}

/** An article that is not done is read as far as its last card. */
function articleOf(text: string, language: LearningArticle["language"], set: AnnotationSet): LearningArticle {
  const segments = (ids: readonly (Id | null)[]) =>
    ids.flatMap((id) =>
      id === null ? [] : (get(set.spans, id)?.segments ?? []).map(({ start, end }) => ({ start, end })),
    );
  const cards = Array.from(records(set.attributions), ({ voice, cue, claim }) => ({
    voice: segments(voice),
    cue: segments([cue]),
    claim: segments([claim]),
  }));
  const ends = cards.flatMap(({ voice, cue, claim }) => [...voice, ...cue, ...claim]).map(({ end }) => end);
  return {
    text,
    language,
    cards,
    readUntil: articleStateOf(set) === "done" ? text.length : Math.max(0, ...ends),
    rejected: Array.from(records(set.rejections), ({ segment: { start, end } }) => ({ start, end })),
  };
}
