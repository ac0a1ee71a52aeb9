// A password, asked for so that it stands in no list of processes and no history of a shell: the environment's, else what is typed
// without being shown, else the first line that comes in.
import { createInterface } from "node:readline";

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
