// The suggestions of the models that are on, for articles of a project: each is asked once for a text, and what it said is kept while the
// project is open.

import type { ModelRun } from "../../../shared/api/own-models.ts";
import type { Id } from "../../../shared/model/id.ts";
import { memoize } from "../../../shared/model/memoize.ts";
import type { WorkProgress } from "../../../shared/model/work.ts";
import type { ModelAnswer } from "../../../shared/suggestions/model-answer.ts";
import { type OwnModel, wayKey } from "../../../shared/suggestions/own-model.ts";
import { isAllowed } from "../../../shared/suggestions/own-models.ts";
import type { SuggestedCard } from "../../../shared/suggestions/suggested-card.ts";
import { readText } from "../../storage/articles/article-files.ts";
import { ignoreFailure } from "../../storage/files/storage-error.ts";
import type { CoreContext } from "../context.ts";
import { articleIn, type LiveProject } from "../project/live-project.ts";
import type { AskedArticle } from "./model-request.ts";
import { type RunOptions, runModel, sumOf } from "./run-model.ts";

const cacheOf = memoize((_: LiveProject) => new Map<string, ModelAnswer>());
/** More than these are asked for anew. */
const mostKept = 500;
/** Articles that one start of a program is given. */
const atOnce = 20;

/** Those that are asked about every article, as the home says now. */
export async function modelsThatAreOn({ settings }: CoreContext): Promise<readonly OwnModel[]> {
  // What cannot be read allows nothing; the rules go on.
  if (!(await ignoreFailure(() => settings.reloadModels()))) return [];
  return settings.models().filter((model) => model.on && isAllowed(model));
}

/** Programs start in the person's own folder: in a project's a stranger's files may lie. */
export const askOptions = (
  { options, closing, processes }: CoreContext,
  signal: AbortSignal,
): RunOptions => ({
  signal: AbortSignal.any([signal, closing]),
  folder: options.home,
  processes,
});

interface ModelsOptions {
  readonly signal: AbortSignal;
  /** In articles, of all models together. */
  onProgress(progress: WorkProgress): void;
}

interface FromModels {
  /** Of each article, a list a model. */
  readonly cards: ReadonlyMap<Id, readonly (readonly SuggestedCard[])[]>;
  readonly runs: readonly ModelRun[];
}

/** `null` when it was ended. A model that fails proposes nothing, and its run says why. */
export async function askModelsFor(
  context: CoreContext,
  liveProject: LiveProject,
  models: readonly OwnModel[],
  articles: readonly Id[],
  { signal, onProgress }: ModelsOptions,
): Promise<FromModels | null> {
  const cards = new Map<Id, (readonly SuggestedCard[])[]>(articles.map((id) => [id, []]));
  const runs: ModelRun[] = [];
  let done = 0;
  const countDone = (more: number): void => {
    done += more;
    onProgress({ done, of: articles.length * models.length });
  };
  for (const model of models) {
    const modelAnswers = await askOneModel(context, liveProject, model, articles, {
      signal,
      told: countDone,
    });
    if (!modelAnswers) return null;
    runs.push(modelAnswers.run);
    for (const [id, { cards: list }] of modelAnswers.found) cards.get(id)?.push(list);
  }
  return { cards, runs };
}

async function askOneModel(
  context: CoreContext,
  liveProject: LiveProject,
  model: OwnModel,
  articles: readonly Id[],
  { signal, told }: { readonly signal: AbortSignal; told(more: number): void },
): Promise<{ readonly found: ReadonlyMap<Id, ModelAnswer>; readonly run: ModelRun } | null> {
  const cache = cacheOf(liveProject);
  const answers = new Map<Id, ModelAnswer>();
  const uncachedArticles: { readonly id: Id; readonly key: string }[] = [];
  for (const id of articles) {
    const { textHash } = await articleIn(context, liveProject, id);
    const key = JSON.stringify([model.name, wayKey(model.way), textHash]);
    const cachedAnswer = cache.get(key);
    if (cachedAnswer) answers.set(id, cachedAnswer);
    else uncachedArticles.push({ id, key });
  }
  told(answers.size);
  for (let from = 0; from < uncachedArticles.length; from += atOnce) {
    const batch = uncachedArticles.slice(from, from + atOnce);
    const askedArticles: AskedArticle[] = [];
    for (const { id } of batch) {
      const article = await articleIn(context, liveProject, id);
      askedArticles.push({ id, text: await readText(context.disk, liveProject.folder.root, article) });
    }
    const ran = await runModel(model, askedArticles, askOptions(context, signal));
    if (!ran) return null;
    if (!ran.ok) return { found: new Map(), run: { model: model.name, report: null, problem: ran.problem } };
    batch.forEach(({ id, key }, at) => {
      const answer = ran.answers[at];
      if (!answer) return;
      answers.set(id, answer);
      if (cache.size < mostKept) cache.set(key, answer);
    });
    told(batch.length);
  }
  const report = sumOf([...answers.values()].map((one) => one.report));
  return { found: answers, run: { model: model.name, report, problem: null } };
}
