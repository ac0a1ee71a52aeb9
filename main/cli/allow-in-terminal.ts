// Permission to start or ask a model of the person's own, or to share at an address: put to them in a terminal, where no page and no other user
// can answer.
import { execFileSync } from "node:child_process";
import { randomInt } from "node:crypto";
import type { Readable, Writable } from "node:stream";
import { setTimeout } from "node:timers/promises";
import { writtenOut } from "../../shared/errors/visible-text.ts";
import type { OwnModel } from "../../shared/suggestions/own-model.ts";
import type { Words } from "../../shared/words/say.ts";
import type { CoreOptions } from "../core/context.ts";

interface Terminal {
  readonly input: Readable;
  readonly output: Writable;
  readonly words: Words;
}

interface AskOptions {
  /** What has to be typed; absent: yes. */
  readonly code?: string;
  readonly signal?: AbortSignal;
}

/** Shows what would be started or asked, each argument on a line of its own; true when the next line that is typed says so. */
export const askInTerminal = (
  model: OwnModel,
  terminal: Terminal,
  options: AskOptions = {},
): Promise<boolean> => askAbout(modelQuestion(model, terminal.words), terminal, options);

/** What is to be allowed, in words, and its parts as they would be used. */
interface Question {
  readonly title: string;
  readonly about: string;
  readonly parts: readonly string[];
  readonly once: string;
}

const modelQuestion = ({ name, way }: OwnModel, { say }: Words): Question => ({
  title: say("models.allow-title", { name: writtenOut(name) }),
  about: say(`models.allow-${way.by}`),
  parts: way.by === "command" ? way.command : [way.address],
  once: say("models.allow-once"),
});

const addressQuestion = (address: string, { say }: Words): Question => ({
  title: say("team.allow-title"),
  about: say("team.allow-about"),
  parts: [address],
  once: say("team.allow-once"),
});

async function askAbout(
  { title, about, parts, once }: Question,
  { input, output, words: { say } }: Terminal,
  { code, signal }: AskOptions,
): Promise<boolean> {
  const [program = ""] = parts;
  const lines = [
    "",
    title,
    about,
    ...parts.map((part) => `  ${writtenOut(part)}`),
    once,
    // What is long may have run out of sight.
    ...(parts.length > mostShown.lines
      ? [say("models.allow-long", { program: writtenOut(program).slice(0, 200), count: parts.length - 1 })]
      : []),
  ];
  const word = code ?? say("models.allow-word");
  output.write(`${lines.join("\n")}\n${say("models.allow-type", { word })} `);
  const answer = await nextLine(input, signal);
  if (answer === null) output.write("\n");
  const acceptedAnswers = code === undefined ? [word, "yes"] : [code];
  return answer !== null && acceptedAnswers.includes(answer.trim().toLowerCase());
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
      const remainder = typed.slice(end + 1);
      finish(typed.slice(0, end));
      if (remainder !== "") input.unshift(Buffer.from(remainder));
    };
    const onEnd = (): void => finish(typed === "" ? null : typed);
    const onAbort = (): void => finish(null);
    if (signal?.aborted || input.readableEnded) return resolve(null);
    signal?.addEventListener("abort", onAbort);
    input.on("data", onData).on("end", onEnd);
    input.resume();
  });
}

/** Code units and lines of what would be started that a terminal still shows with the question below it. */
const mostShown = { length: 600, lines: 10 };
/** Milliseconds in which what was typed before comes, to be left aside. */
const typedBefore = 50;

/**
 * For a host that was started in a terminal; `undefined` for any other. The page decides when it is asked and about what, so that one question
 * is not followed by another while it is open, and is answered by a number that stands in it and nowhere else.
 */
export function allowingInTerminal(words: Words): Pick<CoreOptions, "allowModel" | "allowAddress"> {
  if (!isInFront()) return {};
  let isAsking = false;
  async function ask(question: Question, signal: AbortSignal): Promise<boolean> {
    const { parts } = question;
    const isLong = parts.length > mostShown.lines || parts.map(writtenOut).join("").length > mostShown.length;
    // One that was sent to the background meanwhile would be halted by reading.
    if (isAsking || isLong || !isInFront()) return false;
    isAsking = true;
    try {
      await leaveAside(process.stdin);
      const terminal = { input: process.stdin, output: process.stdout, words };
      return await askAbout(question, terminal, { code: String(randomInt(1_000, 10_000)), signal });
    } finally {
      isAsking = false;
    }
  }
  return {
    allowModel: { where: "terminal", ask: (model, signal) => ask(modelQuestion(model, words), signal) },
    allowAddress: (address, signal) => ask(addressQuestion(address, words), signal),
  };
}

async function leaveAside(input: Readable): Promise<void> {
  input.resume();
  await setTimeout(typedBefore);
  input.pause();
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
