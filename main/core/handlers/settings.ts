// What a person has set on this machine.
import type { CoreContext } from "../context.ts";
import type { Handlers } from "../dispatch.ts";

export function settingsHandlers({
  settings,
}: CoreContext): Pick<Handlers, "settings.get" | "settings.set" | "settings.forgetProject"> {
  return {
    "settings.get": () => settings.get(),
    "settings.set": (changed) => settings.update((data) => ({ ...data, ...changed })),
    "settings.forgetProject": ({ path }) =>
      settings.update((data) => ({
        ...data,
        recentProjects: data.recentProjects.filter((recent) => recent.path !== path),
      })),
  };
}
