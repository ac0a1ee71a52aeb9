// What the save queue does with what others do to the set or its text meanwhile: it comes in, and nothing unsent goes.
import { describe, expect, test } from "vitest";
import type { Client } from "../../../../shared/api/client.ts";
import type { Change } from "../../../../shared/model/change.ts";
import { change, queueOver, type Sent, scripted } from "../sets/queue-over.ts";

describe("the save queue beside others", () => {
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
      keeper: {
        hold: (unsent) => void held.push(unsent.map(({ opId }) => opId)),
        leave: () => undefined,
      },
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
