// Whether a model of the person's own may be started or asked: put to them in a terminal, where no page and no other user can answer.
import { execFileSync } from "node:child_process";
import type { Readable, Writable } from "node:stream";
import { writtenOut } from "../../shared/problems/visible-text.ts";
import type { OwnModel } from "../../shared/suggestions/own-model.ts";
import type { Words } from "../../shared/words/say.ts";
import type { CoreOptions } from "../core/context.ts";

export interface Terminal {
  readonly input: Readable;
  readonly output: Writable;
  readonly words: Words;
}

/** Shows what would be started or asked, each argument on a line of its own; true when the next line that is typed says yes. */
export async function askInTerminal(
  { name, way }: OwnModel,
  { input, output, words: { say } }: Terminal,
  signal?: AbortSignal,
): Promise<boolean> {
  const parts = way.by === "command" ? way.command : [way.address];
  const lines = [
    "",
    say("models.allow-title", { name: writtenOut(name) }),
    say(`models.allow-${way.by}`),
    ...parts.map((part) => `  ${writtenOut(part)}`),
    say("models.allow-once"),
  ];
  output.write(`${lines.join("\n")}\n${say("models.allow-type", { word: say("models.allow-word") })} `);
  const answer = await nextLine(input, signal);
  if (answer === null) output.write("\n");
  return answer !== null && [say("models.allow-word"), "yes"].includes(answer.trim().toLowerCase());
}

/** `null` at the end of what comes in, and when it is not waited for any more. What comes after the line stays for the next one. */
function nextLine(input: Readable, signal: AbortSignal | undefined): Promise<string | null> {
  return new Promise((resolve) => {
    let typed = "";
    const finish = (line: string | null): void => {
      input.off("data", onData).off("end", onEnd);
      signal?.removeEventListener("abort", onAbort);
      input.pause();
      resolve(line);
    };
    const onData = (chunk: Buffer | string): void => {
      typed += chunk.toString();
      const end = typed.indexOf("\n");
      if (end < 0) return;
      const rest = typed.slice(end + 1);
      finish(typed.slice(0, end));
      if (rest !== "") input.unshift(Buffer.from(rest));
    };
    const onEnd = (): void => finish(typed === "" ? null : typed);
    const onAbort = (): void => finish(null);
    if (signal?.aborted || input.readableEnded) return resolve(null);
    signal?.addEventListener("abort", onAbort);
    input.on("data", onData).on("end", onEnd);
    input.resume();
  });
}

/** For a host that was started in a terminal; `undefined` for any other. One question at a time: the next one ends it. */
export function allowingInTerminal(words: Words): CoreOptions["allowModel"] {
  if (!isInFront()) return undefined;
  let asking: AbortController | null = null;
  return {
    where: "terminal",
    async ask(model, signal) {
      // One that was sent to the background meanwhile would be halted by reading.
      if (!isInFront()) return false;
      asking?.abort();
      const own = new AbortController();
      asking = own;
      const terminal = { input: process.stdin, output: process.stdout, words };
      return askInTerminal(model, terminal, AbortSignal.any([own.signal, signal]));
    },
  };
}

/** Whether what is typed in the terminal comes to this process. */
function isInFront(): boolean {
  if (!process.stdin.isTTY || !process.stdout.isTTY) return false;
  if (process.platform === "win32") return true;
  try {
    return execFileSync("ps", ["-o", "stat=", "-p", String(process.pid)], { encoding: "utf8" }).includes("+");
  } catch {
    return false;
  }
}
