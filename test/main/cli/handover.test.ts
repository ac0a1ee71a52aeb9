// `sayso package`, `take-in`, `merge` and `compare`: work that goes from one person to another by file.
import { cpSync, existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ExportBundle } from "../../../shared/annotated-json/bundle.ts";
import { annotatedJsonOf } from "../../../shared/exporters/annotated-json.ts";
import type { AnnotationSetJson } from "../../../shared/model/annotation-set.ts";
import { added } from "../../../shared/model/change.ts";
import { sampleBundle } from "../../helpers/bundles.ts";
import { type Workplace, workplace } from "../../helpers/command-line.ts";
import { packaged } from "../../shared/review/packages.ts";
import { mark } from "../core/revised.ts";
import { newId, person, projectWith, spanBy, text } from "../core/workplace.ts";

let place: Workplace;
beforeEach(async () => {
  place = await workplace();
});
afterEach(() => place.remove());

const filesIn = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((file) => [file, readFileSync(file, "base64")]),
  );

/** A project of somebody with one mark, closed again. */
async function projectOf(name: string, home: string, at: number): Promise<string> {
  const who = await person(home, name);
  const path = place.at(name);
  const { project, article } = await projectWith(who, path);
  const change = { spans: added(spanBy(project.annotator?.id ?? "", at)) };
  const opId = newId();
  await who.call("annotations.apply", { project: project.handle, article, opId, revision: 0, change });
  await who.core.close();
  return path;
}

const ana = (): Promise<string> => projectOf("Ana", place.home, 0);
const ben = (): Promise<string> => projectOf("Ben", place.at("other-home"), 1);

describe("package and take-in", () => {
  it("hands over one file, and takes it in once", async () => {
    const [mine, theirs] = [await ana(), await ben()];
    const out = place.at("ben.json");
    const made = await place.sayso("package", theirs, "--out", out, "--history");
    expect(made).toMatchObject({ status: 0, err: "" });
    expect(made.out).toMatch(/^.*ben\.json: 1 article, 1 annotation set, \d/u);
    expect(JSON.parse(readFileSync(out, "utf8"))).toMatchObject({
      format: "sayso-review-package",
      blind: false,
      history: [{ steps: [{ command: "change" }] }],
    });
    expect((await place.sayso("package", theirs, "--out", out)).status).toBe(1);

    const dry = await place.sayso("take-in", mine, out, "--dry-run");
    expect(dry).toEqual({ status: 0, out: `${out}: Ben, “bridge”: new (1 mark, 0 cards)\n`, err: "" });
    expect((await place.sayso("take-in", mine, out)).out).toBe(dry.out);
    const again = await place.sayso("take-in", mine, out, theirs);
    expect(again.out).toBe(
      `${out}: Ben, “bridge”: already here (1 mark, 0 cards)\n${theirs}: Ben, “bridge”: already here (1 mark, 0 cards)\n`,
    );
  });

  it("carries one's own work over from another version of the text, and says so beforehand", async () => {
    const mine = await ana();
    const laptop = place.at("laptop");
    cpSync(mine, laptop, { recursive: true });
    const who = await person(place.at("home-laptop"), "Ana");
    const there = await who.call("project.open", { path: laptop, mode: "write" });
    const article = there.articles[0]?.id ?? "";
    const { revision } = await who.call("article.open", { project: there.handle, article });
    const marks = added(mark(there, "said", "cue"), mark(there, "is safe", "source"));
    const saved = { project: there.handle, article, opId: newId(), revision, change: { spans: marks } };
    await who.call("annotations.apply", saved);
    await who.core.close();
    const out = place.at("laptop.json");
    await place.sayso("package", laptop, "--out", out, "--annotators", "Ana");
    const corrected = await place.file("corrected.txt", text.replace(" “It is safe,” she said.", ""));
    expect((await place.sayso("revise", mine, "--article", "bridge", "--text", corrected)).status).toBe(0);

    // A file that says that it is one's own has to be vouched for.
    const asked = await place.sayso("take-in", mine, out);
    expect(asked).toMatchObject({ status: 1, err: expect.stringContaining("--own") });
    const dry = await place.sayso("take-in", mine, out, "--own", "--dry-run");
    expect(dry).toMatchObject({ status: 0, err: "" });
    expect(dry.out.replaceAll(out, "FILE").split("\n")).toEqual([
      "FILE: Ana, “bridge”: your own work (2 marks, 0 cards)",
      "  Made on another version of the text: 2 marks find their places, 1 waits without one.",
      "  “is safe”: its words are not in the text",
      "  FILE: “bridge”: 2 added, 0 changed, 0 removed, no conflicts",
      "",
    ]);
    expect((await place.sayso("take-in", mine, out, "--own")).out).toBe(dry.out);
    expect((await place.sayso("take-in", mine, out)).out).toContain("already here");
  });

  it("hands over without names, and only whose work was named", async () => {
    const [mine, theirs] = [await ana(), await ben()];
    await place.sayso("take-in", mine, theirs);
    const out = place.at("both.json");
    await place.sayso("package", mine, "--out", out, "--annotators", "Ben", "--blind", "seed");
    const { content, blind } = JSON.parse(readFileSync(out, "utf8"));
    expect([blind, content.annotators.map(({ name }: { name: string }) => name)]).toEqual([true, ["A"]]);
    expect(readFileSync(out, "utf8")).not.toContain("Ben");
    expect((await place.sayso("package", mine, "--out", out, "--blind", " ")).status).toBe(2);
    const unknown = await place.sayso("package", mine, "--out", place.at("x.json"), "--annotators", "Zoe");
    expect(unknown.status).toBe(1);
  });

  it("brings articles along only where that is said", async () => {
    const mine = await ana();
    const file = await place.file("sample.json", packaged(sampleBundle()));
    expect((await place.sayso("take-in", mine, file)).out).toContain("article not here");
    const brought = await place.sayso("take-in", mine, file, "--bring");
    expect(brought.out).toContain(": imported “");
    expect(brought.out).toContain(": new (");
    expect((await place.sayso("take-in", mine, file)).out).toContain("already here");
  });

  it("starts a project from a package where none is, and only where that is said", async () => {
    const file = await place.file("sample.json", packaged(sampleBundle()));
    const path = place.at("started");
    expect((await place.sayso("take-in", path, file, "--as", "Zoe")).status).toBe(1);
    const { status, out } = await place.sayso("take-in", path, file, "--create", "--as", "Zoe");
    expect([status, out.includes(": imported “"), out.includes(": new (")]).toEqual([0, true, true]);
    const made = JSON.parse(readFileSync(`${path}/project.json`, "utf8"));
    const { project, tagset } = sampleBundle();
    expect([made.name, made.tagset]).toEqual([project.name, tagset]);
    expect((await place.sayso("doctor", path)).status).toBe(0);
    const bad = await place.file("bad.json", "{");
    expect((await place.sayso("take-in", place.at("none"), bad, "--create")).status).toBe(1);
    expect(existsSync(place.at("none"))).toBe(false);
  });

  it("says what a new project would import, and makes neither it nor anything else", async () => {
    const file = await place.file("sample.json", packaged(sampleBundle()));
    await place.sayso("import", place.at("mine"), file, "--create", "--as", "Zoe");
    const before = filesIn(place.at());
    const path = place.at("started");
    const dry = await place.sayso("take-in", path, file, "--create", "--dry-run", "--as", "Zoe");
    expect(filesIn(place.at())).toEqual(before);
    const done = await place.sayso("take-in", path, file, "--create", "--as", "Zoe");
    expect(dry).toEqual(done);
    expect(dry.out).toContain(": new (");
  });

  it("takes sets for one's own by the name as people read it, and refuses where none or several have it", async () => {
    const bundle = sampleBundle();
    const [first] = bundle.annotators;
    const other = newId();
    const articles = bundle.articles.map((one) => ({
      ...one,
      sets: one.sets.flatMap((set) => [
        set,
        { ...set, annotatorId: other, spans: [] as const, attributions: [] as const },
      ]),
    }));
    const called = (name: string, otherName: string): string =>
      packaged({
        ...bundle,
        articles,
        annotators: [
          { id: first?.id ?? "", name },
          { id: other, name: otherName },
        ],
      });
    const start = async (name: string, text: string) => {
      const file = await place.file("sample.json", text);
      return place.sayso("take-in", place.at(name), file, "--create", "--own", "--as", "ZOE  Q");
    };
    const nobody = await start("nobody", called("Ana", "Ben"));
    expect([nobody.status, nobody.err]).toEqual([
      2,
      expect.stringContaining("annotations of Ana; Ben, and of nobody called “ZOE  Q”"),
    ]);
    const several = await start("several", called("Zoe Q", "zoe q"));
    expect([several.status, several.err]).toEqual([2, expect.stringContaining("2 people called “ZOE  Q”")]);
    expect([existsSync(place.at("nobody")), existsSync(place.at("several"))]).toEqual([false, false]);
    const one = await start("one", called("Zoe q", "Ben"));
    expect([one.status, one.out]).toEqual([0, expect.stringContaining("your own work")]);
  });

  it("refuses what it cannot read, names the place, changes nothing, and takes the rest", async () => {
    const [mine, theirs] = [await ana(), await ben()];
    const good = place.at("good.json");
    await place.sayso("package", theirs, "--out", good);
    const bad = await place.file("bad.json", readFileSync(good, "utf8").replace('"blind"', "blind"));
    const { status, out, err } = await place.sayso("take-in", mine, bad, good);
    expect([status, out]).toEqual([1, `${good}: Ben, “bridge”: new (1 mark, 0 cards)\n`]);
    expect(err).toMatch(/^.*bad\.json: line 6, column \d+: /u);
  });
});

describe("what colleagues' files may be made of, on their way from the disk (rows 28 to 31 and 41)", () => {
  const whole = packaged(sampleBundle());

  it.each<[string, string | Uint8Array]>([
    ["a byte order mark", `\ufeff${whole}`],
    ["UTF-16, little end first", Buffer.from(`\ufeff${whole}`, "utf16le")],
    ["UTF-16, big end first", Buffer.from(`\ufeff${whole}`, "utf16le").swap16()],
  ])("%s is passed over (row 29)", async (_name, content) => {
    const file = await place.file("x.json", content);
    expect((await place.sayso("take-in", await ana(), file, "--bring")).status).toBe(0);
  });

  it.each<[string, string | Uint8Array, RegExp]>([
    ["no JSON (row 28)", "annotations: 1", /line 1, column 1/u],
    ["half a file (rows 28 and 47)", whole.slice(0, 3_000), /line \d+, column \d+/u],
    [
      "a byte that is no UTF-8 (row 29)",
      Buffer.concat([Buffer.from(whole), Uint8Array.of(0xff)]),
      /byte [\d,]+/u,
    ],
    ["deep nesting (row 31)", `${"[".repeat(100_000)}${"]".repeat(100_000)}`, /64 levels/u],
    [
      "a hash that is not its own (row 41)",
      whole.replace(/"note": ""/u, '"note": "x"'),
      /hash does not match/u,
    ],
    ["nothing", "", /is empty/u],
  ])("%s is refused and changes nothing", async (_name, content, why) => {
    const mine = await ana();
    const file = await place.file("x.json", content);
    const { status, err } = await place.sayso("take-in", mine, file, "--bring");
    expect([status, why.test(err)]).toEqual([1, true]);
    expect((await place.sayso("validate", file)).status).toBe(1);
  });

  it("more than 100 MB is refused before it is read (row 30)", async () => {
    const file = await place.file("x.json", whole);
    truncateSync(file, 600 * 1024 * 1024);
    const { status, err } = await place.sayso("take-in", await ana(), file);
    expect(status).toBe(1);
    expect(err).toContain("too large (600 MB)");
  });

  it("a damaged package is imported when that is said (row 41)", async () => {
    const file = await place.file("x.json", whole.replace(/"note": ""/u, '"note": "x"'));
    const { status, out } = await place.sayso("take-in", await ana(), file, "--bring", "--unverified");
    expect([status, out.includes(": new (")]).toEqual([0, true]);
  });
});

/** The sample with another note on the first card of its first set. */
function noted(note: string, more: Partial<AnnotationSetJson> = {}): string {
  const bundle = sampleBundle();
  const articles = bundle.articles.map((one, at): ExportBundle["articles"][number] =>
    at > 0
      ? one
      : {
          ...one,
          sets: one.sets.map((set) => ({
            ...set,
            attributions: set.attributions.map((card, index) => (index === 0 ? { ...card, note } : card)),
            ...more,
          })),
        },
  );
  return JSON.stringify(annotatedJsonOf({ ...bundle, articles }));
}

describe("merge", () => {
  it("takes what one side changed, and ours where both did, unless theirs was chosen", async () => {
    const base = await place.file("base.json", noted(""));
    const [ours, theirs] = [
      await place.file("ours.json", noted("ours")),
      await place.file("theirs.json", noted("theirs")),
    ];
    const out = place.at("merged.json");
    expect(await place.sayso("merge", base, base, theirs, "--out", out)).toMatchObject({
      status: 0,
      out: `${out}: 2 annotation sets, no conflicts\n`,
    });
    expect(readFileSync(out, "utf8")).toContain('"note": "theirs"');
    const both = await place.sayso("merge", base, ours, theirs, "--out", out, "--force");
    expect(both).toMatchObject({ status: 4, out: `${out}: 2 annotation sets, 1 conflict\n` });
    expect(both.err).toContain("card");
    expect(both.err).toContain("note: “ours” | “theirs”");
    expect(readFileSync(out, "utf8")).toContain('"note": "ours"');
    const chosen = await place.sayso("merge", base, ours, theirs, "--out", out, "--force", "--theirs");
    expect(chosen.status).toBe(0);
    expect(readFileSync(out, "utf8")).toContain('"note": "theirs"');
    expect((await place.sayso("validate", out)).status).toBe(0);
  });

  it("makes one of the same marks made on two machines, and of their entities", async () => {
    const whole = JSON.stringify(annotatedJsonOf(sampleBundle()));
    const ours = await place.file("ours.json", whole);
    const [first] = sampleBundle().articles;
    const ids = [
      ...sampleBundle().entities,
      ...(first?.sets.flatMap(({ spans, attributions }) => [...spans, ...attributions]) ?? []),
    ]
      .map(({ id }) => id)
      // This one is the value of a field as well.
      .filter((id) => id !== "no");
    const elsewhere = ids.reduce(
      (text, id) => text.replaceAll(`"${id}"`, `"${`2${id}`.slice(0, 32)}"`),
      whole,
    );
    expect(elsewhere).not.toBe(whole);
    const theirs = await place.file("theirs.json", elsewhere);
    const out = place.at("one.json");
    expect(await place.sayso("merge", ours, theirs, "--out", out)).toMatchObject({ status: 0, err: "" });
    const merged = await place.sayso("merge", ours, ours, "--out", "-");
    expect(JSON.parse(readFileSync(out, "utf8"))).toEqual(JSON.parse(merged.out));
  });

  it("replaces nothing that nobody said to replace", async () => {
    const file = await place.file("a.json", noted("x"));
    expect((await place.sayso("merge", file, file, "--out", file)).status).toBe(1);
    expect(readFileSync(file, "utf8")).toBe(noted("x"));
  });

  it("of the same is the same", async () => {
    const file = await place.file("a.json", packaged(sampleBundle()));
    const { out } = await place.sayso("merge", file, file, "--out", "-");
    expect(JSON.parse(out)).toEqual(JSON.parse(JSON.stringify(annotatedJsonOf(sampleBundle()))));
  });
});

describe("compare", () => {
  it("says in what two projects differ, and what the policies pass over", async () => {
    const { out, status } = await place.sayso("compare", await ana(), await ben(), "--json");
    expect(status).toBe(0);
    const [article, ...more] = JSON.parse(out).articles;
    expect(more).toEqual([]);
    expect(article).toMatchObject({ title: "bridge", groups: 1, agreed: { strict: 0, lenient: 0 } });
    expect(article.annotators.map(({ name }: { name: string }) => name)).toEqual(["Ana", "Ben"]);
    expect(article.differences).toMatchObject([{ kind: "span", differences: [{ aspect: "edges" }] }]);
    const lenient = await place.sayso("compare", place.at("Ana"), place.at("Ben"), "--policy", "white-space");
    expect(lenient.out).toMatch(/^“bridge” \(Ana, Ben\): 1 mark or card, alike 0, /u);
    expect((await place.sayso("compare", place.at("Ana"), "--policy", "x")).status).toBe(2);
  });

  it("tells one person's two versions apart by the file, and says where there is nothing to compare", async () => {
    const [a, b] = [
      await place.file("a.json", noted("")),
      await place.file("b.json", noted("", { spans: [], attributions: [] })),
    ];
    const { out } = await place.sayso("compare", a, b, "--json");
    const [article] = JSON.parse(out).articles;
    expect(article.annotators.map(({ name }: { name: string }) => name)).toEqual([
      "Anna Lind",
      "Anna Lind (b.json)",
    ]);
    writeFileSync(b, noted(""));
    expect((await place.sayso("compare", a, b)).status).toBe(2);
  });
});
