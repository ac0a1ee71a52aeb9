// From files to a project and on to one JSON file, by the command line alone; and everything it refuses.
import { chmod, mkdir, readdir, readFile, symlink, writeFile } from "node:fs/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { run } from "../../../main/cli/main.ts";
import { createCore } from "../../../main/core/core.ts";
import { parseAnnotatedJson } from "../../../shared/annotated-json/read.ts";
import { schemaVersion } from "../../../shared/model/project.ts";
import { localeFor } from "../../../shared/words/language.ts";
import { createWords } from "../../../shared/words/say.ts";
import { hashOf, sample } from "../../helpers/bundles.ts";
import { type Workplace, workplace } from "../../helpers/command-line.ts";
import { lockedPdf } from "../../helpers/locked-pdf.ts";
import { asOrdinaryUser, canBeOrdinary } from "../../helpers/ordinary-user.ts";
import { tier } from "../../helpers/tier.ts";

const article =
  "\ufeffBridge shut again\r\n\r\nBy Ana Ruiz\r\n\r\nThe bridge is shut, the mayor said. 👍🏽 “Safe.”\r\n";

let place: Workplace;
beforeEach(async () => {
  place = await workplace();
});
afterEach(() => place.remove());

/** A project with one article. */
async function withProject(): Promise<string> {
  const file = await place.file("bridge.txt", article);
  const project = place.at("project");
  const ran = await place.sayso("import", project, file, "--create", "--as", "Anna");
  expect(ran).toMatchObject({ status: 0, err: "" });
  return project;
}

it("converts what the header of TEI says of an article into what is known of it", async () => {
  const source = "<publicationStmt><publisher>Rhyl Post</publisher></publicationStmt>";
  const header = `<titleStmt><title>Rain</title><author>Ada Venn</author></titleStmt>${source}`;
  const file = `<TEI><teiHeader><fileDesc>${header}</fileDesc></teiHeader><text><body><p><said>Rain</said>.</p></body></text></TEI>`;
  const out = place.at("out.json");
  await place.sayso(
    ...["convert", await place.file("a.xml", file), "--from", "tei", "--to", "json", "--out", out],
  );
  const { articles } = JSON.parse(await readFile(out, "utf8"));
  expect(articles[0].about).toMatchObject([
    { field: "author", value: "Ada Venn" },
    { field: "publisher", value: "Rhyl Post" },
  ]);
});

describe("import", () => {
  it("makes a project when asked to, and says what came in", async () => {
    const file = await place.file("bridge.txt", article);
    const { status, out, err } = await place.sayso(
      "import",
      place.at("new"),
      file,
      "--create",
      "--as",
      "Anna",
    );
    expect({ status, err }).toEqual({ status: 0, err: "" });
    expect(out).toMatch(/bridge\.txt: imported as “Bridge shut again”, article [a-z2-7]+\n$/);
  });

  it("keeps every character, and finds a text that is there already", async () => {
    const project = await withProject();
    const again = await place.sayso("import", project, place.at("bridge.txt"), "--twins", "new");
    expect(again.out).toContain("the same text as “Bridge shut again”");
    const [id = ""] = await readdir(place.at("project", "articles"));
    expect(await readFile(place.at("project", "articles", id, "text.txt"), "utf8")).toBe(article);
    expect(await readFile(place.at("project", "articles", id, "original.txt"), "utf8")).toBe(article);
  });

  it("opens locked documents by a password that stands on no command line", async () => {
    const project = await withProject();
    const file = await place.file(
      "locked.pdf",
      lockedPdf(["The bridge is shut, the mayor said."], "swordfish"),
    );
    expect((await place.sayso("import", project, file)).err).toContain("locked with a password");
    process.env.SAYSO_PASSWORD = "trout";
    expect((await place.sayso("import", project, file, "--password")).err).toContain("not the password of");
    process.env.SAYSO_PASSWORD = "swordfish";
    const { status, out } = await place.sayso("import", project, file, "--password");
    expect({ status, out }).toMatchObject({
      status: 0,
      out: expect.stringContaining("locked.pdf: imported as"),
    });
    expect(process.env.SAYSO_PASSWORD).toBeUndefined();
  });

  it("watches a folder until it is ended, says what came and what did not, and remembers nothing", async () => {
    const project = await withProject();
    await place.file("inbox/1.txt", "The first report, she said.\n");
    await place.file("inbox/empty.txt", "");
    const watching = place.sayso("watch", project, place.at("inbox"));
    const articles = place.at("project", "articles");
    await expect.poll(async () => (await readdir(articles)).length).toBe(2);
    process.emit("SIGTERM");
    const { status, out, err } = await watching;
    expect(status).toBe(0);
    expect(out).toMatch(/inbox\/1\.txt: imported as/);
    expect(err).toContain("inbox/empty.txt");
    expect(await place.sayso("watch", project, place.at("nowhere"))).toMatchObject({ status: 1 });
  });

  it("says that there is nothing to bring in, of a folder that holds none", async () => {
    const project = await withProject();
    await mkdir(place.at("hollow"));
    const said = await place.sayso("import", project, place.at("hollow"));
    expect(said).toEqual({
      status: 1,
      out: "",
      err: expect.stringContaining("Nothing there can be imported"),
    });
    const { status, out } = await place.sayso("import", project, place.at("hollow"), "--json");
    expect({ status, told: JSON.parse(out) }).toMatchObject({ status: 1, told: { ok: false, imported: [] } });
  });

  it("brings in the good files beside the bad ones, and tells machines of both", async () => {
    const project = await withProject();
    const good = await place.file("second.txt", "Another article, she said.\n");
    const bad = await place.file("bad.txt", "");
    const { status, out, err } = await place.sayso("import", project, bad, good, "--json");
    expect(status).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      ok: false,
      imported: [{ file: good, article: { title: "second" } }],
      refused: [{ where: bad, problem: "file-empty" }],
    });
    expect(err.trimEnd().split("\n")).toHaveLength(1);
  });

  it.each<[string, (place: Workplace) => Promise<string>, string]>([
    ["an empty file", (at) => at.file("x.txt", ""), "is empty"],
    ["only white space", (at) => at.file("x.txt", " \n\n"), "only blank space"],
    ["a binary file", (at) => at.file("x.txt", Buffer.alloc(500)), "is not a text file"],
    [
      "a picture named .txt",
      (at) => at.file("x.txt", Buffer.from("\x89PNG\r\n\x1a\n", "latin1")),
      "a PNG picture",
    ],
    [
      "broken UTF-8",
      (at) => at.file("x.txt", Buffer.concat([Buffer.from("“No,” she said."), Buffer.from([0xc3])])),
      "from byte 19 on; it looks like",
    ],
    ["a file that is not there", async (at) => at.at("nowhere.txt"), "There is no file"],
    ["a file in no folder", async (at) => at.at("bridge.txt", "x.txt"), "There is no file"],
    ["more than 50 MB", (at) => at.file("x.txt", Buffer.alloc(50 * 1024 * 1024 + 1, 0x61)), "too large"],
    [
      "more characters than an article has",
      (at) => at.file("x.txt", "word ".repeat(2_000_001)),
      "is too long",
    ],
  ])("refuses %s in one line and leaves the project as it was", async (_name, make, message) => {
    const project = await withProject();
    const before = await readdir(place.at("project", "articles"));
    const { status, out, err } = await place.sayso("import", project, await make(place));
    expect({ status, out }).toEqual({ status: 1, out: "" });
    expect(err).toContain(message);
    expect(err.trimEnd().split("\n")).toHaveLength(1);
    expect(await readdir(place.at("project", "articles"))).toEqual(before);
  });

  it("takes Windows-1252 and says that it was guessed", async () => {
    const project = await withProject();
    const file = await place.file("x.txt", Buffer.from("\x93No,\x94 she said.", "latin1"));
    const { status, out } = await place.sayso("import", project, file);
    expect(status).toBe(0);
    expect(out).toContain("Read as windows-1252, which is a guess");
  });

  it.runIf(tier === "all")("takes 20 MB of three-byte characters", async () => {
    const project = await withProject();
    const file = await place.file("long.txt", "语".repeat(6_900_000));
    expect(await place.sayso("import", project, file)).toMatchObject({ status: 0, err: "" });
  });

  it.runIf(canBeOrdinary)("refuses a file that it may not read", async () => {
    const project = await withProject();
    const file = await place.file("secret.txt", "Text.");
    await chmod(file, 0);
    expect(await asOrdinaryUser(place.at(), () => place.sayso("import", project, file))).toMatchObject({
      status: 1,
      err: expect.stringContaining("You do not have permission to read"),
    });
  });

  it("follows a link that a person names", async () => {
    const project = await withProject();
    const file = await place.file("real.txt", "A text, she said.");
    await symlink(file, place.at("link.txt"));
    expect(await place.sayso("import", project, place.at("link.txt"))).toMatchObject({ status: 0 });
  });

  it("shows a hostile file name without letting it drive the terminal", async () => {
    const project = await withProject();
    const file = await place.file("a\u001b[31m\nb\u202e.txt", "");
    const { err } = await place.sayso("import", project, file);
    expect(err.trimEnd()).not.toMatch(/[\p{Cc}\u202e]/u);
  });

  // Other systems know no such names.
  it.runIf(process.platform === "linux")(
    "refuses a file whose name is no UTF-8 by what its name can show",
    async () => {
      const project = await withProject();
      await place.file("folder/good.txt", "Ana spoke.");
      const bytes = Buffer.from(place.at("folder", "bad?.txt"), "latin1");
      bytes[bytes.lastIndexOf(0x3f)] = 0xe9;
      await writeFile(bytes, "Ben spoke.");
      const ran = await place.sayso("import", project, place.at("folder"));
      expect(ran.status).toBe(1);
      expect(ran.out).toContain("good.txt: imported");
      expect(ran.err).toContain("bad\ufffd.txt");
      expect(ran.err).toContain("holds bytes that are no UTF-8");
    },
  );

  it("refuses a folder that is no project, unless told to make it one", async () => {
    const file = await place.file("bridge.txt", article);
    await place.file("full/other.txt", "x");
    await mkdir(place.at("empty"));
    const without = await place.sayso("import", place.at("empty"), file, "--as", "Anna");
    expect(without).toMatchObject({ status: 1, err: expect.stringContaining("--create") });
    expect(await place.sayso("import", place.at("empty"), file, "--create")).toMatchObject({ status: 0 });
    const full = await place.sayso("import", place.at("full"), file, "--create");
    expect(full).toMatchObject({ status: 1, err: expect.stringContaining("is not empty") });
  });

  it("asks for a name once, for what is written in it, and does not take another", async () => {
    const file = await place.file("bridge.txt", article);
    expect(await place.sayso("import", place.at("p"), file, "--create")).toMatchObject({ status: 0 });
    const nobody = await place.sayso("snapshot", place.at("p"), "--name", "First");
    expect(nobody).toMatchObject({ status: 1, err: expect.stringContaining("--as NAME") });
    await withProject();
    const other = await place.sayso("import", place.at("project"), file, "--as", "Bob");
    expect(other).toMatchObject({ status: 2, err: expect.stringContaining("Sayso knows you as “Anna”") });
  });

  it("refuses a project that another process has open, while export still works", async () => {
    const project = await withProject();
    const core = await createCore({ host: "browser", version: "0.0.0", home: place.home });
    try {
      const opened = await core.dispatch("project.open", { path: project, mode: "write" }, "window");
      expect(opened.ok).toBe(true);
      const { status, err } = await place.sayso("import", project, place.at("bridge.txt"));
      expect({ status, err }).toEqual({ status: 1, err: expect.stringMatching(/has this project open/) });
      const exported = await place.sayso("export", project, "--format", "json", "--out", place.at("x.json"));
      expect(exported).toMatchObject({ status: 0 });
    } finally {
      await core.close();
    }
    expect(await place.sayso("import", project, place.at("bridge.txt"), "--twins", "new")).toMatchObject({
      status: 0,
    });
  });
});

describe("a project that cannot be used", () => {
  it("of a newer version is not written to", async () => {
    const project = await withProject();
    const file = place.at("project", "project.json");
    const before = (await readFile(file, "utf8")).replace(
      /"schemaVersion": ?\d+/,
      `"schemaVersion": ${schemaVersion + 1}`,
    );
    await writeFile(file, before);
    const { status, err } = await place.sayso("import", project, place.at("bridge.txt"));
    expect({ status, err }).toEqual({ status: 1, err: expect.stringContaining("newer version of Sayso") });
    expect(await readFile(file, "utf8")).toBe(before);
  });

  it.each(["", "null", "{", "\0\0\0\0"])(
    "with a damaged project.json (%j) is left alone",
    async (content) => {
      const project = await withProject();
      await writeFile(place.at("project", "project.json"), content);
      for (const args of [
        ["import", project, place.at("bridge.txt")],
        ["export", project, "--format", "json", "--out", place.at("x.json")],
      ]) {
        const { status, err } = await place.sayso(...args);
        expect({ status, err }).toEqual({ status: 1, err: expect.stringContaining("is damaged") });
      }
      expect(await readFile(place.at("project", "project.json"), "utf8")).toBe(content);
    },
  );

  it.runIf(canBeOrdinary)(
    "in a read-only folder is refused for import and exported all the same",
    async () => {
      const project = await withProject();
      await chmod(project, 0o500);
      await asOrdinaryUser(place.at(), async () => {
        const { status, err } = await place.sayso("import", project, place.at("bridge.txt"));
        expect({ status, err }).toEqual({ status: 1, err: expect.stringContaining("read-only") });
        const exported = await place.sayso(
          "export",
          project,
          "--format",
          "json",
          "--out",
          place.at("x.json"),
        );
        expect(exported).toMatchObject({ status: 0 });
      });
      await chmod(project, 0o700);
    },
  );
});

describe("export", () => {
  it("writes what validate accepts and the reader gives back, every character kept", async () => {
    const project = await withProject();
    const out = place.at("export.json");
    expect(await place.sayso("export", project, "--format", "json", "--out", out)).toEqual({
      status: 0,
      out: expect.stringMatching(/^.*export\.json: 1 article, 0 annotation sets, [\d,]+ bytes\n$/),
      err: "",
    });
    const read = parseAnnotatedJson(await readFile(out, "utf8"), hashOf);
    expect(read).toMatchObject({ ok: true, bundle: { articles: [{ text: article, sets: [] }] } });
    expect(await place.sayso("validate", out)).toMatchObject({ status: 0, err: "" });
  });

  it("hands on the sample project whole, tags and all", async () => {
    await withProject();
    const core = await createCore({ host: "browser", version: "0.0.0", home: place.home });
    const reply = await core.dispatch("project.openSample", {}, "window");
    await core.close();
    const path = reply.ok ? String(Reflect.get(Object(reply.value), "path")) : "";
    const out = place.at("sample.json");
    expect(await place.sayso("export", path, "--format", "json", "--out", out)).toMatchObject({
      status: 0,
      err: "",
    });
    expect(await place.sayso("validate", out)).toEqual({
      status: 0,
      out: `${out}: valid (articles: 12, annotation sets: 12)\n`,
      err: "",
    });
    const read = parseAnnotatedJson(await readFile(out, "utf8"), hashOf);
    const cards = sample().articles.map(({ set }) => set.attributions.length);
    expect(
      read.ok ? read.bundle.articles.map(({ sets }) => sets[0]?.attributions.length).sort() : read.problems,
    ).toEqual(cards.sort());
  });

  it("asks nobody's name and leaves the project as it was", async () => {
    const project = await withProject();
    const before = await readdir(project, { recursive: true });
    const args = ["export", project, "--format", "json", "--out", place.at("x.json")];
    const status = await run(args, {
      out: () => {},
      err: () => {},
      version: "0.0.0",
      home: place.at("another-home"),
      words: createWords(localeFor("en", [])),
    });
    expect(status).toBe(0);
    expect(await readdir(project, { recursive: true })).toEqual(before);
  });

  it("does not replace a file unless told to", async () => {
    const project = await withProject();
    const out = await place.file("mine.json", "precious");
    const args = ["export", project, "--format", "json", "--out", out];
    const refused = await place.sayso(...args);
    expect(refused).toMatchObject({ status: 1, err: expect.stringContaining("--force") });
    expect(await readFile(out, "utf8")).toBe("precious");
    expect(await place.sayso(...args, "--force")).toMatchObject({ status: 0 });
    expect(await readFile(out, "utf8")).toContain("sayso-annotated-json");
  });

  it("writes the same to standard output", async () => {
    const project = await withProject();
    const { status, out, err } = await place.sayso("export", project, "--format", "json", "--out", "-");
    expect({ status, err }).toEqual({ status: 0, err: "" });
    expect(parseAnnotatedJson(out, hashOf)).toMatchObject({ ok: true });
  });

  it("narrows to an article and an annotator, and refuses unknown ones", async () => {
    const project = await withProject();
    const second = await place.file("second.txt", "Another article, she said.\n");
    const imported = await place.sayso("import", project, second, "--json");
    const id = String(JSON.parse(imported.out).imported[0].article.id);
    const args = ["export", project, "--format", "json", "--out", "-"];
    const one = await place.sayso(...args, "--article", id, "--annotator", "Anna");
    expect(JSON.parse(one.out).articles).toMatchObject([{ id, title: "second" }]);
    const { annotators } = JSON.parse(await readFile(`${project}/project.json`, "utf8"));
    const anna = annotators.find(({ name }: { readonly name: string }) => name === "Anna")?.id;
    expect(await place.sayso(...args, "--annotator", anna)).toMatchObject({ status: 0, err: "" });
    const stranger = await place.sayso(...args, "--annotator", "Bob");
    expect(stranger).toMatchObject({ status: 1, out: "", err: expect.stringMatching(/“Bob”.*Anna/) });
    for (const article of ["aaaa", "../x"])
      expect(await place.sayso(...args, "--article", article)).toMatchObject({ status: 1, out: "" });
  });

  it("tells machines what was written, and what was refused", async () => {
    const project = await withProject();
    const args = ["export", project, "--format", "json", "--out", place.at("x.json"), "--json"];
    const { out } = await place.sayso(...args);
    expect(JSON.parse(out)).toMatchObject({ ok: true, articles: 1, sets: 0, losses: [] });
    const refused = await place.sayso(...args);
    expect(JSON.parse(refused.out)).toMatchObject({ ok: false, problems: [{ problem: "export-exists" }] });
  });

  it.each([
    ["no folder", (at: Workplace) => at.at("nowhere"), "x.json", "is not there"],
    ["a file", (at: Workplace) => at.at("bridge.txt"), "x.json", "is a file, not a project"],
    ["no project", (at: Workplace) => at.home, "x.json", "is not a Sayso project"],
  ])("refuses %s", async (_name, project, out, message) => {
    await withProject();
    const ran = await place.sayso("export", project(place), "--format", "json", "--out", place.at(out));
    expect(ran).toMatchObject({ status: 1, err: expect.stringContaining(message) });
  });

  it("refuses a place that is not there", async () => {
    const project = await withProject();
    const ran = await place.sayso("export", project, "--format", "json", "--out", place.at("no", "x.json"));
    expect(ran).toMatchObject({ status: 1, err: expect.stringContaining("There is no folder") });
  });
});
