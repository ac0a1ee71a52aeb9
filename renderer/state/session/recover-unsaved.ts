// Gives the core what windows that are gone had made in a project and not saved, when that project is opened.
import type { Client } from "../../../shared/api/client.ts";
import type { OpenProject } from "../../../shared/api/contract.ts";
import { ApiError, type ApiErrorData } from "../../../shared/errors/errors.ts";
import { curationOf } from "../../../shared/model/curation.ts";
import type { Id } from "../../../shared/model/id.ts";
import type { Outbox, PendingChange, UnsavedWork } from "./outbox.ts";

export interface RecoveredWork {
  /** What is to be said of it: what was applied, and what still waits. */
  readonly warnings: readonly ApiErrorData[];
  /** What does not fit any more, by article; it stays in the outbox until a person has been told. */
  readonly unfitting: readonly UnsavedWork[];
  /** Articles that are not in the project, of which something stays in the outbox. */
  readonly absent: ReadonlySet<Id>;
}

/** Never rejects with an `ApiError`: what could not be applied stays in the outbox for the next opening. */
export async function recoverUnsaved(
  client: Client,
  outbox: Outbox,
  open: OpenProject,
): Promise<RecoveredWork> {
  const { annotator, readOnly, project, articles } = open;
  if (!annotator || readOnly) return { warnings: [], unfitting: [], absent: new Set() };
  const warnings: ApiErrorData[] = [];
  const unfitting: UnsavedWork[] = [];
  const absent = new Set<Id>();
  const curated = await outbox.takeOver(project.id, curationOf(project).id);
  const leftSets = [
    ...(await outbox.takeOver(project.id, annotator.id)),
    ...curated.map((one): UnsavedWork => ({ ...one, whose: "curation" })),
  ];
  for (const { waiting, ...set } of leftSets) {
    const { article } = set;
    const file = articles.find(({ id }) => id === article)?.title;
    // An article that is gone may come back with a synchronised folder, or from the trash.
    if (file === undefined) {
      absent.add(article);
      continue;
    }
    try {
      const changes = [...waiting];
      const answer = await client.call("annotations.applyUnsaved", { project: open.handle, ...set, changes });
      const misfits = new Set(answer.unfitting);
      outbox.forget(opIdsOf(waiting).filter((opId) => !misfits.has(opId)));
      if (misfits.size > 0)
        unfitting.push({ ...set, waiting: waiting.filter(({ opId }) => misfits.has(opId)) });
      if (answer.applied > 0) warnings.push(keptWarning({ file, why: "applied", count: answer.applied }));
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      warnings.push(keptWarning({ file, why: "waiting", count: waiting.length, cause: error.problem }));
    }
  }
  return { warnings, unfitting, absent };
}

export const opIdsOf = (waiting: readonly PendingChange[]): readonly Id[] => waiting.map(({ opId }) => opId);

const keptWarning = (detail: ApiErrorData["detail"]): ApiErrorData =>
  new ApiError("changes-kept", detail).toData();
