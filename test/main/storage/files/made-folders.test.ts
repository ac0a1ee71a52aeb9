// Folders on a disk that fails and then loses its power: what was told to be safe is there, and a failure is told as one of the disk.
import { expect, test } from "vitest";
import { readArticle } from "../../../../main/storage/articles/article-files.ts";
import { makeFolders, writeDurable } from "../../../../main/storage/files/durable-file.ts";
import { removeVersion } from "../../../../main/storage/versions/version-files.ts";
import { ApiError } from "../../../../shared/errors/errors.ts";
import { type MemoryDisk, memoryDisk } from "../../../torture/memory-disk.ts";
import { randomFrom } from "../../../torture/random.ts";
import { faults, faultyDisk } from "../faulty-disk.ts";

/** All of it safe. */
function withProject(): MemoryDisk {
  const disk = memoryDisk();
  disk.put("/project/articles/art/article.json", Buffer.from("{}"));
  return disk.afterCut("everything", randomFrom(1));
}

test("a folder whose flush failed is flushed before what is put into it counts as safe", async () => {
  const memory = withProject();
  const disk = faultyDisk(memory);
  for (let at = 0; ; at += 1) {
    disk.arm(at, "EIO", false);
    const failed = await makeFolders(disk, "/project", `made-${at}`, "inner").then(
      () => false,
      () => true,
    );
    const isFlush = disk.made()[at]?.name === "syncFolder";
    disk.disarm();
    const path = await makeFolders(disk, "/project", `made-${at}`, "inner");
    await writeDurable(disk, `${path}/set.json`, Buffer.from("saved"));
    const after = memory.afterCut("flushed alone", randomFrom(1));
    expect(after.bytesAt(`${path}/set.json`), `call ${at}${isFlush ? ", a flush" : ""}`).not.toBeNull();
    if (!failed) break;
  }
  expect(disk.calls()).toContain("syncFolder");
});

test.each(faults)(
  "a disk that fails with %s while an article's folder is looked at is told as the disk",
  async (fault) => {
    const disk = faultyDisk(withProject());
    let failures = 0;
    for (let at = 0; ; at += 1) {
      disk.arm(at, fault, true);
      const told = await readArticle(disk, "/project", "art").catch((error: unknown) => error);
      const { length } = disk.made();
      disk.disarm();
      // A mistake of ours would be no `ApiError`.
      expect(told, `call ${at}`).toBeInstanceOf(ApiError);
      if (length <= at) break;
      failures += 1;
    }
    expect(failures).toBeGreaterThan(2);
  },
);

test("a version whose deletion was not flushed is gone for good once it is asked for again", async () => {
  for (let at = 0; ; at += 1) {
    const memory = withProject();
    memory.put("/project/versions/kept/version.json", Buffer.from("{}"));
    const safe = memory.afterCut("everything", randomFrom(1));
    const disk = faultyDisk(safe);
    disk.arm(at, "EIO", false);
    const remove = () => removeVersion(disk, "/project", "kept");
    const failed = await remove().catch((error: unknown) => error);
    const isOver = disk.made().length <= at;
    disk.disarm();
    if (failed) await remove().catch((error: unknown) => expect(error).toMatchObject({ code: "notFound" }));
    const after = safe.afterCut("flushed alone", randomFrom(1));
    expect(after.bytesAt("/project/versions/kept/version.json"), `call ${at}`).toBeNull();
    if (isOver) break;
  }
});
