// What the command line says of itself, and of arguments it does not understand.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { commands } from "../../../main/cli/commands/index.ts";
import { overview, run } from "../../../main/cli/main.ts";
import { languages, localeFor } from "../../../shared/words/language.ts";
import { createWords } from "../../../shared/words/say.ts";
import { type Workplace, workplace } from "../../helpers/command-line.ts";

let place: Workplace;
beforeAll(async () => {
  place = await workplace();
});
afterAll(() => place.remove());

describe("sayso", () => {
  it("lists every command in its help, and says more of each", async () => {
    const { status, out } = await place.sayso("help");
    expect(status).toBe(0);
    for (const command of commands) {
      expect(out).toContain(`sayso ${command.name}`);
      const one = await place.sayso("help", command.name);
      expect(one).toEqual({ ...(await place.sayso(command.name, "--help")), err: "" });
      for (const [option] of command.options) expect(one.out).toContain(option);
    }
  });

  it("lists them in lines that a terminal has room for, in every language", async () => {
    for (const language of languages) {
      const lines = overview(createWords(localeFor(language, []))).split("\n");
      expect(lines.filter((line) => line.length > 140)).toEqual([]);
    }
  });

  it("gives its version", async () => {
    expect(await place.sayso("--version")).toEqual({ status: 0, out: "sayso 0.0.0\n", err: "" });
  });

  it.each([
    [[], "Sayso: mark who speaks"],
    [["fly"], "There is no command “fly”."],
    [["help", "fly"], "There is no command “fly”."],
    [["import"], "PROJECT is missing. See: sayso help import"],
    [["import", "p"], "FILE is missing. See: sayso help import"],
    [["import", "p", "f", "--fast"], "Unknown option '--fast'. See: sayso help import"],
    [["export", "p", "--out", "x"], "--format is missing."],
    [["export", "p", "--format", "json"], "--out is missing."],
    [["export", "p", "--format", "odt", "--out", "x"], "There is no format “odt”, only: json"],
    [["export", "p", "q", "--format", "json", "--out", "x"], "Unexpected argument: “q”."],
    [["export", "p", "--format", "json", "--out", "-", "--json"], "would both write to standard output"],
    [["validate"], "FILE is missing."],
    [["serve", "--port", "http"], "“http” is not a port"],
    [["serve", "--port", "70000"], "“70000” is not a port"],
    [["open", "--browser", "--electron"], "exclude each other"],
    [["open", "a", "b"], "Unexpected argument: “b”."],
  ])("refuses %j as wrong usage", async (args, message) => {
    const { status, out, err } = await place.sayso(...args);
    expect({ status, out }).toEqual({ status: 2, out: "" });
    expect(err).toContain(message);
  });

  it("says of a fault of its own where it is, with a status of its own", async () => {
    let err = "";
    const status = await run(["schema"], {
      out: () => {
        throw new Error("no more ink");
      },
      err: (text) => {
        err += text;
      },
      version: "0.0.0",
      home: place.home,
      words: createWords(localeFor("en", [])),
    });
    expect(status).toBe(3);
    expect(err).toMatch(/^Sayso failed because of a bug\. Please report this:\nError: no more ink\n +at /);
  });

  it("prints the JSON Schema that is published", async () => {
    const { status, out } = await place.sayso("schema");
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ title: "Sayso annotated JSON" });
  });
});
