// Models of the person's own as the window shows and changes them; the core keeps them. One a window.

import type { KnownModel, ModelRun } from "../../../shared/api/own-models.ts";
import { ApiError, type ApiErrorData } from "../../../shared/errors/errors.ts";
import { memoize } from "../../../shared/model/memoize.ts";
import type { OwnModel } from "../../../shared/suggestions/own-model.ts";
import { createStore, type ReadableStore } from "../../lib/store.ts";
import type { Workspace } from "../project/workspace.ts";
import { suggestingOf } from "./suggesting.ts";

/** What a change came to: nothing, or why it could not be made. */
type Outcome = Promise<ApiErrorData | null>;

interface OwnModels {
  /** `null` until they are known. */
  readonly models: ReadableStore<readonly KnownModel[] | null>;
  load(): Outcome;
  put(model: OwnModel, replaces: string | null): Outcome;
  remove(name: string): Outcome;
  /** Waits for the person's answer where they are asked outside of the page. */
  turn(name: string, on: boolean): Outcome;
  /** `null` when it was stopped. */
  attempt(name: string): Promise<ModelRun | null>;
  /** Ends the attempt with this model, where there is one going on. */
  stopAttempt(name: string): void;
}

/** The models of a window: the same ones every time. */
export const ownModelsOf = memoize(createOwnModels);

function createOwnModels(workspace: Workspace): OwnModels {
  const { client } = workspace;
  const models = createStore<readonly KnownModel[] | null>(null);
  /** The model that is being tried: one at a time. */
  let tried: string | null = null;

  async function change(call: () => Promise<{ readonly models: readonly KnownModel[] }>): Outcome {
    try {
      models.set((await call()).models);
      return null;
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      return error.toData();
    }
  }

  /** What is suggested follows at once. */
  async function changeAsked(call: Parameters<typeof change>[0]): Outcome {
    const problem = await change(call);
    if (problem === null) suggestingOf(workspace).again();
    return problem;
  }

  return {
    models,
    load: () => change(() => client.call("models.list", {})),
    put: (model, replaces) => changeAsked(() => client.call("models.put", { model, replaces })),
    remove: (name) => changeAsked(() => client.call("models.remove", { name })),
    turn: (name, on) => changeAsked(() => client.call("models.turn", { name, on })),
    async attempt(name) {
      tried = name;
      try {
        return await client.call("models.try", { name });
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        return { model: name, report: null, problem: error.toData() };
      } finally {
        if (tried === name) tried = null;
      }
    },
    stopAttempt(name) {
      if (tried !== name) return;
      client.call("models.stopTrying", {}).catch((error: unknown) => {
        // A host that is gone has stopped it.
        if (!(error instanceof ApiError)) throw error;
      });
    },
  };
}
