// Archives and documents that are small and would become huge, through bringing in: refused by what comes out of them, not by what
// they say, soon, and with nothing left behind.
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { zipSync } from "fflate";
import { expect, test } from "vitest";
import { tier } from "../../../helpers/tier.ts";
import { archive, document, footnotes, noted, p, r } from "../../../shared/importers/office-parts.ts";
import { fileWith, person, problemOf, projectWith, temporaryFolder } from "../workplace.ts";

const megabyte = 1024 * 1024;

/** A zip that holds so many megabytes of one character under a name. */
const bomb = (name: string, megabytes: number): Uint8Array =>
  zipSync({ [name]: new Uint8Array(megabytes * megabyte).fill(0x20) }, { level: 1 });

/** The same, saying in its list and its headers that it is small. */
function lying(archive: Uint8Array): Uint8Array {
  const bytes = Buffer.from(archive);
  for (let at = 0; at + 46 < bytes.length; at += 1) {
    const signature = bytes.readUInt32LE(at);
    if (signature === 0x04034b50) bytes.writeUInt32LE(10, at + 22);
    if (signature === 0x02014b50) bytes.writeUInt32LE(10, at + 24);
  }
  return bytes;
}

test("bombs are refused by what comes out of them, and what stands beside them is taken", async () => {
  const folder = temporaryFolder();
  const ana = await person(join(folder, "home"), "Ana");
  const { project } = await projectWith(ana, join(folder, "project"));
  const files = join(folder, "files");
  mkdirSync(files);
  const docx = bomb("word/document.xml", 130);
  // One that says what it is, by itself and in an archive, is refused by the same count as one that lies.
  const honest = tier === "all";
  const all: Readonly<Record<string, Uint8Array>> = {
    ...(honest && { "1.docx": docx }),
    "4.docx": lying(docx),
    "7.zip": zipSync({
      ...(honest && { "inner.docx": docx }),
      "inner.zip": bomb("a.txt", 1),
      "fine.txt": Buffer.from("Fine, he said."),
    }),
    "8.zip": zipSync(
      Object.fromEntries(Array.from({ length: 10_100 }, (_, at) => [`${at}.txt`, new Uint8Array()])),
    ),
  };
  for (const [name, bytes] of Object.entries(all)) {
    expect(bytes.length).toBeLessThan(3 * megabyte);
    fileWith(files, name, bytes);
  }
  fileWith(files, "9.txt", "Beside them, she said.");
  const { taken, refused } = await ana.call("bringIn.run", {
    project: project.handle,
    paths: [files],
    files: [],
    duplicates: "skip",
  });
  expect(taken.map(({ file }) => file)).toEqual(["files/7.zip/fine.txt", "files/9.txt"]);
  expect(refused.map(({ file }) => file)).toEqual([
    ...(honest ? ["files/1.docx"] : []),
    "files/4.docx",
    ...(honest ? ["files/7.zip/inner.docx"] : []),
    "files/7.zip/inner.zip",
    "files/8.zip",
  ]);
  expect(readdirSync(join(project.path, "articles")).every((name) => !name.startsWith("."))).toBe(true);
});

/** A Word document whose notes each refer to the next, deeper than anything reads. */
function endlessNotes(): Uint8Array {
  const notes = Object.fromEntries(
    Array.from({ length: 20_000 }, (_, at) => [`${at}`, `${r("See")}${noted(`${at + 1}`)}`]),
  );
  return archive({ "word/document.xml": document(p(noted("0"))), "word/footnotes.xml": footnotes(notes) });
}

test("a file at which a reader fails, of too many lines or with a title without end is refused by itself", async () => {
  const folder = temporaryFolder();
  const ana = await person(join(folder, "home"), "Ana");
  const { project } = await projectWith(ana, join(folder, "project"));
  const paths = [
    fileWith(folder, "1.docx", endlessNotes()),
    fileWith(folder, "2.txt", "line\n".repeat(50_001)),
    fileWith(folder, "3.html", `<title>${"a".repeat(1_040_000)}</title><p>The bridge will open in May.</p>`),
    fileWith(folder, "4.txt", "Beside them, she said."),
  ];
  const asked = { project: project.handle, paths, files: [], duplicates: "skip" as const };
  const alone = ana.call("article.importFile", { project: project.handle, path: paths[0] ?? "" });
  expect((await problemOf(alone)).problem).toBe("file-fault");
  expect((await ana.call("bringIn.look", asked)).refused).toEqual([]);
  const { taken, refused } = await ana.call("bringIn.run", asked);
  expect(taken.map(({ file }) => file)).toEqual(["4.txt"]);
  expect(refused).toEqual([
    {
      file: "1.docx",
      error: {
        code: "internal",
        problem: "file-fault",
        detail: { file: "1.docx", id: expect.any(String) },
      },
    },
    {
      file: "2.txt",
      error: {
        code: "invalidInput",
        problem: "text-too-many-lines",
        detail: { file: "2.txt", count: 50_001, limit: 50_000 },
      },
    },
    {
      file: "3.html",
      error: {
        code: "invalidInput",
        problem: "facts-too-long",
        detail: { file: "3.html", length: 1_040_000, limit: 1_000_000 },
      },
    },
  ]);
  await ana.core.close();
  expect(readFileSync(join(folder, "home", "log", "sayso.log"), "utf8")).toContain("RangeError");
});
