// Changes of what a person has set on this machine: each is kept by the core, and what cannot be kept is said.
import type { Client } from "../../../shared/api/client.ts";
import type { Theme } from "../../../shared/api/contract.ts";
import type { Preferences } from "../../../shared/api/preferences.ts";
import { ApiError } from "../../../shared/errors/errors.ts";
import type { LanguageSetting } from "../../../shared/words/language.ts";
import { type Message, message } from "../../../shared/words/message.ts";
import type { Store } from "../../lib/store.ts";
import type { WorkspaceState } from "./workspace-state.ts";

export interface SettingsChanges {
  setAnnotatorName(name: string): Promise<void>;
  setTheme(theme: Theme): Promise<void>;
  setLanguage(language: LanguageSetting): Promise<void>;
  /** Takes effect at once; what cannot be kept is said. */
  setPreferences(changed: Partial<Preferences>): Promise<void>;
  forgetProject(path: string): Promise<void>;
}

export function createSettingsChanges(
  client: Client,
  state: Store<WorkspaceState>,
  attempt: (busy: Message, action: () => Promise<void>) => Promise<boolean>,
): SettingsChanges {
  return {
    async setAnnotatorName(annotatorName) {
      await attempt(message("workbench.saving-name"), async () =>
        state.patch({ settings: await client.call("settings.set", { annotatorName }) }),
      );
    },
    async setTheme(theme) {
      await attempt(message("workbench.saving-theme"), async () =>
        state.patch({ settings: await client.call("settings.set", { theme }) }),
      );
    },
    async setLanguage(language) {
      await attempt(message("workbench.saving-language"), async () =>
        state.patch({ settings: await client.call("settings.set", { language }) }),
      );
    },
    async setPreferences(changed) {
      state.patch({ settings: { ...state.get().settings, ...changed } });
      try {
        await client.call("settings.set", changed);
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        state.patch({ problem: error.toData() });
      }
    },
    async forgetProject(path) {
      await attempt(message("workbench.forgetting-project"), async () =>
        state.patch({ settings: await client.call("settings.forgetProject", { path }) }),
      );
    },
  };
}
