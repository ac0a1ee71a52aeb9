// The question in a terminal: what it shows, which answers allow, and how it ends without one.
import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { askInTerminal } from "../../../main/cli/allow-in-terminal.ts";
import type { OwnModel } from "../../../shared/suggestions/own-model.ts";
import { type Locale, localeFor } from "../../../shared/words/language.ts";
import { createWords } from "../../../shared/words/say.ts";

const model: OwnModel = {
  name: "Tagger",
  way: { by: "command", command: ["/opt/tagger", "two words", "\u001b]0;Allowed\u0007"] },
  seconds: 30,
  megabytes: 4_096,
};

function terminal(locale: Locale = localeFor("en", [])) {
  const input = new PassThrough();
  const output = new PassThrough();
  const ask = (signal?: AbortSignal) =>
    askInTerminal(model, { input, output, words: createWords(locale) }, { ...(signal && { signal }) });
  return { input, ask, shown: () => String(output.read() ?? "") };
}

test("shows each argument on a line of its own, with what a terminal would obey written out", async () => {
  const { input, ask, shown } = terminal();
  const answered = ask();
  input.write("yes\n");
  expect(await answered).toBe(true);
  const text = shown();
  expect(text).toContain("Allow Tagger?");
  expect(text).toContain("\n  /opt/tagger\n  two words\n");
  for (const hostile of ["\u001b", "\u0007"]) expect(text).not.toContain(hostile);
});

test.each(["\n", "no\n", "y\n", "yes, perhaps\n"])("%j does not allow it", async (answer) => {
  const { input, ask } = terminal();
  const answered = ask();
  input.write(answer);
  expect(await answered).toBe(false);
});

test("the terminal's own language is understood, and so is English", async () => {
  for (const answer of ["ja\n", "Yes\r\n"]) {
    const { input, ask } = terminal(localeFor("de", []));
    const answered = ask();
    input.write(answer);
    expect(await answered).toBe(true);
  }
});

test("one answer is for one question", async () => {
  const { input, ask } = terminal();
  input.end("yes\nno\nyes");
  expect([await ask(), await ask(), await ask(), await ask()]).toEqual([true, false, true, false]);
});

test("where a number is asked for, nothing else allows it", async () => {
  const { input, output } = { input: new PassThrough(), output: new PassThrough() };
  const ask = () =>
    askInTerminal(model, { input, output, words: createWords(localeFor("en", [])) }, { code: "4821" });
  input.end("yes\n4820\n4821\n");
  expect([await ask(), await ask(), await ask()]).toEqual([false, false, true]);
  expect(String(output.read())).toContain("4821");
});

test("what is not waited for any more is not allowed, and what is typed then is not read", async () => {
  const { input, ask } = terminal();
  const stop = new AbortController();
  const answered = ask(stop.signal);
  stop.abort();
  expect(await answered).toBe(false);
  input.write("yes\n");
  expect(await ask(AbortSignal.abort())).toBe(false);
  expect(await ask()).toBe(true);
});
