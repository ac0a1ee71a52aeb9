// Changes that a disk did not take and that wait in the person's home: the next opening puts them into their articles, as far as these are
// there, also into one that was deleted for good meanwhile and has come back from a version.
import type { Disk } from "../../main/storage/files/disk.ts";
import { readSpillJournals } from "../../main/storage/home/spill-journal.ts";
import type { ApiErrorData } from "../../shared/errors/errors.ts";
import { isDone } from "../../shared/model/change.ts";
import { curationOf } from "../../shared/model/curation.ts";
import type { Id } from "../../shared/model/id.ts";
import type { StepPart } from "../../shared/model/step.ts";
import { afterChange } from "./acts/changes.ts";
import { homeIn } from "./place.ts";
import type { Truth } from "./truth.ts";

interface Kept extends StepPart {
  readonly opId: Id;
}

/** What waits for the next opening, in the order in which it is put in. */
export interface KeptAtHome {
  /** A state as the next opening makes it. */
  after(truth: Truth): Truth;
  /** Whether it is said that something does not fit into an article which is not what it was. */
  isSaid(warning: ApiErrorData): boolean;
}

/** Of a project that nobody has open. */
export async function keptAtHome(
  disk: Disk,
  root: string,
  { project, self }: { readonly project: Id; readonly self: Id },
): Promise<KeptAtHome> {
  const curation = curationOf({ id: project, annotators: [] });
  const home = homeIn(root);
  const of = async (annotator: Id, whose?: "curation"): Promise<Kept[]> =>
    (await readSpillJournals(disk, home, { project, annotator })).flatMap(({ article, records }) =>
      records.map(({ opId, change }) => ({ article, ...(whose && { whose }), change, opId })),
    );
  const kept = [...(await of(self)), ...(await of(curation.id, "curation"))];
  const misfits = new Set<Kept>();
  const applied = (truth: Truth, one: Kept): Truth => {
    const article = truth.articles.get(one.article);
    if (!article || truth.steps.some(({ id }) => id === one.opId)) return truth;
    const set = one.whose ? article.curated : article.own;
    if (isDone({ set, entities: truth.entities }, one.change)) return truth;
    const isNew = one.whose && truth.annotators.every(({ id }) => id !== curation.id);
    const entered = isNew ? { ...truth, annotators: [...truth.annotators, curation] } : truth;
    const after = afterChange(entered, one);
    if (!after) misfits.add(one);
    return after ?? truth;
  };
  return {
    after: (truth) => kept.reduce(applied, truth),
    isSaid: ({ problem, detail }) =>
      problem === "changes-kept" && detail.why === "unfitting" && misfits.size > 0,
  };
}
