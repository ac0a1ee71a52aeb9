// Gathers what an export is made of: the articles and sets that were asked for, as they stand at this moment, including
// changes that only the journals hold.

import {
  bundleOf,
  type ExportBundle,
  type ExportedArticle,
  type ExportHead,
} from "../../../shared/annotated-json/bundle.ts";
import { ApiError } from "../../../shared/errors/errors.ts";
import { type AnnotationSetJson, setFromJson, setToJson } from "../../../shared/model/annotation-set.ts";
import type { Article } from "../../../shared/model/article.ts";
import { type ArticleSet, isInSet } from "../../../shared/model/article-set.ts";
import { articleStateOf } from "../../../shared/model/article-state.ts";
import { isPerson } from "../../../shared/model/curation.ts";
import type { Id } from "../../../shared/model/id.ts";
import type { WorkProgress } from "../../../shared/model/work.ts";
import { publishedFacts, sharedFactsOf } from "../../../shared/review/article-facts.ts";
import { progressOf } from "../../../shared/review/assignments.ts";
import { readText } from "../../storage/articles/article-files.ts";
import type { CoreContext } from "../context.ts";
import { articleIn, entitiesOf, type LiveProject, setPlace } from "../project/live-project.ts";
import { currentSet } from "../project/own-sets.ts";

/** `null`: all. */
export interface ExportChoice {
  readonly articles: readonly Id[] | null;
  readonly annotators: readonly Id[] | null;
}

/**
 * Throws an `ApiError` for what is not there, and for an article or set that cannot be read whole. `onArticle` is told how far it
 * is, and may end it by throwing.
 */
export async function gatherBundle(
  context: CoreContext,
  liveProject: LiveProject,
  choice: ExportChoice,
  onArticle: (progress: WorkProgress) => void = () => undefined,
): Promise<ExportBundle> {
  const { ids, read, head } = exportSource(context, liveProject, choice);
  const articles: ExportedArticle[] = [];
  for (const [done, id] of ids.entries()) {
    onArticle({ done, of: ids.length });
    articles.push(await read(id));
  }
  return bundleOf({ ...head, project: liveProject.folder.project.data(), articles });
}

/** The same for who takes articles one by one. */
export interface ExportSource {
  readonly ids: readonly Id[];
  /** With everybody and every entity of the project. */
  readonly head: ExportHead;
  read(id: Id): Promise<ExportedArticle>;
}

/** Throws an `ApiError` for an annotator who is not there. */
export function exportSource(
  context: CoreContext,
  liveProject: LiveProject,
  choice: ExportChoice,
): ExportSource {
  const { id, name, annotators, tagset, articleSets } = liveProject.folder.project.data();
  const annotatorIds = annotators.map((annotator) => annotator.id);
  const whose = choice.annotators ?? annotatorIds;
  const stranger = whose.find((one) => !annotatorIds.includes(one));
  if (stranger) throw new ApiError("annotator-missing", { annotator: stranger });
  const exportedAt = context.now();
  const generator = `Sayso ${context.options.version}`;
  return {
    ids: choice.articles ?? [...liveProject.articles.keys()],
    head: {
      ...{
        project: { id, name },
        annotators,
        tagset,
        entities: entitiesOf(liveProject),
        exportedAt,
        generator,
      },
      ...(articleSets && { articleSets }),
    },
    async read(id) {
      const article = await articleIn(context, liveProject, id);
      const text = await readText(context.disk, liveProject.folder.root, article);
      const sets = await setsOf(context, liveProject, article, whose);
      const inSets = await setsHolding(context, liveProject, {
        article,
        text,
        known: sets,
        among: articleSets,
      });
      return { article, text, sets, ...(inSets.length > 0 && { inSets }) };
    },
  };
}

/** An article, its sets that were read already, and the sets of articles that may hold it. */
interface Holding {
  readonly article: Article;
  readonly text: string;
  readonly known?: readonly AnnotationSetJson[];
  readonly among: readonly ArticleSet[] | undefined;
}

/** Those of the sets of articles that hold the article, by their ids. Opens everybody's sets of it only where one asks who works on what. */
export async function setsHolding(
  context: CoreContext,
  liveProject: LiveProject,
  { article, text, known = [], among = [] }: Holding,
): Promise<readonly Id[]> {
  if (among.length === 0) return [];
  const { annotators, assignments = [] } = liveProject.folder.project.data();
  // Who is assigned to it stands in the project.
  const needsWork = among.some(({ filter }) => filter.work ?? filter.annotated);
  const curation = annotators.find(({ kind }) => kind === "curation")?.id;
  const others = annotators.map(({ id }) => id).filter((id) => !known.some((set) => set.annotatorId === id));
  const everybodysSets = needsWork
    ? [...known, ...(await setsOf(context, liveProject, article, others))]
    : [];
  const { articles } = progressOf({
    articles: [article.id],
    people: annotators.filter(isPerson).map(({ id }) => id),
    assignments,
    sets: everybodysSets.map((json) => ({
      ...{ article: article.id, annotator: json.annotatorId, isCuration: json.annotatorId === curation },
      state: articleStateOf(setFromJson(json)),
    })),
  });
  const facts = sharedFactsOf(article, articles[0], publishedFacts(article, text));
  return among.filter((set) => isInSet(set, facts)).map(({ id }) => id);
}

async function setsOf(
  context: CoreContext,
  liveProject: LiveProject,
  article: Article,
  annotators: readonly Id[],
): Promise<AnnotationSetJson[]> {
  const sets: AnnotationSetJson[] = [];
  for (const annotator of annotators) {
    const json = await setOf(context, liveProject, article, annotator);
    if (json) sets.push(json);
  }
  return sets;
}

/** `null` when this annotator has not begun with the article. */
async function setOf(
  context: CoreContext,
  liveProject: LiveProject,
  article: Article,
  annotator: Id,
): Promise<AnnotationSetJson | null> {
  const { set, revision, unsafe, warnings } = await currentSet(
    context,
    liveProject,
    setPlace(liveProject.folder, article, annotator),
  );
  const [warning] = warnings;
  if (unsafe === "damaged" && warning) throw new ApiError(warning.problem, { ...warning.detail });
  return revision > 0 ? setToJson(set) : null;
}
