// Bringing articles in: what is refused and how, what is kept exactly, and that a failed import leaves nothing.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { faultCases, faultyDisk } from "../../storage/faulty-disk.ts";
import { fileWith, person, problemOf, projectWith, temporaryFolder, text } from "../workplace.ts";

async function scene(options = {}) {
  const folder = temporaryFolder();
  const ana = await person(join(folder, "home"), "Ana", options);
  const { project, article } = await projectWith(ana, join(folder, "project"));
  const bring = (path: string) => ana.call("article.importFile", { project: project.handle, path });
  const paste = (text: string, name: string | null = null) =>
    ana.call("article.importText", { project: project.handle, name, text });
  const open = (id: string) => ana.call("article.open", { project: project.handle, article: id });
  return { folder, ana, project, article, bring, paste, open };
}

test("what is no text is refused, each in its way, and leaves nothing behind", async () => {
  const { folder, project, bring } = await scene();
  const files = join(folder, "files");
  mkdirSync(files);
  mkdirSync(join(files, "folder.txt"));
  const large = fileWith(files, "large.txt", "a");
  truncateSync(large, 50 * 1024 * 1024 + 1);
  symlinkSync(join(files, "nowhere"), join(files, "dangling.txt"));
  const refusals: readonly [string, string][] = [
    [join(files, "missing.txt"), "file-missing"],
    [join(files, "dangling.txt"), "file-missing"],
    [join(files, "folder.txt"), "file-is-folder"],
    [join(files, "no", "such", "folder.txt"), "file-missing"],
    [fileWith(files, "empty.txt", ""), "file-empty"],
    [fileWith(files, "blank.txt", " \n\t\r\n"), "text-empty"],
    [fileWith(files, "bom.txt", "\uFEFF"), "text-empty"],
    [fileWith(files, "picture.txt", Buffer.from("89504e470d0a1a0a0000000d49484452", "hex")), "file-binary"],
    [fileWith(files, "nuls.txt", "a\0b\0\0\0c"), "file-binary"],
    [
      fileWith(files, "broken.txt", Buffer.concat([Buffer.from("café Zoë"), Buffer.from([0xc3])])),
      "file-encoding",
    ],
    [large, "file-too-large"],
    ["relative.txt", "input-invalid"],
  ];
  if (process.platform !== "win32") execFileSync("mkfifo", [join(files, "pipe.txt")]);
  for (const [path, problem] of refusals)
    expect({ path, ...(await problemOf(bring(path))) }).toMatchObject({ path, problem });
  if (process.platform !== "win32")
    expect(await problemOf(bring(join(files, "pipe.txt")))).toMatchObject({ problem: "file-not-regular" });
  expect(readdirSync(join(project.path, "articles"))).toHaveLength(1);
});

test("a text is kept exactly as it came, every character, and its file byte for byte", async () => {
  const { folder, project, bring, open } = await scene();
  const texts = [
    "\uFEFFOne\r\ntwo\rthree\u2028four\n",
    "  e\u0301 é 👩‍👩‍👧 שלום ﷽ 日本\t \n\n",
    "no line end",
  ];
  for (const [at, content] of texts.entries()) {
    const bytes = Buffer.from(content, "utf8");
    const { article } = await bring(fileWith(folder, `text ${at}.TXT`, bytes));
    expect((await open(article.id)).text).toBe(content);
    const stored = join(project.path, "articles", article.id);
    expect(readFileSync(join(stored, "text.txt")).equals(bytes)).toBe(true);
    expect(readFileSync(join(stored, "original.txt")).equals(bytes)).toBe(true);
    expect(article).toMatchObject({
      length: content.length,
      original: { fileName: `text ${at}.TXT`, encoding: "utf-8" },
    });
  }
  const wide = Buffer.from("\uFEFFWide é 🙂\r\n", "utf16le");
  const { article } = await bring(fileWith(folder, "wide.txt", wide));
  expect((await open(article.id)).text).toBe("\uFEFFWide é 🙂\r\n");
  expect(readFileSync(join(project.path, "articles", article.id, "original.txt")).equals(wide)).toBe(true);
  expect(article.original).toMatchObject({ encoding: "utf-16le" });
});

test("pasted text loses lone surrogates only, and says how many; the same text is told", async () => {
  const { paste, open } = await scene();
  const report = await paste("A \ud800 b \udc00.");
  expect(report.replacedCharacters).toBe(2);
  expect((await open(report.article.id)).text).toBe("A \ufffd b \ufffd.");
  expect(await paste(text)).toMatchObject({ replacedCharacters: 0, sameTextAs: "bridge" });
  expect((await problemOf(paste(" \n"))).problem).toBe("text-empty");
  expect((await problemOf(paste("a".repeat(10_000_001)))).problem).toBe("limit-passed");
});

test("a title and authors that were confirmed are the article's, and a person's only where they differ", async () => {
  const { ana, project, open } = await scene();
  const words =
    "By Eva Lund and Tom Ley\n\nThe ferry is late, the port said on Monday, and nobody was surprised.";
  const paste = (confirmed: { title: string | null; author: string[] | null }) =>
    ana.call("article.importText", { project: project.handle, name: null, text: words, confirmed });
  const known = async (id: string) =>
    (await ana.call("article.known", { project: project.handle, article: id })).known;
  const typed = (await paste({ title: "Late ferry 2.0", author: ["Eva Lund"] })).article;
  expect(typed.title).toBe("Late ferry 2.0");
  expect((await open(typed.id)).text).toBe(words);
  expect(await known(typed.id)).toEqual([
    { field: "title", value: "Late ferry 2.0", from: "person" },
    { field: "author", value: "Eva Lund", from: "person" },
  ]);
  const same = (await paste({ title: null, author: ["Eva Lund", "Tom Ley"] })).article;
  expect(await known(same.id)).toEqual([
    { field: "title", value: "The ferry is late, the port said on Monday, and nobody was…", from: "name" },
    { field: "author", value: "Eva Lund", from: "text" },
    { field: "author", value: "Tom Ley", from: "text" },
  ]);
});

test("names from outside become titles made visible, never paths", async () => {
  const { folder, project, bring, paste } = await scene();
  const names = ["CON.txt", "a‮txt.exe", ".hidden.txt", "trailing. .txt", "x".repeat(200)];
  for (const name of names) {
    const { article } = await bring(fileWith(folder, name, `Text of a file called ${name.length}.\n`));
    expect(article.title).not.toContain("\u202e");
  }
  expect((await paste("Words", "../../../outside")).article.title).toBe("../../../outside");
  expect(existsSync(join(folder, "outside"))).toBe(false);
  for (const name of readdirSync(join(project.path, "articles"))) expect(name).toMatch(/^[a-z2-7]{1,32}$/);
});

test("an import that the disk hinders leaves nothing, and works when the disk does", async () => {
  const disk = faultyDisk();
  const { project, paste } = await scene({ disk });
  disk.disarm();
  await paste("The first one, to count the calls.");
  let there = 2;
  for (const { at, fault } of faultCases(disk.made(), ["ENOSPC", "EIO"])) {
    disk.arm(at, fault, false);
    const went = await paste(`Text ${fault} ${at}`).then(
      () => true,
      () => false,
    );
    disk.disarm();
    if (went) there += 1;
    const names = readdirSync(join(project.path, "articles"));
    expect(names.length, `${fault} at ${at}`).toBe(there);
    for (const name of names)
      expect(readdirSync(join(project.path, "articles", name)).sort()).toEqual(["article.json", "text.txt"]);
  }
  await paste("It works again.");
});
