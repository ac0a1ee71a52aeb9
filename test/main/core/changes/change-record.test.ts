// The record of what was done: every acknowledged change of every session, by whom, when and with the values before and after,
// also when its journal was turned over long ago.
import { readdirSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { OpenProject } from "../../../../shared/api/contract.ts";
import { added, removed, updated } from "../../../../shared/model/change.ts";
import type { Id } from "../../../../shared/model/id.ts";
import { callsToFail, type FaultyDisk, faultyDisk } from "../../storage/faulty-disk.ts";
import { takeIn, writePackage } from "../packages.ts";
import { newId, type Person, person, projectWith, spanBy, temporaryFolder } from "../workplace.ts";

interface Place {
  readonly folder: string;
  readonly ana: Person;
  readonly project: OpenProject;
  readonly article: Id;
}

async function place(disk?: FaultyDisk): Promise<Place> {
  const folder = temporaryFolder();
  const ana = await person(join(folder, "home"), "Ana", disk ? { disk } : {});
  return { folder, ana, ...(await projectWith(ana, join(folder, "bridges"))) };
}

const read = ({ ana, project }: Place, article: Id | null, record: Id | null = null, most = 1_000) =>
  ana.call("history.read", { project: project.handle, article, record, most });

let seconds = 0;
async function apply(here: Place, command: string, change: object, more: object = {}): Promise<Id> {
  const { ana, project, article } = here;
  const { revision } = await ana.call("article.open", { project: project.handle, article });
  const opId = newId();
  seconds += 1;
  const step = { command, at: new Date(Date.UTC(2026, 0, 1, 12, 0, seconds)).toISOString(), ...more };
  await ana.call("annotations.apply", { project: project.handle, article, opId, revision, change, step });
  return opId;
}

/** Makes the journals of every set begin anew, and the older generations look as old as that. */
async function turnOver({ ana, project, article }: Place, days: number): Promise<void> {
  await ana.core.flush();
  const folder = join(project.path, "annotations", article);
  const then = new Date(Date.now() - days * 24 * 60 * 60 * 1_000);
  for (const name of readdirSync(folder))
    if (/\.journal\.\d+$/.test(name)) utimesSync(join(folder, name), then, then);
}

const journals = ({ project, article }: Place): string[] =>
  readdirSync(join(project.path, "annotations", article))
    .filter((name) => name.includes(".journal"))
    .map((name) => name.replace(/^.*\.journal/, "journal"))
    .sort();

describe("the record of changes", () => {
  it("says who did what and when, with the values before and after, of an article and of one span", async () => {
    const here = await place();
    const span = spanBy(here.project.annotator?.id ?? "");
    const other = spanBy(here.project.annotator?.id ?? "", 5);
    const made = await apply(here, "tag-selection", { spans: added(span) });
    await apply(here, "tag-selection", { spans: added(other) });
    const retyped = await apply(here, "retype-span", { spans: updated(span, { ...span, type: "claim" }) });
    await apply(
      here,
      "retype-span",
      { spans: updated({ ...span, type: "claim" }, span) },
      { undoes: retyped },
    );
    await apply(here, "delete-span", { spans: removed(span) });
    const quote = span.segments[0]?.quote;
    const { changes, count, isIncomplete } = await read(here, here.article, span.id);
    expect({ count, isIncomplete }).toEqual({ count: 4, isIncomplete: false });
    expect(changes.map(({ command, annotator, lines }) => [command, annotator, lines])).toEqual([
      ["delete-span", "Ana", [expect.objectContaining({ what: "removed", quote })]],
      ["retype-span", "Ana", [line("changed", [{ name: "type", from: "claim", to: "cue" }])]],
      ["retype-span", "Ana", [line("changed", [{ name: "type", from: "cue", to: "claim" }])]],
      [
        "tag-selection",
        "Ana",
        [
          line("added", [
            { name: "type", from: "", to: "cue" },
            { name: "segments", from: "", to: quote },
          ]),
        ],
      ],
    ]);
    expect(changes[1]).toMatchObject({ undoes: retyped });
    expect(changes[3]).toMatchObject({ id: made, article: here.article, isHandedOver: false, by: null });
    const whole = await read(here, here.article, null, 2);
    expect(whole.count).toBe(5);
    expect(whole.changes.map(({ command }) => command)).toEqual(["delete-span", "retype-span"]);
    expect((await read(here, null)).changes).toHaveLength(5);

    function line(what: string, fields: readonly object[]) {
      return { kind: "spans", id: span.id, what, quote, fields };
    }
  });

  it("holds what old generations of a journal held, sealed into few files that are read back, for good", async () => {
    const here = await place();
    const expected: Id[] = [];
    for (let at = 0; at < 12; at += 1) {
      expected.unshift(
        await apply(here, "tag-selection", { spans: added(spanBy(here.project.annotator?.id ?? "", at)) }),
      );
      await turnOver(here, at < 9 ? 40 : 1);
    }
    const found = journals(here);
    expect(found.filter((name) => name.endsWith(".gz"))).toHaveLength(1);
    expect(found.length).toBeLessThan(8);
    const { changes, isIncomplete } = await read(here, here.article);
    expect(changes.map(({ id }) => id)).toEqual(expected);
    expect(isIncomplete).toBe(false);
    expect((await here.ana.call("project.examine", { path: here.project.path })).findings).toEqual([]);
    await here.ana.call("project.close", { project: here.project.handle });
    const project = await here.ana.call("project.open", { path: here.project.path, mode: "write" });
    expect(project.articles[0]?.spans).toBe(12);
    expect(project.warnings).toEqual([]);

    // What cannot be read is passed over, and said.
    const folder = join(here.project.path, "annotations", here.article);
    const [sealed] = readdirSync(folder).filter((name) => name.endsWith(".gz"));
    writeFileSync(join(folder, sealed ?? ""), "damaged");
    const after = await read({ ...here, project }, here.article);
    expect(after.isIncomplete).toBe(true);
    expect(after.changes.length).toBeGreaterThan(2);
    expect(project.readOnly).toBeNull();
  });

  it("loses nothing, whatever call of the disk fails while old generations are sealed", async () => {
    const disk = faultyDisk();
    const here = await place(disk);
    const expected: Id[] = [];
    const mark = async (at: number): Promise<void> => {
      const change = { spans: added(spanBy(here.project.annotator?.id ?? "", at)) };
      expected.unshift(await apply(here, "tag-selection", change));
    };
    for (let at = 0; at < 7; at += 1) {
      await mark(at);
      await turnOver(here, 40);
    }
    await mark(7);
    disk.disarm();
    await turnOver(here, 40);
    const calls = callsToFail(disk.made());
    for (const at of calls) {
      await mark(at);
      disk.arm(at, at % 2 === 0 ? "EIO" : "short", true);
      await turnOver(here, 40);
      disk.disarm();
      const { changes, isIncomplete } = await read(here, here.article);
      expect(
        changes.map(({ id }) => id),
        `at call ${at}`,
      ).toEqual(expected);
      expect(isIncomplete, `at call ${at}`).toBe(false);
    }
    expect(journals(here).some((name) => name.endsWith(".gz"))).toBe(true);
  });

  it("holds what colleagues did in the folder, and when they did what they handed over", async () => {
    const here = await place();
    await apply(here, "tag-selection", { spans: added(spanBy(here.project.annotator?.id ?? "")) });
    const ben = await person(join(here.folder, "ben"), "Ben");
    const theirs = await projectWith(ben, join(here.folder, "theirs"));
    const asBen = { ...here, ana: ben, ...theirs };
    const done = await apply(asBen, "tag-selection", {
      spans: added(spanBy(theirs.project.annotator?.id ?? "")),
    });
    const path = await writePackage(ben, theirs.project, join(here.folder, "ben.json"), { history: true });
    await takeIn(here.ana, here.project, path);
    const { changes } = await read(here, here.article);
    expect(changes.map(({ annotator, isHandedOver }) => [annotator, isHandedOver])).toEqual([
      ["Ben", true],
      ["Ana", false],
    ]);
    expect(changes[0]).toMatchObject({ id: done, command: "tag-selection", lines: [] });
    expect((await here.ana.call("project.examine", { path: here.project.path })).findings).toEqual([]);
  });
});
