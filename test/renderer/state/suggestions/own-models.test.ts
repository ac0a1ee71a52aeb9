import { expect, test } from "vitest";
import type { Workspace } from "../../../../renderer/state/project/workspace.ts";
import { ownModelsOf } from "../../../../renderer/state/suggestions/own-models.ts";

/** A window over a core that answers an attempt only when it is stopped. */
function window() {
  const calls: string[] = [];
  let answer: (run: null) => void = () => undefined;
  const call = async (name: string): Promise<null> => {
    calls.push(name);
    if (name !== "models.try") answer(null);
    return name === "models.try" ? new Promise((resolve) => (answer = resolve)) : null;
  };
  return { calls, own: ownModelsOf({ client: { call } } as unknown as Workspace) };
}

test("a row that goes ends the attempt with its own model, and none with another", async () => {
  const { calls, own } = window();
  own.stopAttempt("One");
  const attempt = own.attempt("Two");
  own.stopAttempt("One");
  expect(calls).toEqual(["models.try"]);
  own.stopAttempt("Two");
  expect(await attempt).toBeNull();
  own.stopAttempt("Two");
  expect(calls).toEqual(["models.try", "models.stopTrying"]);
});
