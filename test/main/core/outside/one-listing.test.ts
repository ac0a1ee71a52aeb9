// How often a look at a project's folder asks the disk for what is in a folder: it is done all day, on disks that may be slow.
import { join } from "node:path";
import { expect, test } from "vitest";
import { nodeDisk } from "../../../../main/storage/files/disk.ts";
import { watchedDisk } from "../../../helpers/watched-disk.ts";
import { corrected, marked, revise } from "../revised.ts";
import { person, temporaryFolder } from "../workplace.ts";

test.each(["as it came", "corrected"])(
  "an idle look lists each folder once, of an article that is open and has its text %s",
  async (how) => {
    const folder = temporaryFolder();
    let listed: string[] = [];
    const disk = watchedDisk(nodeDisk, ({ name, path }) => {
      if (name === "list") listed.push(path);
      return undefined;
    });
    const ana = await person(join(folder, "home"), "Ana", { disk });
    const { project, article } = await marked(ana, folder);
    if (how === "corrected") await revise(ana, project, article, corrected);
    await ana.call("article.open", { project: project.handle, article });
    await ana.call("project.look", { project: project.handle });
    listed = [];
    await ana.call("project.look", { project: project.handle });
    const annotations = join(project.path, "annotations", article);
    const twice = listed.filter((path, at) => listed.indexOf(path) !== at);
    expect(listed).toContain(annotations);
    expect(twice).toEqual([]);
  },
);
