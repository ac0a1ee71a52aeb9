// Asks what becomes of articles that the project has already, unless it was said.
import { createInterface } from "node:readline/promises";
import type { TakeInChoices } from "../../shared/review/take-in-places.ts";
import { message } from "../../shared/words/message.ts";
import type { Words } from "../../shared/words/say.ts";
import { UsageError } from "./cli-command.ts";

export type Twins = TakeInChoices["twins"];
const twinsChoices: readonly Twins[] = ["ask", "same", "new"];

export const twinsOption = ["--twins WHAT", message("cli.twins")] as const;

/** Throws a `UsageError` for anything else. */
export function twinsOf(given: string | undefined): Twins {
  const twins = twinsChoices.find((one) => one === (given ?? "ask"));
  if (!twins) throw new UsageError(message("cli.no-twins"));
  return twins;
}

/** The answer for all of them; `null` where nobody is there to give one, or gave none. */
export async function askAboutTwins(
  titles: readonly string[],
  { say, list }: Pick<Words, "say" | "list">,
): Promise<Exclude<Twins, "ask"> | null> {
  const firstTitles = titles.slice(0, 5);
  const answer = await askLine(
    `${say("cli.twins-question", { count: titles.length, titles: list(firstTitles) })} `,
  );
  return answer === "s" ? "same" : answer === "n" ? "new" : null;
}

/** What was typed; `null` where nobody can be asked, since input or messages do not go to a terminal. */
async function askLine(question: string): Promise<string | null> {
  const { stdin: input, stderr: output } = process;
  if (!input.isTTY || !output.isTTY) return null;
  const lines = createInterface({ input, output });
  const stop = new AbortController();
  lines.on("close", () => stop.abort());
  try {
    return (await lines.question(question, { signal: stop.signal })).trim();
  } catch (error) {
    if (stop.signal.aborted) return "";
    throw error;
  } finally {
    lines.close();
  }
}
