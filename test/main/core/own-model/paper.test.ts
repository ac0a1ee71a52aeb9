// The examples of `docs/own-model.md`, run as they stand there: what they find are cards of the right words.
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import ts from "typescript";
import { expect, it, onTestFinished } from "vitest";
import { runModel } from "../../../../main/core/own-model/run-model.ts";
import type { ModelWay } from "../../../../shared/suggestions/own-model.ts";
import { ownProcesses } from "../processes/process-scene.ts";
import { temporaryFolder } from "../workplace.ts";

const paper = readFileSync(join(import.meta.dirname, "../../../../docs/own-model.md"), "utf8");
const hasPython = spawnSync("python3", ["--version"]).status === 0;
if (!hasPython)
  console.error(
    "Skipped: python3 is not here, so that the example in Python of docs/own-model.md is not run.",
  );

function example(language: string): string {
  const [, code] = new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, "su").exec(paper) ?? [];
  if (code === undefined) throw new Error(`The paper has no example in ${language}.`);
  return code;
}

const articles = [
  { id: "a", text: "👩‍👩‍👧 “It will hold,” Ana Hart said. “Late,” Émile added." },
  { id: "b", text: "" },
];

async function found(way: ModelWay, folder: string) {
  const model = { name: "Example", way, seconds: 30, megabytes: 1_000 };
  const ran = await runModel(model, articles, {
    signal: new AbortController().signal,
    folder,
    processes: ownProcesses(),
  });
  if (!ran?.ok) throw new Error(JSON.stringify(ran?.problem));
  return ran.answers.map(({ cards, report }, at) => [
    report.refused,
    cards.map(({ voice, cue, claim, confidence, rule }) => [
      ...[...voice, ...cue, ...claim].map(({ start, end }) => articles[at]?.text.slice(start, end)),
      confidence,
      rule,
    ]),
  ]);
}
const expected = [
  [[], [["Ana Hart", "said", "“It will hold,”", 0.9, "quotation"]]],
  [[], []],
];

it.skipIf(!hasPython)("the one in Python is a program", async () => {
  const folder = temporaryFolder();
  const path = join(folder, "tagger.py");
  writeFileSync(path, example("python"));
  expect(await found({ by: "command", command: ["python3", path] }, folder)).toEqual(expected);
});

it("the one in TypeScript is an address", async () => {
  const folder = temporaryFolder();
  const path = join(folder, "tagger.mjs");
  const { outputText, diagnostics } = ts.transpileModule(example("ts"), {
    reportDiagnostics: true,
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 },
  });
  expect(diagnostics).toEqual([]);
  writeFileSync(path, outputText);
  const port = await freePort();
  const server = spawn(process.execPath, [path, String(port)], { stdio: ["ignore", "pipe", "inherit"] });
  onTestFinished(() => void server.kill());
  await once(server.stdout, "data");
  const address = `http://127.0.0.1:${port}/suggest`;
  expect(await found({ by: "address", address }, folder)).toEqual(expected);
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((closed) => server.close(() => closed()));
  return port;
}

it("the lines that it shows are lines of the interface", async () => {
  const [asked, answered] = [...paper.matchAll(/```json\n(.*?)\n```/gsu)].map(([, line]) => line ?? "");
  const { id, text } = JSON.parse(asked ?? "") as { id: string; text: string };
  const echo = `process.stdin.resume().on("end", () => console.log(${JSON.stringify(answered)}))`;
  const model = {
    name: "Echo",
    way: { by: "command", command: [process.execPath, "-e", echo] } as const,
    seconds: 30,
    megabytes: 1_000,
  };
  const options = {
    signal: new AbortController().signal,
    folder: temporaryFolder(),
    processes: ownProcesses(),
  };
  const ran = await runModel(model, [{ id, text }], options);
  if (!ran?.ok) throw new Error(JSON.stringify(ran?.problem));
  expect(ran.answers[0]?.report).toEqual({ given: 1, taken: 1, moved: 0, refused: [] });
  const [card] = ran.answers[0]?.cards ?? [];
  const words = [...(card?.voice ?? []), ...(card?.cue ?? []), ...(card?.claim ?? [])];
  expect(words.map(({ start, end }) => text.slice(start, end))).toEqual([
    "Ana Hart",
    "said",
    "“It will hold,”",
  ]);
});
