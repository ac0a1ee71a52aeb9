// Runs the command line inside the test: a home and a workplace of its own, and what it printed.
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { run } from "../../main/cli/main.ts";
import { localeFor } from "../../shared/words/language.ts";
import { createWords } from "../../shared/words/say.ts";

interface Ran {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

export interface Workplace {
  /** A path in the workplace. */
  readonly at: (...names: readonly string[]) => string;
  /** Writes a file, with the folders above it, and gives its path. */
  readonly file: (name: string, content: string | Uint8Array) => Promise<string>;
  readonly sayso: (...args: readonly string[]) => Promise<Ran>;
  readonly home: string;
  readonly remove: () => Promise<void>;
}

/** A fresh folder for one test. */
export async function workplace(): Promise<Workplace> {
  const root = await mkdtemp(join(tmpdir(), "sayso-cli-"));
  const home = join(root, "home");
  const at = (...names: readonly string[]): string => join(root, ...names);
  return {
    at,
    home,
    async file(name, content) {
      await mkdir(dirname(at(name)), { recursive: true });
      await writeFile(at(name), content);
      return at(name);
    },
    async sayso(...args) {
      let out = "";
      let err = "";
      const status = await run(args, {
        out: (text) => {
          out += text;
        },
        err: (text) => {
          err += text;
        },
        version: "0.0.0",
        home,
        words: createWords(localeFor("en", [])),
      });
      return { status, out, err };
    },
    remove: () => rm(root, { recursive: true, force: true }),
  };
}
