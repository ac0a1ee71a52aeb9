// Which host this is and what it can do.
import type { CoreContext } from "../context.ts";
import type { Handlers } from "../dispatch.ts";

export function hostHandlers({ options }: CoreContext): Pick<Handlers, "host.info"> {
  return {
    "host.info": () => ({
      version: options.version,
      host: options.host,
      nativeDialogs: options.choose !== undefined,
      modelsAllowedIn: options.allowModel?.where ?? "command",
    }),
  };
}
