// Asks the core for a change of the project that is a step of the history.
import { ApiError, type ApiErrorData } from "../../../shared/errors/errors.ts";
import type { Id } from "../../../shared/model/id.ts";
import type { Step, StepNote } from "../../../shared/model/step.ts";
import type { Workspace } from "./workspace.ts";

interface StepRequest {
  readonly project: Id;
  readonly opId: Id;
  readonly step: StepNote;
}

/** Records the step that the call returns; a call that changes nothing returns none. Resolves with why it failed, or `null`. */
export async function requestStep(
  { call, history, newId, state }: Workspace,
  command: string,
  send: (request: StepRequest) => Promise<{ readonly step: Step | null }>,
): Promise<ApiErrorData | null> {
  state.get().session?.dismissNotice();
  const request = { opId: newId(), step: history.note(command) };
  try {
    const { step } = await call((project) => send({ ...request, project }));
    if (step) history.record(step);
    return null;
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return error.toData();
  }
}
