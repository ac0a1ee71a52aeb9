// What a person has set on this machine.
import type { CoreContext } from "../context.ts";
import type { Handlers } from "../dispatch.ts";

export function settingsHandlers({
  settings,
  emit,
}: CoreContext): Pick<Handlers, "settings.get" | "settings.set" | "settings.forgetProject"> {
  return {
    "settings.get": () => settings.get(),
    async "settings.set"(changed) {
      const updatedSettings = await settings.update((data) => ({ ...data, ...changed }));
      if (changed.language !== undefined) emit({ type: "language", language: changed.language });
      return updatedSettings;
    },
    "settings.forgetProject": ({ path }) =>
      settings.update((data) => ({
        ...data,
        recentProjects: data.recentProjects.filter((recent) => recent.path !== path),
      })),
  };
}
