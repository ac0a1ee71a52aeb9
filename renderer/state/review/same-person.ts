// Answers for the project whether two annotators are one person.
import { ApiError, type ApiErrorData } from "../../../shared/api/errors.ts";
import type { Id } from "../../../shared/model/id.ts";
import type { SamePersonAnswer } from "../../../shared/review/one-person.ts";
import type { Workspace } from "../workspace.ts";
import { comparingOf } from "./comparing.ts";
import { measuringOf } from "./measuring.ts";

/** Compares and measures anew whatever was compared and measured. Answers with what went wrong, or `null`. */
export async function answerSamePerson(
  workspace: Workspace,
  people: readonly [Id, Id],
  answer: SamePersonAnswer,
): Promise<ApiErrorData | null> {
  try {
    await workspace.call((project) =>
      workspace.client.call("review.samePerson", { project, people: [...people], answer }),
    );
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return error.toData();
  }
  if (measuringOf(workspace).state.get().result) measuringOf(workspace).refresh();
  if (comparingOf(workspace).state.get().sets) await comparingOf(workspace).refresh();
  return null;
}
