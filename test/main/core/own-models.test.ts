// Models of the person's own through the door: nothing runs until they have allowed exactly that, no project can bring one, and what one
// proposes stands beside what the rules do.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { CoreOptions } from "../../../main/core/context.ts";
import { nodeDisk } from "../../../main/storage/files/disk.ts";
import { openSettings } from "../../../main/storage/home/settings.ts";
import { type OwnModel, wayKey } from "../../../shared/suggestions/own-model.ts";
import { type Person, person, problemOf, projectWith, temporaryFolder, text } from "./workplace.ts";

const at = (words: string) => [text.indexOf(words), text.indexOf(words) + words.length];
/** Answers with one card of every article, one that cannot be, and leaves a trace that it ran. */
const tagger = (
  trace: string,
  answer = `{ content: [${JSON.stringify(at("would reopen in May"))}], confidence: 0.9 }`,
) => `
  const fs = require("fs");
  fs.appendFileSync(${JSON.stringify(trace)}, "ran\\n");
  for (const line of fs.readFileSync(0, "utf8").trim().split("\\n")) {
    const { id } = JSON.parse(line);
    console.log(JSON.stringify({ id, attributions: [${answer}, { content: [[0, 1e6]] }] }));
  }`;
const model = (code: string, more: Partial<OwnModel> = {}): OwnModel => ({
  name: "Tagger",
  way: { by: "command", command: [process.execPath, "-e", code] },
  seconds: 30,
  megabytes: 4_096,
  ...more,
});
const ranIn = (trace: string): number =>
  readFileSync(trace, { encoding: "utf8", flag: "a+" }).split("ran").length - 1;

/** A host in which the person allows all that they are asked about. */
const allowing = { allowModel: { where: "terminal", ask: async () => true } } as const;

async function workplace(options: Partial<CoreOptions> = allowing) {
  const folder = temporaryFolder();
  const home = join(folder, "home");
  const ana = await person(home, "Ana", options);
  const { project, article } = await projectWith(ana, join(folder, "project"));
  const asked = { project: project.handle, article };
  return { folder, home, ana, project, asked, trace: join(folder, "trace") };
}
const turnOn = async (ana: Person, wanted: OwnModel) => {
  await ana.call("models.put", { model: wanted, replaces: null });
  return ana.call("models.turn", { name: wanted.name, on: true });
};

test("nothing runs until it is allowed, and then it proposes beside the rules", async () => {
  let answer = false;
  const shown: OwnModel[] = [];
  const { ana, asked, trace } = await workplace({
    allowModel: {
      where: "dialog",
      ask: async (one) => {
        shown.push(one);
        return answer;
      },
    },
  });
  const own = model(tagger(trace));
  expect(await ana.call("models.put", { model: own, replaces: null })).toEqual({
    models: [{ ...own, on: false, allowed: false }],
  });
  expect((await ana.call("suggestions.find", asked))?.models).toEqual([]);
  expect((await ana.call("suggestions.together", asked))?.runs).toEqual([]);
  const turn = () => ana.call("models.turn", { name: "Tagger", on: true });
  expect((await problemOf(turn())).problem).toBe("model-not-allowed");
  expect((await problemOf(ana.call("models.try", { name: "Tagger" }))).problem).toBe("model-not-allowed");
  expect(ranIn(trace)).toBe(0);

  answer = true;
  expect(await turn()).toEqual({ models: [{ ...own, on: true, allowed: true }] });
  expect(shown).toMatchObject([own, own]);
  const found = await ana.call("suggestions.find", asked);
  expect(found?.models).toEqual(["Tagger"]);
  expect(found?.cards.every((card) => card.model === null)).toBe(true);
  expect(ranIn(trace)).toBe(0);
  const together = await ana.call("suggestions.together", asked);
  expect(together?.runs).toEqual([
    {
      model: "Tagger",
      report: {
        given: 2,
        taken: 1,
        moved: 0,
        refused: [{ why: "outside", count: 1, first: 1, field: "content" }],
      },
      problem: null,
    },
  ]);
  expect(together?.cards.map((card) => card.model)).toEqual([null, null, "Tagger"]);
  expect(together?.cards.at(-1)).toMatchObject({ confidence: 0.9, kind: "indirect" });
  // The same text is not asked about again.
  expect(await ana.call("suggestions.together", asked)).toEqual(together);
  expect(ranIn(trace)).toBe(1);
});

test("what is changed has to be allowed again; off and on again has not", async () => {
  const { ana, asked, trace } = await workplace();
  const own = model(tagger(trace));
  await turnOn(ana, own);
  const { models: off } = await ana.call("models.turn", { name: "Tagger", on: false });
  expect(off).toEqual([{ ...own, on: false, allowed: true }]);
  expect((await ana.call("suggestions.together", asked))?.runs).toEqual([]);
  const { models: on } = await ana.call("models.turn", { name: "Tagger", on: true });
  expect(on).toEqual([{ ...own, on: true, allowed: true }]);
  // Another name or limit is the same program.
  const renamed = { ...own, name: "Other", seconds: 5 };
  const { models: named } = await ana.call("models.put", { model: renamed, replaces: "Tagger" });
  expect(named).toEqual([{ ...renamed, on: true, allowed: true }]);
  const changed = { ...renamed, way: { by: "address", address: "http://127.0.0.1:9/" } } as const;
  const { models } = await ana.call("models.put", { model: changed, replaces: "Other" });
  expect(models).toEqual([{ ...changed, on: false, allowed: false }]);
  expect(ranIn(trace)).toBe(0);
});

test("a home in which the command was changed by other hands allows nothing", async () => {
  const { ana, home, folder, asked, trace } = await workplace();
  await turnOn(ana, model("0"));
  await ana.core.close();
  const file = join(home, "models.json");
  writeFileSync(file, readFileSync(file, "utf8").replace('"0"', JSON.stringify(tagger(trace))));
  const again = await person(home);
  expect((await again.call("models.list", {})).models).toMatchObject([{ on: true, allowed: false }]);
  const { handle } = await again.call("project.open", { path: join(folder, "project"), mode: "write" });
  const together = await again.call("suggestions.together", { ...asked, project: handle });
  expect(together?.runs).toEqual([]);
  expect(ranIn(trace)).toBe(0);
});

test("no file of a project can bring a model along", async () => {
  const { ana, asked, folder, project, trace } = await workplace();
  const stored = { ...model(tagger(trace)), on: true };
  const allowed = JSON.stringify(stored.way.by === "command" ? stored.way.command : "");
  await ana.call("project.close", { project: project.handle });
  const root = join(folder, "project");
  const planted = { models: [{ ...stored, allowed }] };
  for (const name of ["models.json", "settings.json"])
    writeFileSync(join(root, name), JSON.stringify(planted));
  const file = join(root, "project.json");
  writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, "utf8")), ...planted }));
  const { handle } = await ana.call("project.open", { path: root, mode: "write" });
  expect(await ana.call("models.list", {})).toEqual({ models: [] });
  expect((await ana.call("suggestions.together", { ...asked, project: handle }))?.runs).toEqual([]);
  expect(ranIn(trace)).toBe(0);
});

test("what is allowed is what was shown, whatever has become of it meanwhile", async () => {
  const shown = model("0");
  const changed = { ...shown, way: { by: "command", command: [process.execPath, "-e", "1"] } } as const;
  const { ana } = await workplace({
    allowModel: {
      where: "terminal",
      async ask() {
        await ana.call("models.put", { model: changed, replaces: "Tagger" });
        return true;
      },
    },
  });
  expect((await turnOn(ana, shown)).models).toMatchObject([{ way: changed.way, allowed: false }]);
});

test("where nobody can be asked, a page cannot allow anything, and what is allowed in a terminal counts at once", async () => {
  const { ana, home, asked, trace } = await workplace({});
  const own = model(tagger(trace));
  expect((await ana.call("host.info", {})).modelsAllowedIn).toBe("command");
  expect((await problemOf(turnOn(ana, own))).problem).toBe("model-not-allowed");
  const settings = await openSettings(nodeDisk, home, () => "none");
  await settings.updateModels((models) => models.map((one) => ({ ...one, allowed: wayKey(one.way) })));
  expect((await ana.call("models.list", {})).models).toMatchObject([{ on: false, allowed: true }]);
  const { models } = await ana.call("models.turn", { name: "Tagger", on: true });
  expect(models).toMatchObject([{ on: true, allowed: true }]);
  // And what is forbidden there is not started any more.
  await settings.updateModels((models) => models.map((one) => ({ ...one, allowed: null })));
  expect((await ana.call("suggestions.together", asked))?.runs).toEqual([]);
  expect(ranIn(trace)).toBe(0);
});

test("one that fails says why, and the rules propose as before", async () => {
  const { ana, asked } = await workplace();
  await turnOn(ana, model("console.log('Loading…')"));
  const together = await ana.call("suggestions.together", asked);
  expect(together?.runs).toMatchObject([
    {
      model: "Tagger",
      report: null,
      problem: { problem: "model-failed", detail: { why: "no-json", line: 1, at: "Loading…" } },
    },
  ]);
  expect(together?.cards).toEqual((await ana.call("suggestions.find", asked))?.cards);
  expect(await ana.call("models.try", { name: "Tagger" })).toEqual(together?.runs[0]);
});

test("one that is at work can be stopped, and ends when the core does", async () => {
  const { ana, asked } = await workplace();
  await turnOn(ana, model("setInterval(() => {}, 1000)"));
  const stopped = ana.call("suggestions.together", asked);
  await ana.call("suggestions.stop", { project: asked.project });
  expect(await stopped).toBeNull();
  const overtaken = ana.call("suggestions.together", asked);
  expect(await ana.call("suggestions.find", asked)).not.toBeNull();
  expect(await overtaken).toBeNull();
  const tried = ana.call("models.try", { name: "Tagger" });
  await ana.call("models.stopTrying", {});
  expect(await tried).toBeNull();
  const last = ana.call("models.try", { name: "Tagger" });
  await ana.core.close();
  expect(await last).toBeNull();
});

test("it ends with the project, and with the window, that wanted its answer", async () => {
  const { ana, folder, asked, project } = await workplace();
  await turnOn(ana, model("setInterval(() => {}, 1000)"));
  const closed = ana.call("suggestions.together", asked);
  await ana.call("project.close", { project: project.handle });
  expect(await closed).toBeNull();
  const { handle } = await ana.call("project.open", { path: join(folder, "project"), mode: "write" });
  const left = ana.call("suggestions.together", { ...asked, project: handle });
  await ana.core.clientGone(ana.id);
  expect(await left).toBeNull();
});

test("it is measured by itself against one's own cards", async () => {
  const { ana, trace } = await workplace();
  await turnOn(ana, model(tagger(trace, "")));
  const sample = await ana.call("project.openSample", {});
  const measured = await ana.call("suggestions.measure", {
    project: sample.handle,
    article: null,
    atLeast: 0.5,
  });
  expect(measured?.runs).toMatchObject([{ model: "Tagger", report: { given: 24, taken: 0 } }]);
  expect(ranIn(trace)).toBe(1);
});

test("names are told apart, and there are not endlessly many", async () => {
  const ana = await person(join(temporaryFolder(), "home"));
  const put = (name: string, replaces: string | null = null) =>
    ana.call("models.put", { model: model("0", { name }), replaces });
  for (let at = 1; at <= 20; at += 1) await put(`Model ${at}`);
  expect((await problemOf(put("Model 21"))).problem).toBe("models-too-many");
  expect((await problemOf(put("Model 2", "Model 1"))).problem).toBe("model-there");
  expect((await problemOf(put("Model 2"))).problem).toBe("model-there");
  expect((await ana.call("models.remove", { name: "Model 2" })).models).toHaveLength(19);
  expect((await problemOf(ana.call("models.try", { name: "Model 2" }))).problem).toBe("model-unknown");
});
