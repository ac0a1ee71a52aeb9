// The desktop's own words follow the language that is chosen in a window.
import { expect, it } from "vitest";
import { followLanguage, systemWords } from "../../../../main/hosts/electron/menu.ts";
import { fakeCore } from "../fake-core.ts";

it("speaks the language of the settings, then the one chosen in a window", async () => {
  const core = {
    ...fakeCore(),
    dispatch: async () => ({ ok: true as const, value: { language: "system" } }),
  };
  const heard: string[] = [];
  await followLanguage(core, ["de-AT", "en"], ({ locale, say }) =>
    heard.push(`${locale} ${say("menu.edit")}`),
  );
  core.emit({ type: "language", language: "en" });
  core.emit({ type: "command", id: "new" });
  core.emit({ type: "language", language: "de" });
  expect(heard).toEqual(["de-AT Bearbeiten", "en-GB Edit", "de-AT Bearbeiten"]);
});

it("speaks the system’s language before the settings are known", () => {
  expect([systemWords(["fr", "de"]).language, systemWords([]).language]).toEqual(["de", "en"]);
});
