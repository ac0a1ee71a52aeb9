// Handing over and taking in by file: two people at two machines, each with a project of their own or with a copy of one.
import {
  appendFileSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Input, OpenProject } from "../../../../shared/api/contract.ts";
import type { TakeInPlanned, TakenIn } from "../../../../shared/api/take-in.ts";
import { added, type Change, removed, updated } from "../../../../shared/model/change.ts";
import type { Entity } from "../../../../shared/model/entity.ts";
import type { Id } from "../../../../shared/model/id.ts";
import type { Span } from "../../../../shared/model/span.ts";
import { spanOf } from "../span-of.ts";
import { newId, type Person, person, problemOf, projectWith, temporaryFolder, text } from "../workplace.ts";

interface Desk {
  readonly who: Person;
  readonly project: OpenProject;
  readonly article: Id;
  /** A path in a folder that both can reach. */
  readonly at: (name: string) => string;
}

async function desk(name: string, folder: string, content = text): Promise<Desk> {
  const who = await person(join(folder, `home-${name}`), name);
  const { project, article } = await projectWith(who, join(folder, name), content);
  return { who, project, article, at: (file) => join(folder, file) };
}

/** The same person's or another's machine with a copy of a project. */
async function copyOf(from: Desk, name: string, machine: string): Promise<Desk> {
  const path = from.at(machine);
  cpSync(from.project.path, path, { recursive: true });
  rmSync(join(path, ".lock"), { force: true });
  const who = await person(from.at(`home-${machine}`), name);
  const project = await who.call("project.open", { path, mode: "write" });
  return { ...from, who, project };
}

const ines: Entity = { id: newId(), name: "Ines Duarte", type: "person", naming: "named", aliases: [] };
const spanBy = ({ project }: Desk, at = 0, more: Partial<Span> = {}): Span => ({
  ...spanOf(project.annotator?.id ?? "", text, at),
  ...more,
});

async function save({ who, project, article }: Desk, change: Change): Promise<void> {
  const { revision } = await who.call("article.open", { project: project.handle, article });
  const opId = newId();
  await who.call("annotations.apply", { project: project.handle, article, opId, revision, change });
}

async function spansOf({ who, project, article }: Desk): Promise<readonly string[]> {
  const { set } = await who.call("article.open", { project: project.handle, article });
  return set.spans.map(({ id }) => id).sort();
}

type PackageChoice = Partial<Input<"review.package">>;

async function packageOf(
  { who, project, at }: Desk,
  name: string,
  more: PackageChoice = {},
): Promise<string> {
  const path = at(name);
  const all = { articles: null, annotators: null, history: false, blind: null, overwrite: true };
  await who.call("review.package", { project: project.handle, path, ...all, ...more });
  return path;
}

type Choices = Partial<Pick<Input<"review.takeIn">, "unverified" | "mend" | "bring" | "places" | "decided">>;
const choices = (more: Choices = {}) => ({
  unverified: false,
  mend: false,
  bring: false,
  places: {},
  decided: [],
  ...more,
});

async function preview({ who, project }: Desk, path: string, more: Choices = {}): Promise<TakeInPlanned> {
  const asked = { project: project.handle, from: { path }, ...choices(more) };
  const seen = await who.call("review.takeInPreview", asked);
  if (!seen.ok) throw new Error(JSON.stringify(seen.problems));
  return seen;
}

async function takeIn(into: Desk, path: string, more: Choices = {}): Promise<TakenIn> {
  const { sha256 } = await preview(into, path, more);
  const step = { command: "take-in", at: new Date().toISOString() };
  return into.who.call("review.takeIn", {
    project: into.project.handle,
    from: { path },
    ...choices(more),
    sha256,
    opId: newId(),
    step,
  });
}

const outcomes = ({ rows }: TakeInPlanned): string[] => rows.map(({ outcome }) => outcome);

const setsOf = async ({ who, project, article }: Desk) =>
  (await who.call("review.sets", { project: project.handle, article })).sets;

/** Every file of the project but the lock, with its bytes. */
function filesOf({ project: { path } }: Desk): Record<string, string> {
  const names = readdirSync(path, { recursive: true, withFileTypes: true });
  return Object.fromEntries(
    names
      .filter((entry) => entry.isFile() && entry.name !== ".lock")
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((file) => [file.slice(path.length), readFileSync(file, "utf8")]),
  );
}

describe("a colleague's package", () => {
  test("is kept as it came under its own annotator, and taken in twice changes nothing (row 47)", async () => {
    const folder = temporaryFolder();
    const [ana, ben] = [await desk("ana", folder), await desk("ben", folder)];
    await save(ana, { spans: added(spanBy(ana)) });
    const span = spanBy(ben, 6, { type: "speaker", entity: ines.id });
    await save(ben, { spans: added(span), entities: added(ines) });
    const file = await packageOf(ben, "ben.json");

    const before = await preview(ana, file);
    expect(outcomes(before)).toEqual(["new"]);
    expect([before.form, before.annotators.map(({ name }) => name), before.entities]).toEqual([
      "package",
      ["ben"],
      1,
    ]);
    const mine = await spansOf(ana);
    const taken = await takeIn(ana, file);
    expect([taken.step, outcomes(taken)]).toEqual([null, ["new"]]);
    expect(await spansOf(ana)).toEqual(mine);
    const sets = await setsOf(ana);
    expect(sets.map(({ annotator, set }) => [annotator.name, set.spans.map(({ id }) => id)])).toEqual([
      ["ana", mine],
      ["ben", [span.id]],
    ]);
    expect(sets.map(({ takenFrom }) => takenFrom?.from)).toEqual([undefined, "ben.json"]);
    expect(ana.who.events.some(({ type }) => type === "sets")).toBe(true);

    const files = filesOf(ana);
    expect(outcomes(await takeIn(ana, file))).toEqual(["same"]);
    expect(filesOf(ana)).toEqual(files);
  });

  test("gives way to a newer one and never to an older one", async () => {
    const folder = temporaryFolder();
    const [ana, ben] = [await desk("ana", folder), await desk("ben", folder)];
    await save(ben, { spans: added(spanBy(ben)) });
    const old = await packageOf(ben, "old.json");
    const second = spanBy(ben, 9);
    await save(ben, { spans: added(second) });
    const young = await packageOf(ben, "young.json");
    await takeIn(ana, old);
    expect(outcomes(await takeIn(ana, young))).toEqual(["newer"]);
    expect(outcomes(await takeIn(ana, old))).toEqual(["older"]);
    expect((await setsOf(ana)).flatMap(({ set }) => set.spans)).toHaveLength(2);
  });

  test("is told apart by the file where its maker has a name that is known (row 42)", async () => {
    const folder = temporaryFolder();
    const ana = await desk("Ana", folder);
    const other = await desk("ANA", join(folder));
    await save(other, { spans: added(spanBy(other)) });
    const taken = await takeIn(ana, await packageOf(other, "x.json"));
    expect(taken.annotators.map(({ name }) => name)).toEqual(["ANA (x.json)"]);
  });

  test("comes without names where it was made so, the same for the same seed", async () => {
    const folder = temporaryFolder();
    const [ana, ben] = [await desk("ana", folder), await desk("ben", folder)];
    await save(ben, { spans: added(spanBy(ben)) });
    const file = await packageOf(ben, "blind.json", { blind: "seed", history: true });
    expect(readFileSync(file, "utf8")).not.toContain(ben.project.annotator?.id ?? "?");
    const again = await packageOf(ben, "again.json", { blind: "seed", history: true });
    const masks = [await preview(ana, file), await preview(ana, again)].map((seen) => seen.annotators);
    expect(masks[0]).toEqual([{ id: expect.any(String), name: "A" }]);
    expect(masks[1]).toEqual(masks[0]);
  });

  test("is taken in from the content of a dropped file, and only as it was shown", async () => {
    const folder = temporaryFolder();
    const [ana, ben] = [await desk("ana", folder), await desk("ben", folder)];
    await save(ben, { spans: added(spanBy(ben)) });
    const path = await packageOf(ben, "ben.json");
    const from = { name: "ben.json", text: readFileSync(path, "utf8") };
    const asked = { project: ana.project.handle, from, ...choices() };
    const seen = await ana.who.call("review.takeInPreview", asked);
    expect(seen.ok && outcomes(seen)).toEqual(["new"]);
    const request = { ...asked, from: { path }, sha256: (await preview(ana, path)).sha256, opId: newId() };
    appendFileSync(path, "\n");
    const step = { command: "take-in", at: "2026-01-01T00:00:00.000Z" };
    expect((await problemOf(ana.who.call("review.takeIn", { ...request, step }))).problem).toBe(
      "take-in-changed",
    );
  });

  test("is refused half written or damaged, and taken in unverified only on demand (rows 41 and 47)", async () => {
    const folder = temporaryFolder();
    const [ana, ben] = [await desk("ana", folder), await desk("ben", folder)];
    await save(ben, { spans: added(spanBy(ben)) });
    const path = await packageOf(ben, "ben.json");
    const whole = readFileSync(path, "utf8");
    const asked = { project: ana.project.handle, from: { path }, ...choices() };
    writeFileSync(path, whole.slice(0, whole.length / 2));
    expect(await ana.who.call("review.takeInPreview", asked)).toMatchObject({ ok: false, isDamaged: false });
    writeFileSync(path, whole.replace('"title": "bridge"', '"title": "bride"'));
    expect(readFileSync(path, "utf8")).not.toBe(whole);
    const files = filesOf(ana);
    expect(await ana.who.call("review.takeInPreview", asked)).toMatchObject({ ok: false, isDamaged: true });
    expect(filesOf(ana)).toEqual(files);
    expect(outcomes(await takeIn(ana, path, { unverified: true }))).toEqual(["new"]);
    const [kept = ""] = Object.entries(filesOf(ana)).flatMap(([, bytes]) =>
      bytes.includes('"takenFrom"') ? [bytes] : [],
    );
    expect(JSON.parse(kept)).toMatchObject({ takenFrom: { file: "ben.json", unverified: true } });
  });

  test("is taken as far as it can be read where that is wanted, and what it said lies beside it (rows 36 and 39)", async () => {
    const folder = temporaryFolder();
    const [ana, ben] = [await desk("ana", folder), await desk("ben", folder)];
    const [first, second] = [spanBy(ben, 0), spanBy(ben, 9)];
    await save(ben, { spans: added(first, second) });
    const path = await packageOf(ben, "ben.json");
    const whole = readFileSync(path, "utf8");
    writeFileSync(path, whole.replace(`"quote": "${first.segments[0]?.quote}"`, '"quote": "never said"'));
    const asked = { project: ana.project.handle, from: { path }, ...choices() };
    expect(await ana.who.call("review.takeInPreview", asked)).toMatchObject({
      ok: false,
      mendable: { records: 1, moved: 0, left: 1 },
    });
    const taken = await takeIn(ana, path, { mend: true });
    expect([outcomes(taken), taken.mended?.leftInAll, taken.isVerified]).toEqual([["new"], 1, false]);
    expect((await setsOf(ana)).flatMap(({ set }) => set.spans.map(({ id }) => id))).toEqual([second.id]);
    const original = Object.entries(filesOf(ana)).find(([name]) => name.endsWith(".as-it-came.json"));
    expect(original?.[1]).toContain("never said");
  });

  test("brings its article along where that is wanted, and leaves it where it is not", async () => {
    const folder = temporaryFolder();
    const ana = await desk("ana", folder, "Another article altogether.\n");
    const ben = await desk("ben", folder);
    await save(ben, { spans: added(spanBy(ben)) });
    const file = await packageOf(ben, "ben.json");
    expect(outcomes(await takeIn(ana, file))).toEqual(["no-article"]);
    expect(outcomes(await takeIn(ana, file, { places: { [ben.article]: null }, bring: true }))).toEqual([
      "left",
    ]);
    expect(outcomes(await takeIn(ana, file, { bring: true }))).toEqual(["new"]);
    const sets = await setsOf({ ...ana, article: ben.article });
    expect(sets.map(({ annotator, set }) => [annotator.name, set.spans.length])).toEqual([["ben", 1]]);
    const opened = await ana.who.call("article.open", { project: ana.project.handle, article: ben.article });
    expect(opened.text).toBe(text);
  });

  test("is carried over to another version of the text, and kept as it came beside it (rows 39 and 40)", async () => {
    const folder = temporaryFolder();
    const ana = await desk("ana", folder, `By our own staff\n\n${text.replace("bridge", "old bridge")}`);
    const ben = await desk("ben", folder);
    const kept = spanBy(ben, 24);
    await save(ben, { spans: added(kept) });
    const file = await packageOf(ben, "ben.json");
    const places = { [ben.article]: ana.article };
    const { rows } = await takeIn(ana, file, { places });
    expect(rows[0]).toMatchObject({ outcome: "new", carried: { moved: 1, unmoved: 0, lostInAll: 0 } });
    const [set] = await setsOf(ana);
    expect(set?.set.spans[0]?.segments[0]?.quote).toBe(kept.segments[0]?.quote);
    const original = Object.entries(filesOf(ana)).find(([name]) => name.endsWith(".as-it-came.json"));
    expect(original?.[1]).toContain(kept.segments[0]?.prefix ?? "?");
    expect(outcomes(await takeIn(ana, file, { places }))).toEqual(["same"]);
    const { findings } = await ana.who.call("project.examine", { path: ana.project.path });
    expect(findings).toEqual([]);
  });
});

describe("a colleague's project", () => {
  test("is taken in as a folder, and the older sets of others in it do not replace newer ones", async () => {
    const folder = temporaryFolder();
    const [ana, ben, cleo] = [
      await desk("ana", folder),
      await desk("ben", folder),
      await desk("cleo", folder),
    ];
    await save(cleo, { spans: added(spanBy(cleo)) });
    await takeIn(ben, await packageOf(cleo, "cleo-old.json"));
    await save(cleo, { spans: added(spanBy(cleo, 12)) });
    await takeIn(ana, await packageOf(cleo, "cleo-new.json"));
    await save(ben, { spans: added(spanBy(ben)) });
    const taken = await takeIn(ana, ben.project.path);
    const byName = Object.fromEntries(taken.rows.map(({ annotator, outcome }) => [annotator.name, outcome]));
    expect(byName).toEqual({ ben: "new", cleo: "older" });
    const packaged = await preview(ana, await packageOf(ben, "both.json"));
    expect(Object.fromEntries(packaged.rows.map((row) => [row.annotator.name, row.outcome]))).toEqual({
      ben: "same",
      cleo: "older",
    });
  });

  test("is not the one that is open", async () => {
    const ana = await desk("ana", temporaryFolder());
    const asked = { project: ana.project.handle, from: { path: ana.project.path }, ...choices() };
    expect((await problemOf(ana.who.call("review.takeInPreview", asked))).problem).toBe("take-in-itself");
  });

  test("keeps a colleague's work where they work in the folder that is open", async () => {
    const folder = temporaryFolder();
    const ana = await desk("ana", folder);
    const elsewhere = await copyOf(ana, "ben", "copy");
    await save(elsewhere, { spans: added(spanBy(elsewhere)) });
    await elsewhere.who.core.close();
    // A synchronised folder brought Ben's files and his entry.
    const from = join(elsewhere.project.path, "annotations");
    cpSync(from, join(ana.project.path, "annotations"), { recursive: true });
    expect((await setsOf(ana)).map(({ set }) => set.spans.length)).toEqual([1]);
    const again = await person(ana.at("home-copy"), "ben");
    const project = await again.call("project.open", { path: elsewhere.project.path, mode: "write" });
    const ben = { ...elsewhere, who: again, project };
    await save(ben, { spans: added(spanBy(ben, 15)) });
    expect(outcomes(await takeIn(ana, await packageOf(ben, "ben.json")))).toEqual(["at-home"]);
  });
});

describe("one's own work from another machine", () => {
  async function twoMachines() {
    const folder = temporaryFolder();
    const home = await desk("ana", folder);
    const first = spanBy(home);
    await save(home, { spans: added(first) });
    const away = await copyOf(home, "ana", "laptop");
    return { home, away, first };
  }

  test("is merged as one step, over what was taken in before, and taken back after a restart", async () => {
    const { home, away, first } = await twoMachines();
    const [mine, theirs] = [spanBy(home, 5), spanBy(away, 10)];
    await save(home, { spans: added(mine) });
    await save(away, { spans: added(theirs) });
    const taken = await takeIn(home, await packageOf(away, "laptop.json"));
    expect(outcomes(taken)).toEqual(["own"]);
    expect(taken.rows[0]?.merge).toMatchObject({ added: 1, updated: 0, removed: 0, conflicts: [] });
    expect(await spansOf(home)).toEqual([first.id, mine.id, theirs.id].sort());

    // Removed elsewhere since: known by the base, and not taken for something that was added here.
    await save(away, { spans: removed(theirs) });
    const second = await takeIn(home, await packageOf(away, "laptop.json"));
    expect(second.rows[0]?.merge).toMatchObject({ added: 0, removed: 1 });
    expect(await spansOf(home)).toEqual([first.id, mine.id].sort());
    expect((await takeIn(home, await packageOf(away, "laptop.json"))).step).toBeNull();

    await home.who.core.close();
    const later = await person(home.at("home-ana"), "ana");
    const project = await later.call("project.open", { path: home.project.path, mode: "write" });
    const { steps } = await later.call("project.history", { project: project.handle });
    const last = steps.at(-1);
    expect([last?.command, last?.id]).toEqual(["take-in", second.step?.id]);
    await later.call("project.apply", {
      project: project.handle,
      opId: newId(),
      step: { command: "take-in", at: new Date().toISOString(), undoes: last?.id ?? "" },
      parts: [{ article: home.article, revision: null, change: { spans: added(theirs) } }],
    });
    expect(await spansOf({ ...home, who: later, project })).toEqual([first.id, mine.id, theirs.id].sort());
  });

  test("keeps ours in a conflict unless theirs was chosen, and asks once", async () => {
    const { home, away, first } = await twoMachines();
    await save(home, { spans: updated(first, { ...first, type: "speaker" }) });
    await save(away, { spans: updated(first, { ...first, type: "source" }) });
    const file = await packageOf(away, "laptop.json");
    const seen = await preview(home, file);
    const [conflict] = seen.rows[0]?.merge?.conflicts ?? [];
    expect(conflict).toMatchObject({
      kind: "spans",
      why: "both-changed",
      isDecidable: true,
      quote: first.segments[0]?.quote,
      fields: [{ name: "type", ours: "speaker", theirs: "source" }],
    });
    const taken = await takeIn(home, file, { decided: [{ key: conflict?.key ?? "", side: "theirs" }] });
    expect(taken.step?.parts[0]?.change.spans?.updated[0]?.to.type).toBe("source");
    expect(outcomes(await preview(home, file))).toEqual(["same"]);
  });

  test("is merged into an article that comes along", async () => {
    const { home, away } = await twoMachines();
    const added2 = await away.who.call("article.importText", {
      project: away.project.handle,
      name: "second.txt",
      text: `${text}More.\n`,
    });
    const second = { ...away, article: added2.article.id };
    await save(second, { spans: added(spanBy(second)) });
    const taken = await takeIn(home, await packageOf(away, "laptop.json"), { bring: true });
    expect(taken.rows.map(({ outcome, isBrought }) => [outcome, isBrought])).toContainEqual(["own", true]);
    expect(await spansOf({ ...home, article: second.article })).toHaveLength(1);
    expect(existsSync(join(home.project.path, "articles", second.article, "text.txt"))).toBe(true);
  });
});
