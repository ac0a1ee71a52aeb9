// Another tool's files taken in as a colleague's are: recognised, given a meaning, and kept under their annotators' names.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
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
  const take = async (name: string, foreign: NonNullable<Input<"review.takeIn">["foreign"]>) => {
    const seen = await look(name, { foreign });
    if (!seen.ok) throw new Error(JSON.stringify(seen.problems));
    const step = { command: "take-in", at: "2026-01-01T00:00:00.000Z" };
    return who.call("review.takeIn", {
      ...asked(name, { foreign }),
      sha256: seen.sha256,
      opId: newId(),
      step,
    });
  };
  return { who, project, article, look, offered, take };
}

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
  expect(taken.foreign).toMatchObject({ accepted: 1, rejectedInAll: 2 });
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
