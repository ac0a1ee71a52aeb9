// The system's own dialogs, where the host has them.
import { ApiError } from "../../../shared/errors/errors.ts";
import type { CoreContext } from "../context.ts";
import type { Handlers } from "../dispatch.ts";

export function dialogHandlers({
  options,
}: CoreContext): Pick<Handlers, "dialog.choose" | "dialog.chooseSeveral"> {
  return {
    async "dialog.choose"({ purpose, suggestedName }) {
      if (!options.choose) throw new ApiError("dialog-unsupported");
      return { path: await options.choose(purpose, suggestedName) };
    },
    async "dialog.chooseSeveral"({ purpose }) {
      if (!options.chooseSeveral) throw new ApiError("dialog-unsupported");
      return { paths: await options.chooseSeveral(purpose) };
    },
  };
}
