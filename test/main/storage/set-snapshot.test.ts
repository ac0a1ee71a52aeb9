// A snapshot holds what the set holds now, nothing that an older snapshot held.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { added, removed } from "../../../shared/model/change.ts";
import type { Progress } from "../../../shared/model/progress.ts";
import { newId } from "../core/workplace.ts";
import { setUnderTest } from "./set-under-test.ts";

test("what was taken back is not in the next snapshot, and the set opens whole again", async () => {
  const under = setUnderTest();
  const store = await under.open();
  const progress: Progress = { id: under.place.article, state: "done", note: "Read twice." };
  await store.append([{ opId: newId(), change: { progress: added(progress) } }]);
  await store.compact();
  expect(readFileSync(under.snapshot, "utf8")).toContain("Read twice.");
  await store.append([{ opId: newId(), change: { progress: removed(progress) } }]);
  await store.compact();
  expect(readFileSync(under.snapshot, "utf8")).not.toContain("Read twice.");
  expect((await under.open()).found).toMatchObject({ unsafe: null, revision: 2 });
});
