// A file that took too much is left alone wherever it comes from by itself, also after a restart, until somebody chooses it.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { articleReader, steadyReader } from "../../../../main/core/articles/article-reader.ts";
import { openLog } from "../../../../main/core/log.ts";
import { nodeDisk } from "../../../../main/storage/files/disk.ts";
import { openSetAside } from "../../../../main/storage/home/set-aside.ts";
import { ownProcesses, programOf } from "../processes/process-scene.ts";
import { newId, temporaryFolder } from "../workplace.ts";

/** Does as the file says. */
const asSaid = `
  const said = Buffer.from(question.file.bytes).toString();
  if (said === "huge") { const all = []; for (;;) all.push(new Array(100_000).fill({ all })); }
  if (said === "endless") for (;;);
  return { ok: true, text: question.file.fileName };`;

async function readerAt(home: string, body: string) {
  const processes = ownProcesses();
  return steadyReader(
    {
      processes,
      newId,
      log: openLog(home, () => new Date().toISOString()),
      setAside: await openSetAside(nodeDisk, home),
    },
    articleReader(processes, { time: 60_000, program: programOf(body) }),
  );
}

const file = (text: string, isChosen: boolean, fileName = "page.html") => ({
  bytes: Buffer.from(text),
  fileName,
  isChosen,
});
const refused = (problem: string, fileName = "page.html") => ({
  ok: false,
  problem,
  detail: { file: fileName, why: "memory" },
});

test("what took too much is refused at once from then on, under whatever name, until somebody chooses it", async () => {
  const home = temporaryFolder();
  const before = await readerAt(home, asSaid);
  expect(await before.read(file("huge", false))).toEqual(refused("file-exhausting"));
  expect(await before.read(file("huge", false, "other.html"))).toEqual(
    refused("file-set-aside", "other.html"),
  );
  expect(await before.read(file("good", false))).toEqual({ ok: true, text: "page.html" });
  before.close();

  const after = await readerAt(home, asSaid);
  expect(await after.read(file("huge", false))).toEqual(refused("file-set-aside"));
  expect(await after.table(file("huge", false))).toEqual(refused("file-set-aside"));
  expect(await after.read(file("huge", true))).toEqual(refused("file-exhausting"));
  after.close();
});

test("what is read after all is set aside no longer", async () => {
  const home = temporaryFolder();
  await (await openSetAside(nodeDisk, home)).add("b".repeat(64), "memory");
  const hopeless = await readerAt(home, asSaid);
  expect(await hopeless.read(file("huge", false))).toEqual(refused("file-exhausting"));
  hopeless.close();
  const mended = await readerAt(home, "return { ok: true, text: 'read' };");
  expect(await mended.read(file("huge", true))).toEqual({ ok: true, text: "read" });
  expect(await mended.read(file("huge", false))).toEqual({ ok: true, text: "read" });
  mended.close();
  expect((await openSetAside(nodeDisk, home)).why(() => "b".repeat(64))).toBe("memory");
});

test("a reader that is closed in the middle of a file sets nothing aside", async () => {
  const home = temporaryFolder();
  const reader = await readerAt(home, asSaid);
  const reading = reader.read(file("endless", false));
  setTimeout(reader.close, 100);
  expect(await reading).toMatchObject({ ok: false, problem: "file-exhausting" });
  const { why } = await openSetAside(nodeDisk, home);
  expect(why(() => "any")).toBeNull();
});

test("a second try that is stopped forgives nothing", async () => {
  const home = temporaryFolder();
  const before = await readerAt(home, asSaid);
  expect(await before.read(file("huge", false))).toEqual(refused("file-exhausting"));
  before.close();
  const again = await readerAt(home, "for (;;);");
  const reading = again.read(file("huge", true));
  setTimeout(again.close, 100);
  expect(await reading).toMatchObject({ detail: { why: "stopped" } });
  expect(await again.read(file("huge", false))).toEqual(refused("file-set-aside"));
});

test("two hosts over one home keep what the other has set aside, and a damaged list is begun anew", async () => {
  const home = temporaryFolder();
  const [one, two] = [await openSetAside(nodeDisk, home), await openSetAside(nodeDisk, home)];
  const hash = (letter: string): string => letter.repeat(64);
  await one.add(hash("a"), "time");
  await two.add(hash("b"), "memory");
  await two.add(hash("c"), "memory");
  await one.remove(hash("b"));
  const after = await openSetAside(nodeDisk, home);
  expect(["a", "b", "c"].map((letter) => after.why(() => hash(letter)))).toEqual(["time", null, "memory"]);

  writeFileSync(join(home, "set-aside.json"), "{");
  const begun = await openSetAside(nodeDisk, home);
  await begun.add(hash("d"), "time");
  expect((await openSetAside(nodeDisk, home)).why(() => hash("d"))).toBe("time");
});
