// Formats on the command line: which there are, converting, bringing in what other tools annotated, checking their files.
import { readFile } from "node:fs/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { annotatedJsonText } from "../../../../shared/exporters/annotated-json.ts";
import { exporters } from "../../../../shared/exporters/index.ts";
import { sampleBundle } from "../../../helpers/bundles.ts";
import { type Workplace, workplace } from "../../../helpers/command-line.ts";

let place: Workplace;
beforeEach(async () => {
  place = await workplace();
});
afterEach(() => place.remove());

const text = "👍 Nobody asked us, Venn said.";
/** Code points, as brat counts. */
const annotations = [
  "T1\tclaim 2 17\tNobody asked us",
  "T2\tspeaker 19 23\tVenn",
  "T3\tcue 24 28\tsaid",
  "R1\tspeaker Arg1:T1 Arg2:T2",
  "",
].join("\n");

describe("sayso formats", () => {
  it("lists every format, and what it can hold", async () => {
    const { status, out } = await place.sayso("formats");
    expect(status).toBe(0);
    for (const { id } of exporters) expect(out).toMatch(new RegExp(`^${id} `, "m"));
    const { formats } = JSON.parse((await place.sayso("formats", "--json")).out);
    expect(formats.find(({ id }: { id: string }) => id === "doccano")).toMatchObject({
      reads: true,
      capabilities: { unit: "code-points", values: false },
    });
  });
});

describe("sayso convert", () => {
  it("keeps their labels between two formats of others, and says what it did", async () => {
    const from = await place.file("in/a.ann", annotations);
    await place.file("in/a.txt", text);
    const to = place.at("out.jsonl");
    const done = await place.sayso("convert", from, "--from", "brat", "--to", "doccano", "--out", to);
    expect(done).toEqual({ status: 0, out: `${to}: 1 text, 4 of 4 annotations taken\n`, err: "" });
    expect(JSON.parse(await readFile(to, "utf8"))).toMatchObject({
      text,
      entities: [
        { id: 1, label: "claim", start_offset: 2, end_offset: 17 },
        { id: 2, label: "speaker", start_offset: 19, end_offset: 23 },
        { id: 3, label: "cue", start_offset: 24, end_offset: 28 },
      ],
      relations: [{ from_id: 1, to_id: 2, type: "speaker" }],
    });
  });

  it("sums up file by file where there are several, and what was passed over, for programs too", async () => {
    await place.file("in/a.conll", "Ada\tNN\tB-speaker\nsaid\tVB\tO\n");
    await place.file("in/b.conll", "Bo\tNN\tB-speaker\n\tVB\tB-cue\n");
    const report = place.at("report.json");
    const done = await place.sayso(
      ...["convert", place.at("in"), "--from", "conll-bio", "--to", "doccano"],
      ...["--out", place.at("out.jsonl"), "--report", report],
    );
    expect(done.status).toBe(1);
    expect(done.err).toContain(
      "  b.conll: 1 of 2 annotations taken, 1 rejected; 1 entry without marks skipped.\n",
    );
    expect(done.err).toContain("  “2” (3): no marks in it.\n");
    expect(JSON.parse(await readFile(report, "utf8"))).toMatchObject({
      tally: { units: 3, taken: 2, rejected: 1, passed: 3 },
      files: [
        { file: "a.conll", units: 1, taken: 1, rejected: 0, passed: 2 },
        { file: "b.conll", units: 2, taken: 1, rejected: 1, passed: 1 },
      ],
      passed: [{ name: "2", count: 3, why: "no-marks", says: "“2” (3): no marks in it." }],
    });
  });

  it("counts values that are left out by file, label, name and reason, for programs too", async () => {
    await place.file("in/a.txt", text);
    await place.file("in/b.txt", `${text} `);
    const said = "A1\tColour T1 red\nA2\tColour T1 blue\n#1\tAnnotatorNotes T9\tlook\n";
    await place.file("in/a.ann", annotations + said);
    await place.file("in/b.ann", annotations);
    const report = place.at("report.json");
    const done = await place.sayso(
      ...["convert", place.at("in"), "--from", "brat", "--to", "json"],
      ...["--out", place.at("out.json"), "--report", report],
    );
    expect(done.status).toBe(1);
    expect(done.err).toContain("  a.ann: 4 of 4 annotations taken; 3 values left out.\n");
    expect(done.err).toContain("  “Colour” of “claim” (1): the mapping has no field for it.\n");
    expect(done.out).toContain("8 of 8 annotations taken; 3 values left out");
    const { tally, files, valuesLeft } = JSON.parse(await readFile(report, "utf8"));
    expect([tally.valuesLeft, files.map((one: { valuesLeft: number }) => one.valuesLeft)]).toEqual([
      3,
      [3, 0],
    ]);
    expect(valuesLeft.map(({ says: _says, ...one }: { says: string }) => one)).toEqual([
      { of: "", name: "note", why: "no-mark", count: 1 },
      { of: "claim", name: "Colour", why: "again", count: 1 },
      { of: "claim", name: "Colour", why: "no-field", count: 1 },
    ]);
  });

  it("says what is lost before anybody misses it, and writes a report beside", async () => {
    const from = await place.file("sample.json", annotatedJsonText(sampleBundle()));
    const report = place.at("report.json");
    const done = await place.sayso(
      "convert",
      from,
      "--from",
      "json",
      "--to",
      "doccano",
      "--out",
      place.at("o.jsonl"),
      "--report",
      report,
    );
    expect(done.status).toBe(0);
    expect(done.err).toMatch(/\d+ fields, notes and flags are left out\. \(reason: Boilerplate/);
    const { losses } = JSON.parse(await readFile(report, "utf8"));
    expect(losses.map(({ what }: { what: string }) => what)).toEqual([
      "values",
      "entities",
      "entity-details",
      "provenance",
    ]);
  });

  it("refuses a file that is there, an archive to a terminal, and files that are not of the format", async () => {
    const from = await place.file("a.ann", annotations);
    await place.file("a.txt", text);
    const there = await place.file("there.json", "mine");
    const convert = (to: string, out: string) =>
      place.sayso("convert", from, "--from", "brat", "--to", to, "--out", out);
    expect((await convert("pubannotation", there)).status).toBe(1);
    expect(await readFile(there, "utf8")).toBe("mine");
    expect((await convert("brat", "-")).status).toBe(2);
    expect((await convert("nonsense", "-")).status).toBe(2);
    const broken = await place.file("broken.json", '{"text": ');
    const done = await place.sayso(
      "convert",
      broken,
      "--from",
      "pubannotation",
      "--to",
      "brat",
      "--out",
      place.at("x.zip"),
    );
    expect(done).toMatchObject({ status: 1, out: "" });
    expect(done.err).toContain("broken.json: line 1, column 10");
  });
});

describe("sayso import-annotations", () => {
  it("brings articles and annotations in under the annotator’s name, and nothing twice", async () => {
    const project = place.at("project");
    await place.sayso(
      "import",
      project,
      await place.file("other.txt", "Another article.\n"),
      "--create",
      "--as",
      "Anna Lind",
    );
    await place.file("Bo/a.txt", text);
    const from = await place.file("Bo/a.ann", annotations);
    const bring = () => place.sayso("import-annotations", project, from, "--from", "brat", "--as", "Bo Berg");
    const first = await bring();
    expect(first).toMatchObject({ status: 0, err: "" });
    expect(first.out).toBe("a, Bo Berg: 3 marks, 1 card (new)\n");
    expect((await bring()).out).toBe("a, Bo Berg: 3 marks, 1 card (already here)\n");
    const out = place.at("out.json");
    await place.sayso("export", project, "--format", "json", "--out", out);
    const { articles, annotators } = JSON.parse(await readFile(out, "utf8"));
    const article = articles.find((one: { text: string }) => one.text === text);
    expect(annotators.map(({ name }: { name: string }) => name)).toContain("Bo Berg");
    const [set] = article.sets;
    const quoted = (id: string) =>
      set.spans.find((span: { id: string }) => span.id === id)?.segments[0].quote;
    expect(
      set.attributions.map(({ claim, voice }: { claim: string; voice: string[] }) => [
        quoted(claim),
        ...voice.map(quoted),
      ]),
    ).toEqual([["Nobody asked us", "Venn"]]);
  });

  it("prints the guessed mapping to be edited, and takes an edited one", async () => {
    const project = place.at("project");
    await place.sayso("import", project, await place.file("a.txt", text), "--create", "--as", "Anna Lind");
    const from = await place.file("b/a.ann", annotations.replace("claim 2", "Aussage 2"));
    await place.file("b/a.txt", text);
    const guess = await place.sayso("import-annotations", project, from, "--from", "brat", "--print-map");
    expect(JSON.parse(guess.out)).toEqual({
      spans: { Aussage: null, speaker: "speaker", cue: "cue" },
      relations: { speaker: "voice" },
      values: {},
    });
    const map = await place.file("map.json", JSON.stringify({ spans: { Aussage: "claim" } }));
    const done = await place.sayso(
      "import-annotations",
      project,
      from,
      "--from",
      "brat",
      "--map",
      map,
      "--as",
      "Bo Berg",
    );
    expect(done).toMatchObject({ status: 0, err: "", out: "a, Bo Berg: 3 marks, 1 card (new)\n" });
  });
});

describe("sayso validate --from", () => {
  it("passes a sound file, and names what of another cannot be taken", async () => {
    await place.file("a.txt", text);
    const sound = await place.file("a.ann", annotations);
    expect(await place.sayso("validate", "--from", "brat", sound)).toMatchObject({ status: 0, err: "" });
    const wrong = await place.file("a.ann", annotations.replace("19 23", "19 99"));
    const done = await place.sayso("validate", "--from", "brat", wrong);
    expect(done.status).toBe(1);
    expect(done.err).toContain("a.ann, line 2: Its words are not where it says");
    await place.file("a.ann", "T1\tclaim 19 99\tnowhere\n");
    expect((await place.sayso("validate", "--from", "brat", wrong)).err).toContain(
      "a.ann, line 1: 19 to 99 is not a stretch of the text. It is left out",
    );
  });
});
