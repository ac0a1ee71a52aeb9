// What windows that are gone have left is given to the core when the project is opened, and leaves the outbox only then.
import { describe, expect, test } from "vitest";
import type { Outbox, UnsavedWork } from "../../../../renderer/state/session/outbox.ts";
import { recoverUnsaved } from "../../../../renderer/state/session/recover-unsaved.ts";
import type { Client } from "../../../../shared/api/client.ts";
import type { OpenProject } from "../../../../shared/api/contract.ts";
import { ApiError, type Problem } from "../../../../shared/errors/errors.ts";
import { noOutbox } from "../../../helpers/memory-outbox.ts";

const waiting = (...opIds: readonly string[]) => opIds.map((opId) => ({ opId, change: {} }));
const open = {
  handle: "h",
  project: { id: "p", annotators: [] },
  annotator: { id: "ana", name: "Ana" },
  readOnly: null,
  articles: [
    { id: "a", title: "Bridge" },
    { id: "b", title: "Ferry" },
  ],
} as unknown as OpenProject;

function scene(left: readonly UnsavedWork[], answers: Readonly<Record<string, readonly string[] | Problem>>) {
  const asked: unknown[] = [];
  const forgotten: string[] = [];
  const outbox: Outbox = {
    ...noOutbox,
    takeOver: async (project, annotator) => (project === "p" && annotator === "ana" ? left : []),
    forget: (opIds) => forgotten.push(...opIds),
  };
  const client = {
    async call(method: string, input: { article: string; changes: readonly { opId: string }[] }) {
      asked.push([method, input.article, input.changes.map(({ opId }) => opId)]);
      const answer = answers[input.article] ?? [];
      if (typeof answer === "string") throw new ApiError(answer);
      return { applied: input.changes.length - answer.length, unfitting: answer };
    },
  } as unknown as Client;
  return { outbox, client, asked, forgotten };
}

describe("handing over", () => {
  test("offers each article its changes in order, says so, and forgets them", async () => {
    const { outbox, client, asked, forgotten } = scene(
      [
        { article: "a", waiting: waiting("1", "2") },
        { article: "b", waiting: waiting("3") },
      ],
      {},
    );
    const { warnings, unfitting } = await recoverUnsaved(client, outbox, open);
    expect(asked).toEqual([
      ["annotations.applyUnsaved", "a", ["1", "2"]],
      ["annotations.applyUnsaved", "b", ["3"]],
    ]);
    expect(warnings.map(({ problem, detail }) => [problem, detail])).toEqual([
      ["changes-kept", { file: "Bridge", why: "applied", count: 2 }],
      ["changes-kept", { file: "Ferry", why: "applied", count: 1 }],
    ]);
    expect(unfitting).toEqual([]);
    expect(forgotten).toEqual(["1", "2", "3"]);
  });

  test("keeps what does not fit until somebody was told, and what the disk does not take for the next opening", async () => {
    const { outbox, client, forgotten } = scene(
      [
        { article: "a", waiting: waiting("1", "2") },
        { article: "b", waiting: waiting("3") },
      ],
      { a: ["2"], b: "disk-full" },
    );
    const { warnings, unfitting } = await recoverUnsaved(client, outbox, open);
    expect(unfitting).toEqual([{ article: "a", waiting: waiting("2") }]);
    expect(warnings.map(({ detail }) => detail)).toEqual([
      { file: "Bridge", why: "applied", count: 1 },
      { file: "Ferry", why: "waiting", count: 1, cause: "disk-full" },
    ]);
    expect(forgotten).toEqual(["1"]);
  });

  test("leaves alone what belongs to an article that is not here, or to a project open for reading", async () => {
    const left = [{ article: "gone", waiting: waiting("1") }];
    const { outbox, client, asked, forgotten } = scene(left, {});
    await recoverUnsaved(client, outbox, open);
    await recoverUnsaved(client, outbox, { ...open, readOnly: { why: "asked", detail: {} } });
    await recoverUnsaved(client, outbox, { ...open, annotator: null });
    expect([asked, forgotten]).toEqual([[], []]);
  });
});
