// Asks in the terminal: what becomes of articles that the project has already, unless it was said, and for a password.
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

// A password, asked for so that it stands in no list of processes and no history of a shell: the environment's, else what is typed
// without being shown, else the first line that comes in.

/** The variable of the environment that may hold it. */
const secretVariable = "SAYSO_PASSWORD";

/** Empty when nothing was given. `ask` is written where somebody is to type it. */
export async function readSecret(ask: () => void): Promise<string> {
  const secret = process.env[secretVariable];
  if (secret !== undefined && secret !== "") {
    // What is started from here has no need of it.
    delete process.env[secretVariable];
    return secret;
  }
  const { stdin } = process;
  if (stdin.isTTY) {
    ask();
    stdin.setRawMode(true);
  }
  try {
    return stdin.isTTY ? await typed() : await firstLine();
  } finally {
    if (stdin.isTTY) stdin.setRawMode(false);
    stdin.pause();
  }
}

async function firstLine(): Promise<string> {
  const lines = createInterface({ input: process.stdin });
  for await (const line of lines) {
    lines.close();
    return line;
  }
  return "";
}

const ends = ["\r", "\n", "\u0003", "\u0004"];
const takesBack = ["\u007f", "\b"];

/** Until Enter; Ctrl+C and Ctrl+D give nothing. */
function typed(): Promise<string> {
  return new Promise((resolve) => {
    let secret = "";
    const onData = (chunk: Buffer): void => {
      for (const character of chunk.toString("utf8")) {
        if (ends.includes(character)) {
          done(character === "\r" || character === "\n" ? secret : "");
          return;
        }
        if (takesBack.includes(character)) secret = Array.from(secret).slice(0, -1).join("");
        else secret += character;
      }
    };
    const done = (value: string): void => {
      process.stdin.off("data", onData);
      process.stderr.write("\n");
      resolve(value);
    };
    process.stdin.on("data", onData);
  });
}
