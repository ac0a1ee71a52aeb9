// What the save queue promises: in order, one at a time, nothing leaves it unacknowledged and unsaid.
import { describe, expect, test } from "vitest";
import { createSaveQueue, type SaveQueueOptions } from "../../../../renderer/state/sets/save-queue.ts";
import type { Client } from "../../../../shared/api/client.ts";
import type { HandedOver, Input, OpenArticle } from "../../../../shared/api/contract.ts";
import { ApiError, type Problem } from "../../../../shared/api/errors.ts";
import type { Change } from "../../../../shared/model/change.ts";

const change = (reason: string): Change => ({
  exclusions: {
    added: [{ id: reason, reason, segment: { start: 0, end: 1, quote: "a", prefix: "", suffix: "" } }],
    updated: [],
    removed: [],
  },
});

interface Sent {
  readonly opId: string;
  readonly revision: number;
  readonly change: Change;
}

/** A core that answers each call as its script says, and keeps what it was sent. */
function scripted(
  answers: readonly (Problem | "saved")[],
  theirs: object = { revision: 7, article: { textHash: "t" } },
  handed: readonly (Problem | HandedOver)[] = [],
) {
  const sent: Sent[] = [];
  const opened: string[] = [];
  /** What it was asked to keep outside the project, and to drop again, by `opId`. */
  const kept: { readonly changes: readonly string[]; readonly forget: readonly string[] }[] = [];
  const handedOver: Input<"annotations.handOver">[] = [];
  let at = 0;
  const client = {
    async call(method: string, input: unknown) {
      if (method === "article.open") {
        opened.push(method);
        return theirs as OpenArticle;
      }
      if (method === "annotations.handOver") {
        handedOver.push(input as Input<"annotations.handOver">);
        const answer = handed[handedOver.length - 1] ?? { applied: 0, unfitting: [] };
        if (typeof answer === "string") throw new ApiError(answer);
        return answer;
      }
      if (method === "annotations.keep") {
        const { changes, forget } = input as Input<"annotations.keep">;
        kept.push({ changes: changes.map(({ opId }) => opId), forget });
        return { kept: changes.length };
      }
      sent.push(input as Sent);
      const answer = answers[at] ?? "saved";
      at += 1;
      await Promise.resolve();
      if (answer !== "saved") throw new ApiError(answer);
      return { revision: (input as Sent).revision + 1, savedAt: `t${at}` };
    },
    subscribe: () => () => undefined,
  } as Client;
  return { client, sent, opened, kept, handedOver };
}

function queueOver(client: Client, more: Partial<SaveQueueOptions> = {}) {
  let ids = 0;
  const queue = createSaveQueue({
    client,
    project: () => "p",
    reopen: async () => undefined,
    article: "a",
    revision: 3,
    textHash: "t",
    movedOver: () => undefined,
    hold: () => undefined,
    rebase: () => [],
    rebased: () => undefined,
    delay: () => Promise.resolve(),
    ...more,
  });
  return { ...queue, push: (change: Change) => queue.push({ opId: `op${++ids}`, change }) };
}

describe("the save queue", () => {
  test("sends changes in order, each on top of the revision acknowledged before it", async () => {
    const { client, sent } = scripted([]);
    const queue = queueOver(client);
    for (const name of ["one", "two", "three"]) queue.push(change(name));
    expect(queue.status.get()).toEqual({ kind: "saving", waiting: 3 });
    await queue.drained();
    expect(
      sent.map(({ revision, change: { exclusions } }) => [revision, exclusions?.added[0]?.reason]),
    ).toEqual([
      [3, "one"],
      [4, "two"],
      [5, "three"],
    ]);
    expect(queue.status.get()).toEqual({ kind: "saved", at: "t3" });
  });

  test("keeps a change that could not be written and sends the same one, under the same id, again", async () => {
    const { client, sent } = scripted(["disk-full", "host-unreachable", "saved"]);
    const queue = queueOver(client);
    const seen: string[] = [];
    queue.status.subscribe(() => seen.push(JSON.stringify(queue.status.get())));
    queue.push(change("one"));
    await queue.drained();
    expect(sent.map(({ opId }) => opId)).toEqual(["op1", "op1", "op1"]);
    expect(seen.some((status) => status.includes('"unsaved"') && status.includes("disk-full"))).toBe(true);
    expect(queue.status.get()).toEqual({ kind: "saved", at: "t3" });
  });

  test("never says saved while a change waits", async () => {
    const { client, sent } = scripted(["disk-full", "saved", "storage-failed", "saved"]);
    const queue = queueOver(client);
    const acknowledged = (): number => new Set(sent.map(({ opId }) => opId)).size;
    const savedTooEarly: number[] = [];
    queue.status.subscribe(() => {
      if (queue.status.get().kind === "saved" && acknowledged() < 2) savedTooEarly.push(acknowledged());
    });
    queue.push(change("one"));
    queue.push(change("two"));
    await queue.drained();
    expect(savedTooEarly).toEqual([]);
    expect(acknowledged()).toBe(2);
  });

  test("waits for a retry instead of hammering, and a retry does not wait", async () => {
    const { client, sent } = scripted(["disk-full", "saved"]);
    const queue = queueOver(client, { delay: () => new Promise(() => undefined) });
    queue.push(change("one"));
    await new Promise((done) => setTimeout(done, 5));
    expect(sent).toHaveLength(1);
    expect(queue.status.get()).toMatchObject({
      kind: "unsaved",
      waiting: 1,
      error: { problem: "disk-full" },
    });
    queue.retry();
    await queue.drained();
    expect(sent).toHaveLength(2);
  });

  test("has everything that waits kept on this computer, each once, and says how many are safe there", async () => {
    const { client, kept } = scripted(["disk-full", "saved", "saved"]);
    const queue = queueOver(client, { delay: () => new Promise(() => undefined) });
    queue.push(change("one"));
    queue.push(change("two"));
    await expect.poll(() => queue.status.get()).toMatchObject({ kind: "unsaved", waiting: 2, kept: 2 });
    queue.push(change("three"));
    expect(queue.status.get()).toMatchObject({ kind: "unsaved", waiting: 3, kept: 2 });
    await queue.keepingTried();
    expect(queue.status.get()).toMatchObject({ waiting: 3, kept: 3 });
    queue.retry();
    await queue.drained();
    expect(queue.status.get().kind).toBe("saved");
    expect(kept).toEqual([
      { changes: ["op1", "op2"], forget: [] },
      { changes: ["op3"], forget: [] },
    ]);
  });

  test("counts nothing as kept when the host does not answer, and asks for nothing", async () => {
    const { client, kept } = scripted(["host-unreachable"]);
    const queue = queueOver(client, { delay: () => new Promise(() => undefined) });
    queue.push(change("one"));
    await expect.poll(() => queue.status.get()).toMatchObject({ kind: "unsaved", waiting: 1, kept: 0 });
    expect(kept).toEqual([]);
  });

  test("has dropped what was kept and does not fit any more", async () => {
    const { client, kept } = scripted(["disk-full", "revision-conflict"]);
    const queue = queueOver(client);
    queue.push(change("one"));
    await queue.drained();
    await expect
      .poll(() => kept)
      .toEqual([
        { changes: ["op1"], forget: [] },
        { changes: [], forget: ["op1"] },
      ]);
  });

  test("on a conflict takes the other state and goes on with what still fits", async () => {
    const { client, sent } = scripted(["revision-conflict", "saved"]);
    const rebased: (readonly Change[])[] = [];
    const queue = queueOver(client, {
      rebase(_theirs, unsent) {
        rebased.push(unsent.map((waiting) => waiting.change));
        return unsent.slice(1);
      },
    });
    const [one, two] = [change("one"), change("two")];
    queue.push(one);
    queue.push(two);
    await queue.drained();
    expect(rebased).toEqual([[one, two]]);
    expect(sent.slice(1)).toMatchObject([{ revision: 7, change: two, opId: "op2" }]);
  });

  test("hands back a change that the core refuses for what it is, and saves those behind it", async () => {
    const { client, sent } = scripted(["change-invalid", "saved"]);
    const refusals: (Change | null)[] = [];
    const queue = queueOver(client, {
      rebase(_theirs, unsent, refused) {
        refusals.push(refused?.change ?? null);
        return unsent;
      },
    });
    const [bad, good] = [change("bad"), change("good")];
    queue.push(bad);
    queue.push(good);
    await queue.drained();
    expect(refusals).toEqual([bad]);
    expect(sent.at(-1)?.change).toEqual(good);
  });

  test("reloads when another window saved a later revision, and only then", async () => {
    const { client, opened } = scripted([]);
    const queue = queueOver(client);
    queue.noticeRevision(3);
    await Promise.resolve();
    expect(opened).toHaveLength(0);
    queue.noticeRevision(7);
    await new Promise((done) => setTimeout(done, 5));
    expect(opened).toHaveLength(1);
  });

  test("opens the project again when the core no longer knows it, and sends under the new handle", async () => {
    const { client, sent } = scripted(["project-not-open", "saved"]);
    let handle = "old";
    const queue = queueOver(client, {
      project: () => handle,
      reopen: async () => {
        handle = "new";
      },
    });
    queue.push(change("one"));
    await queue.drained();
    expect(sent).toMatchObject([
      { project: "old", opId: "op1" },
      { project: "new", opId: "op1" },
    ]);
  });

  test("says why the project cannot be opened again, and keeps what waits", async () => {
    const { client } = scripted(["project-not-open"]);
    const queue = queueOver(client, {
      reopen: () => Promise.reject(new ApiError("project-missing")),
      delay: () => new Promise(() => undefined),
    });
    queue.push(change("one"));
    await new Promise((done) => setTimeout(done, 5));
    expect(queue.status.get()).toMatchObject({
      kind: "unsaved",
      waiting: 1,
      error: { problem: "project-missing" },
    });
  });

  test("sends a change that was made while an answer was under way, whatever other windows do meanwhile", async () => {
    const replies: ((value: unknown) => void)[] = [];
    const sent: Sent[] = [];
    const client = {
      call: (method: string, input: unknown) => {
        if (method === "annotations.apply") sent.push(input as Sent);
        return new Promise((resolve) => replies.push(resolve));
      },
      subscribe: () => () => undefined,
    } as unknown as Client;
    const settle = () => new Promise((done) => setTimeout(done, 2));
    const queue = queueOver(client, { rebase: (_theirs, unsent) => unsent });
    queue.noticeRevision(4);
    queue.noticeRevision(5);
    replies.shift()?.({ revision: 5, article: { textHash: "t" } });
    await settle();
    queue.push(change("one"));
    await settle();
    queue.push(change("two"));
    queue.noticeRevision(7);
    replies.shift()?.({ revision: 6, savedAt: "t" });
    await settle();
    // The later revision is taken in before the next change is sent on top of it.
    replies.shift()?.({ revision: 7, article: { textHash: "t" } });
    await settle();
    replies.shift()?.({ revision: 8, savedAt: "t" });
    await queue.drained();
    expect(
      sent.map(({ revision, change: { exclusions } }) => [revision, exclusions?.added[0]?.reason]),
    ).toEqual([
      [5, "one"],
      [7, "two"],
    ]);
    expect(replies).toHaveLength(0);
  });

  test("takes in what another window saved while its own last change was under way", async () => {
    const { client, opened } = scripted([], { revision: 9, article: { textHash: "t" } });
    const queue = queueOver(client);
    queue.push(change("one"));
    queue.noticeRevision(9);
    await queue.drained();
    await new Promise((done) => setTimeout(done, 2));
    expect(opened).toHaveLength(1);
  });

  test("has exactly what is not acknowledged held outside the window, at every moment", async () => {
    const { client } = scripted(["host-unreachable", "saved", "revision-conflict", "saved"]);
    const holds: string[][] = [];
    const queue = queueOver(client, {
      hold: (unsent) =>
        holds.push(
          unsent.map(({ opId, change: { exclusions } }) => `${opId} ${exclusions?.added[0]?.reason}`),
        ),
      rebase: (_theirs, unsent) => unsent.slice(1),
    });
    for (const name of ["one", "two", "three"]) queue.push(change(name));
    await queue.drained();
    expect(holds).toEqual([
      ["op1 one"],
      ["op1 one", "op2 two"],
      ["op1 one", "op2 two", "op3 three"],
      ["op2 two", "op3 three"],
      ["op3 three"],
      [],
    ]);
  });

  test("does not wait again once the project is open, however often the host did not answer before", async () => {
    const away = Array.from({ length: 8 }, () => "host-unreachable" as const);
    const { client, sent } = scripted([...away, "project-not-open", "saved"]);
    const pauses: number[] = [];
    const queue = queueOver(client, { delay: async (time) => void pauses.push(time) });
    queue.push(change("one"));
    await queue.drained();
    expect(sent).toHaveLength(10);
    expect(pauses).toHaveLength(8);
  });

  test("looks at the set after the host was away, but first hears whether its last change was saved", async () => {
    const { client, sent, opened } = scripted(["host-unreachable", "saved"]);
    const order: string[] = [];
    let wake = () => {};
    const queue = queueOver(client, {
      delay: () => new Promise((done) => (wake = done)),
      rebase: (_theirs, unsent) => {
        order.push(`rebase after ${sent.length} calls`);
        return unsent;
      },
    });
    queue.push(change("one"));
    await expect.poll(() => queue.status.get().kind).toBe("unsaved");
    queue.refresh();
    wake();
    await queue.drained();
    await expect.poll(() => order).toEqual(["rebase after 2 calls"]);
    expect(sent.map(({ opId }) => opId)).toEqual(["op1", "op1"]);
    queue.refresh();
    await expect.poll(() => opened.length).toBe(2);
    expect(queue.status.get()).toMatchObject({ kind: "saved" });
  });

  test("has what is not saved carried over to the text that the article has by now, and holds it until that is done", async () => {
    const corrected = { revision: 5, article: { textHash: "corrected" } };
    const answers = ["article-revised", "article-revised", "article-revised"] as const;
    const moved = { applied: 2, unfitting: [], carried: [{ opId: "op1", change: change("there") }] };
    const { client, handedOver } = scripted(answers, corrected, ["storage-failed", moved]);
    const held: string[][] = [];
    const told: unknown[] = [];
    const statuses: string[] = [];
    const queue = queueOver(client, {
      hold: (unsent) => void held.push(unsent.map(({ opId }) => opId)),
      movedOver: (all) => void told.push(all),
      rebase: () => {
        throw new Error("Offsets of one text mean nothing in another.");
      },
    });
    queue.status.subscribe(() => void statuses.push(queue.status.get().kind));
    queue.push(change("one"));
    queue.push(change("two"));
    await queue.drained();
    expect(handedOver.map(({ textHash, changes }) => [textHash, changes.map(({ opId }) => opId)])).toEqual([
      ["t", ["op1", "op2"]],
      ["t", ["op1", "op2"]],
    ]);
    expect(statuses).toContain("unsaved");
    expect(held).toEqual([["op1"], ["op1", "op2"], []]);
    expect(told).toMatchObject([{ ...moved, handed: [{ opId: "op1" }, { opId: "op2" }], refused: null }]);
  });
});
