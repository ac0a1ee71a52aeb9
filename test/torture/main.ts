// Runs one part and says what came of it as the last line, in JSON: `node main.mjs PART SEED SCALE`. Started by `run.mjs`.
import { parts } from "./parts.ts";

const [id, seed = "1", scale = "1"] = process.argv.slice(2);
if (id === undefined) {
  process.stdout.write(`${JSON.stringify(parts.map(({ id, title }) => ({ id, title })))}\n`);
} else {
  const part = parts.find((one) => one.id === id);
  if (!part) throw new Error(`There is no part called ${id}.`);
  const children = import.meta.dirname;
  const tell = (line: string): void => void process.stderr.write(`${id}: ${line}\n`);
  const outcome = await part.run({ seed: Number(seed), scale: Number(scale), children, tell });
  process.stdout.write(`${JSON.stringify(outcome)}\n`, () =>
    process.exit(outcome.failures.length > 0 ? 1 : 0),
  );
}
