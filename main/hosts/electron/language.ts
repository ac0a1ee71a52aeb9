// The words of what the desktop shows outside the page (menu, dialogs), in the language of the settings while that changes.
import type { Settings } from "../../../shared/api/contract.ts";
import { type LanguageSetting, localeFor } from "../../../shared/words/language.ts";
import { createWords, type Words } from "../../../shared/words/say.ts";
import type { Core } from "../../core/core.ts";

/** The words before the settings are known. */
export const systemWords = (preferred: readonly string[]): Words =>
  createWords(localeFor("system", preferred));

/** Calls `onWords` with the words of the language chosen, at once and whenever another one is. `preferred`: BCP 47 tags. */
export async function followLanguage(
  core: Core,
  preferred: readonly string[],
  onWords: (words: Words) => void,
): Promise<void> {
  const applyLanguage = (language: LanguageSetting): void =>
    onWords(createWords(localeFor(language, preferred)));
  core.subscribe((event) => {
    if (event.type === "language") applyLanguage(event.language);
  });
  const reply = await core.dispatch("settings.get", {}, "desktop");
  applyLanguage(reply.ok ? (reply.value as Settings).language : "system");
}
