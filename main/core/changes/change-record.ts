// The record of everything done to the sets of a project, read from their journals for people to look at: every session, everybody's sets,
// and what colleagues handed over of theirs.

import type { AnnotationSet } from "../../../shared/model/annotation-set.ts";
import type { Article } from "../../../shared/model/article.ts";
import type { Id } from "../../../shared/model/id.ts";
import { tableOf } from "../../../shared/model/table.ts";
import {
  type ChangeRecord,
  describeChange,
  knownWords,
  type RecordedChange,
} from "../../../shared/review/record.ts";
import { readPackagedSteps } from "../../storage/sets/packaged-steps.ts";
import { readRecord } from "../../storage/sets/read-record.ts";
import type { CoreContext } from "../context.ts";
import { articleIn, entitiesOf, type LiveProject, setPlace } from "../project/live-project.ts";
import { annotatorsOf, readOne } from "../project/review-sets.ts";

interface RecordAsked {
  /** `null`: every article. */
  readonly article: Id | null;
  /** A span or card; `null`: everything. */
  readonly record: Id | null;
  readonly most: number;
}

/** Records of one change that are told; the rest is counted. */
const maxLines = 40;
/** What a change is called that no action of a person made. */
const unnamed = "change";

interface OrderedChange extends RecordedChange {
  /** By which changes of the same moment keep their order. */
  readonly order: number;
}

/** Throws `article-missing`, or what hinders reading. */
export async function changeRecord(
  context: CoreContext,
  liveProject: LiveProject,
  { article, record, most }: RecordAsked,
): Promise<ChangeRecord> {
  const articles =
    article === null ? [...liveProject.articles.values()] : [await articleIn(context, liveProject, article)];
  const recordedChanges: OrderedChange[] = [];
  let isIncomplete = false;
  for (const searchedArticle of articles) {
    const articleRecord = await recordOf(context, liveProject, searchedArticle, record);
    for (const change of articleRecord.changes) recordedChanges.push(change);
    isIncomplete ||= articleRecord.isIncomplete;
  }
  recordedChanges.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : b.order - a.order));
  const changes = recordedChanges.slice(0, most).map(({ order: _order, ...change }) => change);
  return { changes, count: recordedChanges.length, isIncomplete };
}

async function recordOf(
  context: CoreContext,
  liveProject: LiveProject,
  article: Article,
  only: Id | null,
): Promise<{ readonly changes: readonly OrderedChange[]; readonly isIncomplete: boolean }> {
  const changes: OrderedChange[] = [];
  let isIncomplete = false;
  const people = new Map(liveProject.folder.project.data().annotators.map(({ id, name }) => [id, name]));
  for (const annotator of await annotatorsOf(context, liveProject, article)) {
    const place = setPlace(liveProject.folder, article, annotator.id);
    const { records, isIncomplete: lacks } = await readRecord(context.disk, place);
    isIncomplete ||= lacks;
    const annotationSet = await setIfAny(context, liveProject, article, annotator);
    const words = knownWords(
      records.map(({ change }) => change),
      annotationSet,
      tableOf(entitiesOf(liveProject)),
    );
    for (const [order, { opId, at, change, step }] of records.entries()) {
      const lines = describeChange(change, words, only);
      if (only !== null && lines.length === 0) continue;
      const { by, ...note } = step ?? { command: unnamed, at };
      changes.push({
        ...note,
        id: opId,
        article: article.id,
        annotator: annotator.name,
        by: by === undefined ? null : (people.get(by) ?? by),
        lines: lines.slice(0, maxLines),
        more: Math.max(0, lines.length - maxLines),
        isHandedOver: false,
        order,
      });
    }
    // A package says what was done in an article, and not to which of its marks.
    const handedOver =
      only === null ? await readPackagedSteps(context.disk, liveProject.folder.root, place) : [];
    for (const [order, { articles: _articles, by: _by, ...step }] of handedOver.entries())
      changes.push({
        ...step,
        article: article.id,
        annotator: annotator.name,
        by: null,
        lines: [],
        more: 0,
        isHandedOver: true,
        order,
      });
  }
  return { changes, isIncomplete };
}

async function setIfAny(
  context: CoreContext,
  liveProject: LiveProject,
  article: Article,
  annotator: Parameters<typeof readOne>[3],
): Promise<AnnotationSet | null> {
  const setOrProblem = await readOne(context, liveProject, article, annotator);
  return "set" in setOrProblem ? setOrProblem.set : null;
}
