// A question to whoever sits at the terminal.
import { createInterface } from "node:readline/promises";

/** What was typed; `null` where nobody can be asked, since input or messages do not go to a terminal. */
export async function askLine(question: string): Promise<string | null> {
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
