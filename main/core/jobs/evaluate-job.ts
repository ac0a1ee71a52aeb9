// Measuring predicted attributions against gold ones: both files are read here, since either may have been made to exhaust memory.
import type { z } from "zod";
import type { Finding } from "../../../shared/files/finding.ts";
import type { Work } from "../../../shared/model/work.ts";
import { goldLine, predictedLine } from "../../../shared/schema/attribution-lines.ts";
import { type Evaluation, evaluate } from "../../../shared/suggestions/evaluate.ts";
import { readLine } from "../../../shared/suggestions/read-lines.ts";

/** The texts of two files of JSON lines. */
interface EvaluateInput {
  readonly gold: string;
  readonly predicted: string;
}

type Evaluated =
  | { readonly ok: true; readonly evaluation: Evaluation }
  | { readonly ok: false; readonly in: keyof EvaluateInput; readonly problem: Finding };

export function* evaluateJob({ gold, predicted }: EvaluateInput): Work<Evaluated> {
  yield { done: 0, of: 3 };
  const golds = valuesOf(gold, goldLine);
  if (!golds.ok) return { ...golds, in: "gold" };
  yield { done: 1, of: 3 };
  const predictions = valuesOf(predicted, predictedLine);
  if (!predictions.ok) return { ...predictions, in: "predicted" };
  yield { done: 2, of: 3 };
  return { ok: true, evaluation: evaluate(golds.values, predictions.values) };
}

function valuesOf<Schema extends z.ZodType>(
  text: string,
  schema: Schema,
):
  | { readonly ok: true; readonly values: readonly z.infer<Schema>[] }
  | { readonly ok: false; readonly problem: Finding } {
  const values: z.infer<Schema>[] = [];
  for (const [at, line] of text.split("\n").entries()) {
    const parsedLine = readLine(schema, line, at + 1);
    if (parsedLine && !parsedLine.ok) return parsedLine;
    if (parsedLine) values.push(parsedLine.value);
  }
  return { ok: true, values };
}
