// What becomes of articles that the project has already: asked, unless it was said.
import { message } from "../../shared/words/message.ts";
import type { Words } from "../../shared/words/say.ts";
import { askLine } from "./ask-line.ts";
import { UsageError } from "./cli-command.ts";

export const twinChoices = ["ask", "same", "new"] as const;
export type Twins = (typeof twinChoices)[number];

export const twinsOption = ["--twins WHAT", message("cli.twins")] as const;

/** Throws a `UsageError` for anything else. */
export function twinsOf(given: string | undefined): Twins {
  const twins = twinChoices.find((one) => one === (given ?? "ask"));
  if (!twins) throw new UsageError(message("cli.no-twins"));
  return twins;
}

/** The answer for all of them; `null` where nobody is there to give one, or gave none. */
export async function askAboutTwins(
  titles: readonly string[],
  { say, list }: Pick<Words, "say" | "list">,
): Promise<Exclude<Twins, "ask"> | null> {
  const shown = titles.slice(0, 5);
  const answer = await askLine(
    `${say("cli.twins-question", { count: titles.length, titles: list(shown) })} `,
  );
  return answer === "s" ? "same" : answer === "n" ? "new" : null;
}
