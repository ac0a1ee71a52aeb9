// The language of the terminal, and the command line in it.
import { afterEach, beforeEach, expect, it, test } from "vitest";
import { run, terminalLanguages } from "../../../main/cli/main.ts";
import { localeFor } from "../../../shared/words/language.ts";
import { createWords } from "../../../shared/words/say.ts";
import { type Workplace, workplace } from "../../helpers/command-line.ts";

test.each([
  [{ LANG: "de_DE.UTF-8" }, ["de-DE"]],
  [{ LC_ALL: "en_GB", LANG: "de_DE.UTF-8" }, ["en-GB"]],
  [{ LC_ALL: "", LC_MESSAGES: "de_AT@euro", LANG: "C" }, ["de-AT"]],
  [{ LANG: "C.UTF-8" }, []],
  [{ LANG: "POSIX" }, []],
  [{}, []],
])("%j is read as %j", (env, expected) => {
  expect(terminalLanguages(env)).toEqual(expected);
});

let place: Workplace;
beforeEach(async () => {
  place = await workplace();
});
afterEach(() => place.remove());

it("speaks German to people and the same to machines", async () => {
  const words = createWords(localeFor("system", terminalLanguages({ LANG: "de_DE.UTF-8" })));
  const sayso = async (...args: readonly string[]) => {
    const said = { out: "", err: "" };
    const status = await run(args, {
      out: (text) => {
        said.out += text;
      },
      err: (text) => {
        said.err += text;
      },
      version: "0.0.0",
      home: place.home,
      words,
    });
    return { status, ...said };
  };
  expect((await sayso("help", "import")).out).toContain("Aufruf: sayso import PROJECT FILE|FOLDER|ZIP…");
  expect(await sayso("import")).toEqual({
    status: 2,
    out: "",
    err: "PROJECT fehlt. Siehe: sayso help import\n",
  });
  const file = await place.file("half.json", '{"a": 1');
  expect((await sayso("validate", file)).err).toContain(
    "Zeile 1, Spalte 8: Hier steht das Ende der Datei, erwartet ist ein Komma oder eine schließende geschweifte Klammer.",
  );
  const gone = await sayso("validate", place.at("gone.json"), "--json");
  expect(JSON.parse(gone.out)).toMatchObject({
    ok: false,
    files: [{ problems: [{ problem: "file-missing" }] }],
  });
});
