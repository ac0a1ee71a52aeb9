// What the save queue promises: in order, one at a time, nothing leaves it unacknowledged and unsaid.
import { describe, expect, test } from "vitest";
import type { Client } from "../../../../shared/api/client.ts";
import { ApiError } from "../../../../shared/errors/errors.ts";
import { change, queueOver, scripted } from "../sets/queue-over.ts";

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

  test("leaves what waits to whoever opens the project next once it is ended", async () => {
    const { client } = scripted(["host-unreachable"]);
    const told: string[] = [];
    const queue = queueOver(client, {
      keeper: {
        hold: (unsent) => void told.push(`hold ${unsent.length}`),
        leave: () => void told.push("leave"),
      },
    });
    queue.push(change("one"));
    queue.end();
    expect(told).toEqual(["hold 1", "leave"]);
  });

  test("has exactly what is not acknowledged held outside the window, at every moment", async () => {
    const { client } = scripted(["host-unreachable", "saved", "revision-conflict", "saved"]);
    const holds: string[][] = [];
    const queue = queueOver(client, {
      keeper: {
        hold: (unsent) =>
          holds.push(
            unsent.map(({ opId, change: { exclusions } }) => `${opId} ${exclusions?.added[0]?.reason}`),
          ),
        leave: () => undefined,
      },
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

  test.each(["set", "text"])(
    "takes in what another window did to the %s while it looked at the disk",
    async (what) => {
      let answer = (): void => undefined;
      let there = { revision: 3, article: { textHash: "t" } };
      const taken: number[] = [];
      const client = {
        call: () =>
          new Promise((tell) => {
            const answered = there;
            answer = () => tell(answered);
          }),
        subscribe: () => () => undefined,
      } as unknown as Client;
      const moved: unknown[] = [];
      const queue = queueOver(client, {
        rebased: ({ revision }) => taken.push(revision),
        movedOver: (over) => void moved.push(over),
      });
      queue.refresh();
      if (what === "set") {
        there = { ...there, revision: 4 };
        queue.noticeRevision(4);
      } else {
        there = { ...there, article: { textHash: "other" } };
        queue.refresh();
      }
      for (let times = 0; times < 3; times += 1) {
        answer();
        await new Promise((done) => setTimeout(done));
      }
      expect([taken, moved.length]).toEqual(what === "set" ? [[3, 4], 0] : [[3], 1]);
    },
  );
});
