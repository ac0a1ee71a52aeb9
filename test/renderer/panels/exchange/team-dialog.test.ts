// What the status bar says of a shared project.
import { expect, test } from "vitest";
import { stateWords } from "../../../../renderer/panels/exchange/team-dialog.tsx";
import { localeFor } from "../../../../shared/words/language.ts";
import { createWords } from "../../../../shared/words/say.ts";

test("says that nothing waits only where that was counted", () => {
  const words = createWords(localeFor("en", []));
  const said = (waiting: number | null): string => stateWords({ stage: null, problem: null, waiting }, words);
  expect([null, 0, 2].map(said)).toEqual(["Shared with your team", "Nothing to send", "2 changes to send"]);
});
