// The lines that a model of the person's own answers with: one an article, each known by its id. A line that cannot be understood makes
// the whole answer useless; an attribution that cannot is refused by itself.
import { z } from "zod";
import type { Work } from "../model/work.ts";
import { type ModelAnswer, readModelAnswer } from "./model-answer.ts";

const answerLine = z.object({
  id: z.string().max(1_000),
  attributions: z.array(z.unknown()).max(100_000),
});

/** Why an answer cannot be used. */
type ModelLineFault = "no-json" | "no-line" | "stray" | "missing";

export type ModelLines =
  | { readonly ok: true; readonly answers: readonly ModelAnswer[] }
  | {
      readonly ok: false;
      readonly why: ModelLineFault;
      /** From one; 0 where a line is missing. */
      readonly line: number;
      /** The beginning of the line, or the id that is meant. */
      readonly at: string;
    };

const shownLength = 80;

/** An answer for each of the articles, in their order; a step a line. Never throws. */
export function* readingModelLines(
  output: string,
  articles: readonly { readonly id: string; readonly text: string }[],
  model: string,
): Work<ModelLines> {
  const indexesById = new Map<string, number[]>();
  for (const [at, { id }] of articles.entries()) indexesById.set(id, [...(indexesById.get(id) ?? []), at]);
  const answers: ModelAnswer[] = [];
  let done = 0;
  for (const [at, line] of output
    .replace(/^\ufeff/u, "")
    .split("\n")
    .entries()) {
    if (line.trim() === "") continue;
    const fault = (why: ModelLineFault): ModelLines => ({
      ok: false,
      why,
      line: at + 1,
      at: line.trim().slice(0, shownLength),
    });
    const value = jsonOf(line);
    if (value === undefined) return fault("no-json");
    const parsed = answerLine.safeParse(value);
    if (!parsed.success) return fault("no-line");
    const place = indexesById.get(parsed.data.id)?.shift();
    const text = place === undefined ? undefined : articles[place]?.text;
    if (place === undefined || text === undefined) return fault("stray");
    answers[place] = readModelAnswer(text, parsed.data.attributions, model);
    done += 1;
    yield { done, of: articles.length };
  }
  const missing = articles.findIndex((_, at) => answers[at] === undefined);
  if (missing >= 0)
    return { ok: false, why: "missing", line: 0, at: articles[missing]?.id.slice(0, shownLength) ?? "" };
  return { ok: true, answers };
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
