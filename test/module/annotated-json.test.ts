// The module as a programmer gets it: built, packed, installed beside nothing of ours, and used by the examples of its papers.
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");
const golden = join(root, "test/golden/sample-project.json");
const work = mkdtempSync(join(tmpdir(), "sayso-module-"));
const installed = join(work, "node_modules/sayso");
const run = (...args: string[]): string =>
  execFileSync(process.execPath, args, { cwd: work, encoding: "utf8" });

/** The blocks of a language in the papers. */
function examples(language: string): string[] {
  const paper = readFileSync(join(root, "docs/programmers.md"), "utf8");
  return Array.from(
    paper.matchAll(new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, "gsu")),
    ([, code]) => code ?? "",
  );
}

/** What the examples should print, worked out by hand from the file. */
function attributions(): string {
  const { articles } = JSON.parse(readFileSync(golden, "utf8"));
  const lines: string[] = [];
  for (const { title, sets } of articles)
    for (const { spans, attributions: cards } of sets)
      for (const { voice, cue, claim, kind } of cards) {
        const words = (id: string | null): string =>
          spans
            .filter((span: { id: string }) => span.id === id)
            .flatMap(({ segments }: { segments: { quote: string }[] }) => segments)
            .map(({ quote }: { quote: string }) => quote)
            .join(" … ");
        lines.push([title, voice.map(words).join(", "), words(cue), words(claim), kind].join("\t"));
      }
  return `${lines.join("\n")}\n`;
}

beforeAll(() => {
  execFileSync(process.execPath, [join(root, "main/module/build.mjs")], { cwd: root, stdio: "inherit" });
  mkdirSync(installed, { recursive: true });
  for (const part of ["package.json", "out/module", "docs/annotated-json.schema.json"])
    cpSync(join(root, part), join(installed, part), { recursive: true });
  // The package names what its types need; here that is what is installed already.
  for (const dependency of ["zod", "intl-messageformat", "@types"])
    symlinkSync(join(root, "node_modules", dependency), join(work, "node_modules", dependency));
  writeFileSync(join(work, "package.json"), JSON.stringify({ type: "module" }));
});
afterAll(() => rmSync(work, { recursive: true, force: true }));

test("the TypeScript example compiles strictly against the packed types, and prints who says what", () => {
  const [code = ""] = examples("ts");
  writeFileSync(join(work, "example.ts"), code);
  const options = {
    target: "ES2023",
    module: "NodeNext",
    strict: true,
    types: ["node"],
    noEmitOnError: true,
  };
  writeFileSync(
    join(work, "tsconfig.json"),
    JSON.stringify({ compilerOptions: options, files: ["example.ts"] }),
  );
  run(join(root, "node_modules/typescript-native/bin/tsc"), "-p", work);
  expect(run(join(work, "example.js"), golden)).toBe(attributions());
});

test("the Python example prints the same", ({ skip }) => {
  const [code = ""] = examples("python");
  writeFileSync(join(work, "example.py"), code);
  const python = spawnSync("python3", [join(work, "example.py"), golden], { encoding: "utf8" });
  if (python.error) skip("Python is not on this machine.");
  expect(python.stderr).toBe("");
  expect(python.stdout).toBe(attributions());
});

test("the check tells what is wrong and where, and the schema is there", () => {
  writeFileSync(
    join(work, "wrong.js"),
    `import { checkAnnotatedJson, countingOf, formatVersion } from "sayso/annotated-json";
     import schema from "sayso/annotated-json.schema.json" with { type: "json" };
     const other = checkAnnotatedJson('{"format": "of another program"}');
     const broken = checkAnnotatedJson('{"format": ');
     console.log(JSON.stringify([other.problems[0].where, broken.problems[0].where, formatVersion, countingOf("👍 a", "code-points").to(3), typeof schema.$schema]));`,
  );
  expect(JSON.parse(run(join(work, "wrong.js")))).toEqual(["/format", "line 1, column 12", 1, 2, "string"]);
});
