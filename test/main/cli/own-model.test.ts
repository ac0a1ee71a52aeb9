// `sayso suggest` with a model of one's own: alone, in the same lines as the rules, so that the same measurement is told of both.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, onTestFinished, test } from "vitest";
import { joinCommand } from "../../../shared/suggestions/own-model.ts";
import { type Workplace, workplace } from "../../helpers/command-line.ts";
import { person } from "../core/workplace.ts";

let here: Workplace;
beforeEach(async () => {
  here = await workplace();
});
afterEach(() => here.remove());

const text = "Mayor Hart grumbled that it was late. Critics shrug.\n";
const at = (words: string) => [text.indexOf(words), text.indexOf(words) + words.length];
const gold = {
  source: [at("Mayor Hart")],
  cue: [at("grumbled")],
  content: [at("that it was late")],
  type: "indirect",
};
const given = [
  { ...gold, confidence: 0.9, rule: "crf" },
  { cue: [at("shrug")], content: [at("Critics")], confidence: 0.2 },
  { cue: [[3, 2]], content: [at("Critics")] },
];
/** One start a batch: it counts them in its rule. */
const code = `const lines = require("fs").readFileSync(0, "utf8").trim().split("\\n");
  for (const line of lines) {
    const { id, text } = JSON.parse(line);
    console.log(JSON.stringify({ id, attributions: text === "" ? [] : ${JSON.stringify(given)} }));
  }`;
const command = (program: string) => joinCommand([process.execPath, "-e", program]);

test("a command's attributions come in the lines of the rules, under its name, and can be measured", async () => {
  const articles = ["a", "b"].map((id) => ({
    id,
    text: id === "a" ? text : "",
    attributions: id === "a" ? [gold] : [],
  }));
  const file = await here.file("gold.jsonl", articles.map((line) => `${JSON.stringify(line)}\n`).join(""));
  const out = here.at("out.jsonl");
  const tagger = command(code);
  const ran = await here.sayso("suggest", "--jsonl", file, "--out", out, "--command", tagger);
  expect(ran).toEqual({
    status: 0,
    out: "",
    err:
      `${tagger}: 3 attributions, 2 taken, 0 of them with edges that were moved.\n` +
      "1 of its answers cannot be used: no words between the offsets in “cue”\n",
  });
  expect(
    (await readFile(out, "utf8"))
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line)),
  ).toEqual([
    {
      id: "a",
      attributions: [{ ...gold, confidence: 0.9, rule: "crf", model: tagger }],
      entities: [
        { name: "Hart", type: "person", naming: "named", mentions: [at("Mayor Hart")], role: "Mayor" },
      ],
    },
    { id: "b", attributions: [], entities: [] },
  ]);
  const measured = await here.sayso("evaluate", file, out);
  expect(measured.out).toContain("triple exact     P 100.0  R 100.0  F1 100.0");
  const all = await here.sayso(
    "suggest",
    "--jsonl",
    file,
    "--out",
    "-",
    "--command",
    tagger,
    "--at-least",
    "0",
  );
  expect(JSON.parse(all.out.split("\n")[0] ?? "").attributions).toHaveLength(2);
});

test("a text file gets the same list as from the rules, with the name as the reason", async () => {
  const file = await here.file("late.txt", text);
  const { out } = await here.sayso("suggest", file, "--command", command(code));
  expect(out).toContain(
    "late.txt:1: Mayor Hart | grumbled | that it was late\n    indirect, 0.90: Your custom model “",
  );
});

test("an address is asked as well, and one elsewhere is not", async () => {
  const server = createServer((asked, response) => {
    asked.resume().on("end", () => response.end(JSON.stringify({ id: file, attributions: given })));
  });
  onTestFinished(() => void server.close());
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const file = await here.file("late.txt", text);
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/suggest`;
  const { out } = await here.sayso("suggest", file, "--address", address, "--json");
  expect(JSON.parse(out).attributions).toMatchObject([{ ...gold, model: address }]);
  const elsewhere = await here.sayso("suggest", file, "--address", "http://example.com/");
  expect([elsewhere.status, elsewhere.err]).toEqual([
    2,
    expect.stringContaining("not an address on this computer"),
  ]);
});

test("a model that was set up is asked by its name once it is allowed", async () => {
  const file = await here.file("late.txt", text);
  const ask = () => here.sayso("suggest", file, "--model", "Tagger", "--json");
  expect((await ask()).err).toContain("You have no model called “Tagger” on this machine.");
  const allowModel = { where: "terminal", ask: async () => true } as const;
  const ana = await person(here.home, "Ana", { allowModel });
  const way = { by: "command", command: [process.execPath, "-e", code] } as const;
  const model = { name: "Tagger", way, seconds: 30, megabytes: 4_096 };
  await ana.call("models.put", { model, replaces: null });
  expect((await ask()).err).toContain("“Tagger” has not been allowed on this machine.");
  await ana.call("models.turn", { name: "Tagger", on: true });
  await ana.call("models.turn", { name: "Tagger", on: false });
  // Naming it is enough: it need not be asked about every article.
  expect(JSON.parse((await ask()).out).attributions).toMatchObject([{ ...gold, model: "Tagger" }]);
});

test("one that fails writes nothing and says why", async () => {
  const file = await here.file("in.jsonl", `${JSON.stringify({ id: "a", text })}\n`);
  const out = here.at("out.jsonl");
  const ran = await here.sayso(
    "suggest",
    "--jsonl",
    file,
    "--out",
    out,
    "--command",
    command("process.exit(4)"),
  );
  expect([ran.status, ran.err]).toEqual([1, expect.stringContaining("broke off (4)")]);
  await expect(readFile(out)).rejects.toThrow();
});

test.each([
  [["--model", "a", "--command", "b"], "one of the three"],
  [["--command", `"half`], "Give a program."],
  [["--command", "a", "--seconds", "0"], "is not a number that --seconds accepts"],
  [["--seconds", "5"], "Give a program."],
])("%j is wrong usage", async (options, says) => {
  const ran = await here.sayso("suggest", await here.file("late.txt", text), ...options);
  expect([ran.status, ran.err]).toEqual([2, expect.stringContaining(says)]);
});

test("the models are listed, and one is forbidden", async () => {
  expect(await here.sayso("models")).toEqual({ status: 0, out: "No model is set up.\n", err: "" });
  const allowModel = { where: "terminal", ask: async () => true } as const;
  const ana = await person(here.home, "Ana", { allowModel });
  const way = { by: "command", command: ["/opt/tag\u001b[2Jger", "-v"] } as const;
  await ana.call("models.put", {
    model: { name: "Tagger", way, seconds: 30, megabytes: 4_096 },
    replaces: null,
  });
  await ana.call("models.turn", { name: "Tagger", on: true });
  const { out } = await here.sayso("models");
  expect(out).toMatch(/^Tagger: .*ger -v \(on\)\n$/u);
  expect(out).not.toContain("\u001b");
  expect((await here.sayso("models", "forbid", "Other")).status).toBe(1);
  expect(await here.sayso("models", "forbid", "Tagger")).toMatchObject({ status: 0 });
  expect(JSON.parse((await here.sayso("models", "--json")).out).models).toMatchObject([
    { name: "Tagger", on: false, allowed: false },
  ]);
  expect((await here.sayso("models", "trust", "Tagger")).status).toBe(2);
});
