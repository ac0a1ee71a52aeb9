import { expect, test } from "vitest";
import { latestAnswer } from "../../../renderer/lib/latest-answer.ts";

/** A question whose answers come when, and in the order in which, it is said. */
function question() {
  const answers: ((value: string | null) => void)[] = [];
  const taken: string[] = [];
  const latest = latestAnswer(
    () => new Promise<string | null>((resolve) => answers.push(resolve)),
    (answer) => taken.push(answer),
  );
  return { latest, answers, taken };
}

test("an older answer that comes later takes nobody's place", async () => {
  const { latest, answers, taken } = question();
  const both = [latest.ask(), latest.ask()];
  answers[1]?.("new");
  answers[0]?.("old");
  await Promise.all(both);
  expect(taken).toEqual(["new"]);
});

test("what could not be answered, or comes after the end, is no answer", async () => {
  const { latest, answers, taken } = question();
  const both = [latest.ask(), latest.ask()];
  latest.stop();
  const third = latest.ask();
  answers[1]?.("late");
  answers[2]?.(null);
  answers[0]?.("old");
  await Promise.all([...both, third]);
  expect(taken).toEqual([]);
});
