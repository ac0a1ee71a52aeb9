// Checks what is asked of the core for each portion of what is imported.
import { tmpdir } from "node:os";
import { expect, it } from "vitest";
import { stopFlag } from "../../../main/cli/stop-signal.ts";
import { takeInPortions } from "../../../main/cli/take-in-portions.ts";
import { openSpool } from "../../../main/core/export/spool.ts";
import { nodeDisk } from "../../../main/storage/files/disk.ts";
import type { Client } from "../../../shared/api/client.ts";
import type { OpenProject } from "../../../shared/api/contract.ts";

it("imports with the answer that a person gave about twins, and not with the question", async () => {
  const asked: string[] = [];
  const call = async (method: string, { twins }: { readonly twins: string }): Promise<unknown> => {
    asked.push(`${method} ${twins}`);
    const about = twins === "ask" ? [{ id: "a", title: "Talks", among: [] }] : [];
    return { ok: true, sha256: "", rows: [], twins: about };
  };
  const client = { call } as unknown as Client;
  const spool = openSpool(nodeDisk, tmpdir());
  await spool.add("{}");
  const stopped = stopFlag();
  await takeInPortions(
    client,
    { handle: "project" } as OpenProject,
    {
      name: "talks.ann",
      file: "talks.ann",
      spool,
      importedFrom: "brat",
      twins: "ask",
      askAboutTwins: async (titles) => (titles.join() === "Talks" ? "new" : null),
      own: "ask",
      onTaken: () => undefined,
    },
    { stopped, tell: () => undefined },
  );
  stopped.end();
  await spool.remove();
  expect(asked).toEqual(["review.takeInPreview ask", "review.takeInPreview new", "review.takeIn new"]);
});
