// A colleague who is moved to the trash while the disk fails: asked for once more, all that is theirs goes, without a restart.
import { join } from "node:path";
import { expect, test } from "vitest";
import { nodeDisk } from "../../../../main/storage/files/disk.ts";
import { watchedDisk } from "../../../helpers/watched-disk.ts";
import { here, people, putBenAway, work } from "../departing.ts";
import { person, problemOf } from "../workplace.ts";

test("a colleague whose files could not be moved to the trash is moved there once the disk works, when it is asked for again", async () => {
  const one = await work();
  const { path, ben } = one;
  await one.ana.core.close();
  let isFailing = false;
  const disk = watchedDisk(nodeDisk, ({ name, path: at }) =>
    isFailing && name === "rename" && at.includes(join(path, "annotations"))
      ? Object.assign(new Error("EACCES: in the test"), { code: "EACCES" })
      : undefined,
  );
  const ana = await person(join(path, "..", "home"), "Ana", { disk });
  const project = await ana.call("project.open", { path, mode: "write" });
  const again = { ...one, ana, project };
  isFailing = true;
  expect((await problemOf(putBenAway(again))).problem).toBe("folder-not-writable");
  isFailing = false;
  const asked = await putBenAway(again).then(
    () => "done",
    (error: unknown) => error,
  );
  expect(here(path, ben)).toEqual([]);
  expect(await people(again)).toEqual(["Ana"]);
  expect(asked).toBe("done");
});
