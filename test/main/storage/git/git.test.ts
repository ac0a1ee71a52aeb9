// How calls of the git that is installed end.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openGit } from "../../../../main/storage/git/git.ts";
import { beforeGit } from "../../../helpers/before-git.ts";
import { eventually } from "../../../helpers/eventually.ts";
import { temporaryFolder } from "../../core/workplace.ts";

test("a call that is ended has failed once its program is gone, and writes nothing afterwards", async () => {
  const folder = temporaryFolder();
  const [begun, gone] = [join(folder, "begun"), join(folder, "gone")];
  const script = `trap "touch '${gone}'; exit 1" TERM\ntouch '${begun}'\nwhile :; do sleep 0.1; done`;
  await beforeGit(script, async () => {
    const ending = new AbortController();
    const call = openGit({ store: folder, signal: ending.signal }).run(["version"]);
    await eventually(() => expect(existsSync(begun)).toBe(true));
    ending.abort();
    await expect(call).rejects.toMatchObject({ problem: "git-failed" });
    expect(existsSync(gone)).toBe(true);
  });
});
