// Taking in a colleague's package: it comes as it is, once, and what is damaged, older or of another text is told.
import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { added } from "../../../../shared/model/change.ts";
import { askedFor } from "../packages.ts";
import { newId, problemOf, temporaryFolder, text } from "../workplace.ts";
import {
  desk,
  filesOf,
  ines,
  outcomes,
  packageOf,
  preview,
  save,
  setsOf,
  spanBy,
  spansOf,
  takeIn,
} from "./desks.ts";

describe("a colleague's package", () => {
  test("is kept as it came under its own annotator, and imported twice changes nothing (row 47)", async () => {
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

  test("is imported from the content of a dropped file, and only as it was shown", async () => {
    const folder = temporaryFolder();
    const [ana, ben] = [await desk("ana", folder), await desk("ben", folder)];
    await save(ben, { spans: added(spanBy(ben)) });
    const path = await packageOf(ben, "ben.json");
    const from = { name: "ben.json", text: readFileSync(path, "utf8") };
    const asked = { ...askedFor(ana.project, path), from };
    const seen = await ana.who.call("review.takeInPreview", asked);
    expect(seen.ok && outcomes(seen)).toEqual(["new"]);
    const request = { ...asked, from: { path }, sha256: (await preview(ana, path)).sha256, opId: newId() };
    appendFileSync(path, "\n");
    const step = { command: "take-in", at: "2026-01-01T00:00:00.000Z" };
    expect((await problemOf(ana.who.call("review.takeIn", { ...request, step }))).problem).toBe(
      "take-in-changed",
    );
  });

  test("is refused half written or damaged, and imported unverified only on demand (rows 41 and 47)", async () => {
    const folder = temporaryFolder();
    const [ana, ben] = [await desk("ana", folder), await desk("ben", folder)];
    await save(ben, { spans: added(spanBy(ben)) });
    const path = await packageOf(ben, "ben.json");
    const whole = readFileSync(path, "utf8");
    const asked = askedFor(ana.project, path);
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
    const asked = askedFor(ana.project, path);
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
