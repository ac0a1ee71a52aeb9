// A fresh copy taken as an article's new version: its file and what is known of it come along, what a person said of the article
// stays, and taking it back leaves all as it was. A copy that comes in by whatever way is known for what it may be.
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { ArticleVersionRef, CopyRef } from "../../../../shared/api/methods/comparisons.ts";
import { saidIn } from "../../../../shared/model/article-about.ts";
import { lockedPdf } from "../../../helpers/locked-pdf.ts";
import { fileWith, newId, noteOf, type Person, person, problemOf, temporaryFolder } from "../workplace.ts";

const page = (
  title: string,
  author: string,
  date: string,
  months: number,
): string => `<!doctype html><html lang="en"><head>
<title>${title}</title><meta property="og:title" content="${title}">
<meta name="author" content="${author}"><meta property="article:published_time" content="${date}">
<link rel="canonical" href="https://courier.example/bridge"></head><body><article><h1>${title}</h1>
<p>The council voted on Tuesday to close the bridge for ${months} months while engineers look at its piers and cables.</p>
<p>The mayor said that nobody on the east bank would lose work over it, and that buses would run every ten minutes.</p>
<p>The bridge was built in 1911 and carries some four thousand cars on every working day of the year.</p></article></body></html>`;

const old = page("Council shuts the old bridge", "Ana Vidal", "2026-03-01", 6);
const fresh = page("Old bridge shut for longer", "Ben Okoro", "2026-03-02", 9);

async function broughtIn() {
  const folder = temporaryFolder();
  const ana = await person(join(folder, "home"));
  const { handle: project, path } = await ana.call("project.create", {
    path: join(folder, "bridges"),
    name: "Bridges",
  });
  const file = fileWith(folder, "bridge.html", old);
  const { article } = await ana.call("article.importFile", { project, path: file });
  return { folder, ana, project, path, article: article.id };
}

type Scene = Awaited<ReturnType<typeof broughtIn>>;

const known = async ({ ana, project, article }: Scene) =>
  Object.fromEntries(
    (await ana.call("article.known", { project, article })).known.map(({ field, value }) => [field, value]),
  );

const look = (ana: Person, { project, article }: Pick<Scene, "project" | "article">, of: ArticleVersionRef) =>
  ana.call("article.version", { project, article, of });

function take({ ana, project, article }: Scene, of: CopyRef, textHash: string) {
  return ana.call("article.reviseFrom", {
    ...{ project, article, from: null, opId: newId(), step: noteOf("revise-article") },
    ...{ why: "new-version", note: "", of, textHash },
  });
}

describe("a new version", () => {
  test("is read by the encoding that somebody chose, in the comparison and when it is taken", async () => {
    const scene = await broughtIn();
    const { ana, project, article } = scene;
    const path = fileWith(
      scene.folder,
      "fresh.txt",
      Buffer.from("Caf\xe9 shut for a year, the mayor said.", "latin1"),
    );
    const read = { kind: "file", path, encoding: "windows-1251" } as const;
    const { text, textHash } = await look(ana, scene, read);
    expect(text).toBe("Cafй shut for a year, the mayor said.");
    const guessed = { kind: "file", path } as const;
    expect((await look(ana, scene, guessed)).text).toBe("Café shut for a year, the mayor said.");
    expect(await problemOf(take(scene, guessed, textHash))).toMatchObject({ problem: "take-in-changed" });
    await take(scene, read, textHash);
    expect((await ana.call("article.open", { project, article })).text).toBe(text);
    const unknown = { ...read, encoding: "no such encoding" };
    expect(await problemOf(look(ana, scene, unknown))).toMatchObject({ problem: "file-encoding" });
  });

  test("that is locked is opened with its password, which is kept nowhere", async () => {
    const scene = await broughtIn();
    const { ana, project, article, folder } = scene;
    const words = "The harbour bridge will close for a year, the mayor said.";
    const locked = {
      kind: "file",
      path: fileWith(folder, "fresh.pdf", lockedPdf([words], "swordfish")),
    } as const;
    const why = async (of: CopyRef) => (await problemOf(look(ana, scene, of))).detail.why;
    expect([await why(locked), await why({ ...locked, password: "trout" })]).toEqual(["none", "wrong"]);
    const of = { ...locked, password: "swordfish" };
    const { text, textHash } = await look(ana, scene, of);
    expect(text).toContain(words);
    await take(scene, of, textHash);
    expect((await ana.call("article.open", { project, article })).text).toBe(text);
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
    expect(files.length).toBeGreaterThan(5);
    for (const { parentPath, name } of files)
      expect(readFileSync(join(parentPath, name)).includes("swordfish")).toBe(false);
  });

  test("brings its file and what is known of it, and leaves the file of before", async () => {
    const scene = await broughtIn();
    const { folder, ana, project, article, path } = scene;
    const of = { kind: "file", path: fileWith(folder, "fresh.html", fresh) } as const;
    const { textHash } = await look(ana, scene, of);
    const { step } = await take(scene, of, textHash);
    expect(await known(scene)).toMatchObject({
      title: "Old bridge shut for longer",
      author: "Ben Okoro",
      date: "2026-03-02",
      url: "https://courier.example/bridge",
    });
    const at = join(path, "articles", article);
    expect(readFileSync(join(at, "original.html"), "utf8")).toBe(old);
    const kept = join(at, "revisions", step.revised?.revision ?? "", "original.html");
    expect(readFileSync(kept, "utf8")).toBe(fresh);
    const { revisions } = await ana.call("article.revisions", { project, article });
    expect(revisions.map(({ why, file }) => [why, file])).toEqual([
      ["new-version", "fresh.html"],
      ["brought-in", "bridge.html"],
    ]);
    expect((await ana.call("project.examine", { path })).findings).toEqual([]);
    expect((await ana.call("article.left", { project, article })).left).toEqual(expect.any(Array));
  });

  test("leaves what a person said of the article, and goes without a trace when it is taken back", async () => {
    const scene = await broughtIn();
    const { folder, ana, project, article } = scene;
    const before = (await ana.call("article.known", { project, article })).known;
    await ana.call("article.describe", {
      ...{ project, article, opId: newId(), step: noteOf("describe-article") },
      said: { ...saidIn(before), title: ["The bridge"], author: ["Somebody else"] },
    });
    const described = await known(scene);
    const of = { kind: "file", path: fileWith(folder, "fresh.html", fresh) } as const;
    const { step } = await take(scene, of, (await look(ana, scene, of)).textHash);
    expect(await known(scene)).toMatchObject({
      title: "The bridge",
      author: "Somebody else",
      date: "2026-03-02",
    });
    await ana.call("article.takeRevisionBack", {
      ...{ project, article, revision: step.revised?.revision ?? "" },
      ...{ opId: newId(), step: noteOf("revise-article") },
    });
    expect(await known(scene)).toEqual(described);
  });

  test("may be another article, whose file comes along and outlives it", async () => {
    const scene = await broughtIn();
    const { folder, ana, project, article, path } = scene;
    const { article: copy } = await ana.call("article.importFile", {
      project,
      path: fileWith(folder, "fresh.html", fresh),
    });
    const of = { kind: "article", article: copy.id } as const;
    await take(scene, of, (await look(ana, scene, of)).textHash);
    await ana.call("article.putAway", { project, article: copy.id });
    const { original } = await ana.call("article.known", { project, article });
    const at = join(
      path,
      "articles",
      article,
      "revisions",
      original?.revision ?? "",
      original?.storedAs ?? "",
    );
    expect(readFileSync(at, "utf8")).toBe(fresh);
    expect(existsSync(join(path, "articles", copy.id))).toBe(false);
  });

  test("can be looked at, and its words taken as a correction, where the file of the other article is gone", async () => {
    const scene = await broughtIn();
    const { folder, ana, project, article, path } = scene;
    const { article: copy } = await ana.call("article.importFile", {
      project,
      path: fileWith(folder, "fresh.html", fresh),
    });
    rmSync(join(path, "articles", copy.id, "original.html"));
    const of = { kind: "article", article: copy.id } as const;
    const { text, textHash } = await look(ana, scene, of);
    expect(text).toContain("9 months");
    expect((await problemOf(take(scene, of, textHash))).problem).toBe("article-damaged");
    const { article: after } = await ana.call("article.reviseFrom", {
      ...{ project, article, from: null, opId: newId(), step: noteOf("revise-article") },
      ...{ why: "correction", note: "", of, textHash },
    });
    expect(after.revision).toBeDefined();
  });

  test("that is another than the one that was looked at is refused", async () => {
    const scene = await broughtIn();
    const { folder, ana } = scene;
    const of = { kind: "file", path: fileWith(folder, "fresh.html", fresh) } as const;
    const { textHash } = await look(ana, scene, of);
    fileWith(folder, "fresh.html", fresh.replace("9 months", "12 months"));
    expect((await problemOf(take(scene, of, textHash))).problem).toBe("take-in-changed");
    expect(await known(scene)).toMatchObject({ author: "Ana Vidal" });
  });
});

test("an article imported by whatever way is known as a possible version of one that is there", async () => {
  const { folder, ana, project, article } = await broughtIn();
  const copy = fresh.replace("9 months", "10 months");
  fileWith(folder, "f.html", copy);
  const { text } = await look(ana, { project, article }, { kind: "present" });
  const base64 = Buffer.from(copy.replace("10 months", "11 months")).toString("base64");
  const reports = [
    await ana.call("article.importText", { project, name: null, text: `${text}\nMore.\n` }),
    await ana.call("article.importPasted", {
      project,
      name: null,
      html: copy.replace("10 months", "12 months"),
    }),
    await ana.call("article.importDropped", { project, fileName: "f.html", base64 }),
    await ana.call("article.importFile", { project, path: join(folder, "f.html") }),
  ];
  expect(reports[0]?.versionOf).toEqual({ id: article, title: "Council shuts the old bridge", by: "text" });
  expect(reports.filter(({ versionOf }) => versionOf === null)).toEqual([]);
  const again = await ana.call("article.importFile", { project, path: join(folder, "f.html") });
  expect([again.versionOf, again.sameTextAs]).toEqual([null, expect.any(String)]);
  const other = await ana.call("article.importText", { project, name: null, text: "Nothing of the kind.\n" });
  expect(other.versionOf).toBeNull();
});
