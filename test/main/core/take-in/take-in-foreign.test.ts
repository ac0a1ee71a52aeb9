// Another tool's files imported as a colleague's are: recognised, given a meaning, and kept under their annotators' names.
import { mkdirSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Input } from "../../../../shared/api/contract.ts";
import type { ForeignOffer } from "../../../../shared/api/take-in.ts";
import { newId, person, problemOf, projectWith, temporaryFolder, text } from "../workplace.ts";

const at = (words: string): string => {
  const start = text.indexOf(words);
  return `${start} ${start + words.length}\t${words}`;
};
const word = text.slice(0, text.indexOf(" "));
const brat = `T1\tPerson ${at(word)}\nT2\tStrange ${at(word)}\nR1\tfriend Arg1:T1 Arg2:T2\n`;

async function desk(files: Readonly<Record<string, string>>) {
  const folder = temporaryFolder();
  const who = await person(join(folder, "home"), "Dana");
  const { project, article } = await projectWith(who, join(folder, "project"), text);
  mkdirSync(join(folder, "theirs"));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, "theirs", name), content);
  const asked = (name: string, more: Partial<Input<"review.takeInPreview">> = {}) => ({
    project: project.handle,
    from: { path: join(folder, "theirs", name) },
    unverified: false,
    bring: true,
    places: {},
    decided: [],
    ...more,
  });
  const look = (name: string, more: Partial<Input<"review.takeInPreview">> = {}) =>
    who.call("review.takeInPreview", asked(name, more));
  const offered = async (
    name: string,
    more: Partial<Input<"review.takeInPreview">> = {},
  ): Promise<ForeignOffer> => {
    const seen = await look(name, more);
    if (seen.ok || !seen.offer) throw new Error(`No offer: ${JSON.stringify(seen)}`);
    return seen.offer;
  };
  const take = async (
    name: string,
    foreign: NonNullable<Input<"review.takeIn">["foreign"]>,
    more: Partial<Input<"review.takeInPreview">> = {},
  ) => {
    const seen = await look(name, { foreign, ...more });
    if (!seen.ok) throw new Error(JSON.stringify(seen.problems));
    const step = { command: "take-in", at: "2026-01-01T00:00:00.000Z" };
    return who.call("review.takeIn", {
      ...asked(name, { foreign, ...more }),
      sha256: seen.sha256,
      opId: newId(),
      step,
    });
  };
  /** Writes a file anew, some days after the first of January. */
  const write = (name: string, content: string, days: number): void => {
    writeFileSync(join(folder, "theirs", name), content);
    const then = new Date(Date.UTC(2030, 0, 1 + days));
    utimesSync(join(folder, "theirs", name), then, then);
  };
  const sets = async () => (await who.call("review.sets", { project: project.handle, article })).sets;
  return { folder, who, project, article, look, offered, take, write, sets };
}

const mapping = {
  spans: { Person: "speaker", Strange: "cue", Claim: "claim" },
  relations: {},
  values: {},
};
const words = text.split(" ");
const mark = (number: number, label: string, of = words[number] ?? ""): string =>
  `T${number + 1}\t${label} ${at(of)}\n`;

test("a set that comes again keeps its ids: nothing changes for the same, and only what was changed for another", async () => {
  const { take, write, sets } = await desk({ "a.txt": text });
  const first = mark(0, "Person") + mark(1, "Strange") + mark(2, "Claim");
  write("a.ann", first, 1);
  const miro = { format: "brat", mapping, as: "Miro" } as const;
  await take("a.ann", miro);
  const before = await sets();
  write("a.ann", first, 2);
  expect((await take("a.ann", miro)).rows).toMatchObject([{ outcome: "same" }]);
  expect(await sets()).toEqual(before);
  write("a.ann", mark(0, "Person") + mark(2, "Claim", `${words[2]} ${words[3]}`) + mark(4, "Strange"), 3);
  const again = { unchanged: 1, changed: 1, added: 1, removed: 1 };
  expect((await take("a.ann", miro)).rows).toMatchObject([{ outcome: "newer", again }]);
  const idOf = (all: typeof before, type: string) =>
    all.flatMap(({ set }) => set.spans).find((span) => span.type === type)?.id;
  const after = await sets();
  expect(idOf(after, "speaker")).toBe(idOf(before, "speaker"));
  expect(idOf(after, "claim")).toBe(idOf(before, "claim"));
  expect(idOf(after, "cue")).not.toBe(idOf(before, "cue"));
});

test("a set under the same name that holds work done in Sayso stays, and that is said", async () => {
  const { folder, who, project, take, write, sets, look } = await desk({ "a.txt": text });
  write("a.ann", mark(0, "Person"), 1);
  const miro = { format: "brat", mapping, as: "Miro" } as const;
  await take("a.ann", miro);
  const path = join(folder, "miro.json");
  const all = { articles: null, annotators: null, overwrite: false };
  await who.call("export.write", { project: project.handle, format: "json", path, ...all });
  // Miro went on in Sayso, and sends that.
  const worked = readFileSync(path, "utf8")
    .replaceAll('"at": "2030-', '"editedAt": "2031-01-01T00:00:00.000Z", "at": "2030-')
    .replace(/"exportedAt": "[^"]+"/u, '"exportedAt": "2031-02-02T00:00:00.000Z"');
  const from = { name: "miro.json", text: worked };
  const seen = await look("", { from });
  if (!seen.ok) throw new Error(JSON.stringify(seen.problems));
  const step = { command: "take-in", at: "2026-01-01T00:00:00.000Z" };
  const asked = { project: project.handle, from, unverified: false, bring: true, places: {}, decided: [] };
  const came = await who.call("review.takeIn", { ...asked, sha256: seen.sha256, opId: newId(), step });
  expect(came.rows.map(({ outcome }) => outcome)).toContain("newer");
  const before = await sets();
  write("a.ann", mark(1, "Strange"), 999);
  expect((await take("a.ann", miro)).rows).toMatchObject([{ outcome: "worked-on" }]);
  expect(await sets()).toEqual(before);
});

test("one's own set that comes again from another tool leaves standing what was done here since", async () => {
  const { who, project, article, take, write, sets } = await desk({ "a.txt": text });
  const dana = { format: "brat", mapping, as: "Dana" } as const;
  const own = { own: "merge" as const };
  const spans = async () => (await sets()).find(({ annotator: { role } }) => role === "own")?.set.spans ?? [];
  write("a.ann", mark(0, "Person") + mark(1, "Strange") + mark(2, "Claim"), 1);
  await take("a.ann", dana, own);
  const [speaker, cue, claim] = await spans();
  if (!speaker || !cue || !claim) throw new Error("It did not come in.");
  await who.call("annotations.apply", {
    project: project.handle,
    article,
    revision: 1,
    opId: newId(),
    step: { command: "delete-spans", at: "2031-01-01T00:00:00.000Z" },
    change: { spans: { added: [], updated: [], removed: [cue] } },
  });
  // The same once more: what was deleted here stays deleted.
  write("a.ann", mark(0, "Person") + mark(1, "Strange") + mark(2, "Claim"), 2);
  expect((await take("a.ann", dana, own)).step).toBeNull();
  expect(await spans()).toEqual([speaker, claim]);
  write("a.ann", mark(0, "Person") + mark(1, "Strange"), 3);
  expect((await take("a.ann", dana, own)).rows).toMatchObject([{ merge: { removed: 1, conflicts: [] } }]);
  expect(await spans()).toEqual([speaker]);
});

test("files of another tool are recognised, and their names offered with how often and an example", async () => {
  const { offered } = await desk({ "a.ann": brat, "a.txt": text });
  const offer = await offered("a.ann");
  expect(offer.format).toBe("brat");
  expect(offer.formats[0]).toEqual({ id: "brat", name: expect.anything() });
  expect(offer.found.spans).toEqual([
    { label: "Person", count: 1, example: word },
    { label: "Strange", count: 1, example: word },
  ]);
  expect(offer.mapping.spans).toEqual({ Person: "speaker", Strange: null });
  expect(offer.found.relations).toEqual([{ label: "friend", count: 1, example: `${word} → ${word}` }]);
});

test("with a mapping they come in as a set beside our own, and what means nothing is told", async () => {
  const { take, article } = await desk({ "a.ann": brat, "a.txt": text });
  const { mapping } = { mapping: { spans: { Person: "speaker", Strange: null }, relations: {}, values: {} } };
  const taken = await take("a.ann", { format: "brat", mapping, as: "Miro" });
  expect(taken.rows).toMatchObject([{ article, outcome: "new", spans: 1, annotator: { name: "Miro" } }]);
  expect(taken.foreign).toMatchObject({
    ...{ accepted: 1, rejectedInAll: 2, filesInAll: 1, passedOver: [] },
    files: [{ file: "a.ann", units: 3, taken: 1, unmapped: 2 }],
  });
  const again = await take("a.ann", { format: "brat", mapping, as: "Miro" });
  expect(again.rows).toMatchObject([{ outcome: "same" }]);
});

test("what names were said to mean is proposed for the next files with the same names, and for no others", async () => {
  const other = `${brat}T3\tMore ${at(word)}\n`;
  const { take, offered } = await desk({
    "a.ann": brat,
    "a.txt": text,
    "b.ann": brat,
    "b.txt": text,
    "c.ann": other,
    "c.txt": text,
  });
  const mapping = { spans: { Person: "source", Strange: "cue" }, relations: { friend: null }, values: {} };
  await take("a.ann", { format: "brat", mapping, as: null });
  expect((await offered("b.ann")).mapping).toEqual(mapping);
  expect((await offered("c.ann")).mapping.spans).toEqual({ Person: "speaker", Strange: null, More: null });
});

test("a whole folder of files is read together", async () => {
  const { offered } = await desk({ "a.ann": brat, "a.txt": text, "b.ann": brat, "b.txt": `${text} More.` });
  expect(await offered(".")).toMatchObject({ format: "brat", articles: 2, taken: 6 });
});

test("another format can be chosen, and one that understands nothing says so", async () => {
  const { offered } = await desk({ "a.ann": brat, "a.txt": text });
  const offer = await offered("a.ann", { foreign: { format: "webanno-tsv", mapping: null, as: null } });
  expect(offer).toMatchObject({ format: "webanno-tsv", taken: 0 });
  expect(offer.formats.map(({ id }) => id)).toEqual(["brat", "webanno-tsv"]);
});

test("a file of ours that is wrong is refused as ours, and what nobody reads by what it is", async () => {
  const { look } = await desk({
    "ours.json": '{ "format": "sayso-annotated-json", "version": 1 }',
    "plain.txt": "Nothing but words.",
    "nothing.ann": "",
  });
  expect(await look("ours.json")).toMatchObject({ ok: false, offer: null });
  expect(await look("plain.txt")).toMatchObject({ ok: false, offer: null });
  expect(await problemOf(look("not-there.json"))).toMatchObject({ problem: "file-missing" });
});

test("a mapping to what the tagset does not have brings nothing in", async () => {
  const { look } = await desk({ "a.ann": brat, "a.txt": text });
  const mapping = { spans: { Person: "no-such-type" }, relations: {}, values: {} };
  expect(await look("a.ann", { foreign: { format: "brat", mapping, as: null } })).toMatchObject({
    ok: true,
    foreign: { accepted: 0 },
  });
});

test("a large file, which is read in a thread of its own, is read like any other", async () => {
  const golden = readFileSync(join(import.meta.dirname, "../../../golden/sample-project.json"), "utf8");
  const room = " ".repeat(600_000);
  const { look, offered } = await desk({ "ours.json": golden + room, "a.ann": brat, "a.txt": text + room });
  expect(await look("ours.json")).toMatchObject({ ok: true, form: "annotated-json" });
  expect(await offered("a.ann")).toMatchObject({ format: "brat", taken: 3 });
});

test("what a file says of an article that is here and nobody says here is told", async () => {
  const { look } = await desk({});
  const value = { start: 0, end: word.length, text: word, labels: ["Person"] };
  const result = [{ id: "r", from_name: "label", to_name: "text", type: "labels", value }];
  const task = { data: { text, author: "Ana Ruiz", language: "en" }, annotations: [{ id: 1, result }] };
  const from = { name: "tasks.json", text: JSON.stringify([task]) };
  const seen = await look("", { from, foreign: { format: "label-studio", mapping, as: "Miro" } });
  if (!seen.ok) throw new Error(JSON.stringify(seen.problems));
  expect(seen.otherFactsInAll).toBe(1);
  expect(seen.otherFacts.map(({ what }) => what)).toMatchObject([
    { key: "handover.other-facts", values: { field: { key: "about.author" }, value: "Ana Ruiz" } },
    { key: "handover.other-facts", values: { field: { key: "about.language" }, value: "en" } },
  ]);
});
