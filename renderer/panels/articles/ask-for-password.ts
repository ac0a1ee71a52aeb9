// Where a document that was to be brought in turned out to be locked: asks for its password, in the dialog for many.
import { isLockedPdf } from "../../../shared/importers/without-readers.ts";
import { bringInMany, type ToBringIn } from "../../state/window/ui-state.ts";
import type { Panels } from "../app-context.tsx";

/** True when the last thing that was brought in was refused for that. */
export function askForPassword({ workspace, ui }: Panels, what: Omit<ToBringIn, "locked">): boolean {
  const { problem } = workspace.state.get();
  const file = problem?.detail.file;
  if (!problem || typeof file !== "string" || !isLockedPdf(problem, file)) return false;
  workspace.dismiss();
  bringInMany(ui, { ...what, locked: [file] });
  return true;
}
