// A save queue over a core that answers as a script says.
import { createSaveQueue, type SaveQueueOptions } from "../../../../renderer/state/session/save-queue.ts";
import type { Client } from "../../../../shared/api/client.ts";
import type { AppliedUnsaved, Input, OpenArticle } from "../../../../shared/api/contract.ts";
import { ApiError, type Problem } from "../../../../shared/errors/errors.ts";
import type { Change } from "../../../../shared/model/change.ts";

/** Adds one exclusion, known by this reason. */
export const change = (reason: string): Change => ({
  exclusions: {
    added: [{ id: reason, reason, segment: { start: 0, end: 1, quote: "a", prefix: "", suffix: "" } }],
    updated: [],
    removed: [],
  },
});

export interface Sent {
  readonly opId: string;
  readonly revision: number;
  readonly change: Change;
}

/** A core that answers each call as its script says, and keeps what it was sent. */
export function scripted(
  answers: readonly (Problem | "saved")[],
  theirs: object = { revision: 7, article: { textHash: "t" } },
  handed: readonly (Problem | AppliedUnsaved)[] = [],
) {
  const sent: Sent[] = [];
  const opened: string[] = [];
  /** What it was asked to keep outside the project, and to drop again, by `opId`. */
  const kept: { readonly changes: readonly string[]; readonly forget: readonly string[] }[] = [];
  const handedOver: Input<"annotations.applyUnsaved">[] = [];
  let at = 0;
  const client = {
    async call(method: string, input: unknown) {
      if (method === "article.open") {
        opened.push(method);
        return theirs as OpenArticle;
      }
      if (method === "annotations.applyUnsaved") {
        handedOver.push(input as Input<"annotations.applyUnsaved">);
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

/** `opId`s are `op1`, `op2` and so on, in the order of the changes. */
export function queueOver(client: Client, more: Partial<SaveQueueOptions> = {}) {
  let ids = 0;
  const queue = createSaveQueue({
    client,
    project: () => "p",
    reopen: async () => undefined,
    article: "a",
    revision: 3,
    textHash: "t",
    movedOver: () => undefined,
    keeper: { hold: () => undefined, leave: () => undefined },
    rebase: () => [],
    rebased: () => undefined,
    delay: () => Promise.resolve(),
    ...more,
  });
  return { ...queue, push: (change: Change) => queue.push({ opId: `op${++ids}`, change }) };
}
