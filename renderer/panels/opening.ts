// The ways into a project.

import type { Input } from "../../shared/api/contract.ts";
import { ApiError } from "../../shared/errors/errors.ts";
import type { TakeInFrom } from "../state/project/exchange.ts";
import type { Panels } from "./app-context.tsx";

export function openProject(panels: Panels, path: string): void {
  panels.asked.set(path);
  void panels.workspace.openProject(path, "write");
}

/** Puts good copies in the place of the project's own damaged files, and opens it for writing. */
export function recoverProject(panels: Panels, path: string): void {
  panels.asked.set(path);
  void panels.workspace.recoverProject(path);
}

export function openForReading(panels: Panels, path: string): void {
  panels.asked.set(path);
  void panels.workspace.openProject(path, "read");
}

export function createProject(panels: Panels, path: string, name: string): void {
  panels.asked.set(path);
  void panels.workspace.createProject(path, name);
}

/** Asks for a package, or begins with this one, to start a project from. Whose name is in it can be told once a name is given. */
export function startFromPackage(panels: Panels, from?: TakeInFrom): void {
  panels.workspace.whenNamed(() =>
    panels.ui.patch({ dialog: "from-package", takeInQueue: from ? [from] : [] }),
  );
}

/** The same from a colleague's package, which is then shown to be imported. */
export async function startProject(
  panels: Panels,
  path: string,
  name: string,
  { from, unverified, mend, me }: NonNullable<Input<"project.create">["start"]>,
): Promise<void> {
  const { workspace, ui, asked } = panels;
  asked.set(path);
  const isMade = await workspace.createProject(path, name, { from, unverified, mend, me });
  ui.patch(isMade ? { dialog: "take-in", takeInQueue: [from] } : { takeInQueue: [] });
}

export function openSample(panels: Panels): void {
  panels.asked.set(null);
  void panels.workspace.openSample();
}

/** What the desktop's own dialog gave; `null` when it was closed, `no-dialog` where there is none that works. */
export async function chooseNatively(
  { workspace }: Panels,
  purpose: Input<"dialog.choose">["purpose"],
  suggestedName?: string,
): Promise<{ readonly path: string } | null | "no-dialog"> {
  if (!workspace.state.get().host.nativeDialogs) return "no-dialog";
  try {
    const { path } = await workspace.client.call("dialog.choose", {
      purpose,
      ...(suggestedName === undefined ? {} : { suggestedName }),
    });
    return path === null ? null : { path };
  } catch (error) {
    if (error instanceof ApiError) return "no-dialog";
    throw error;
  }
}

/** The same for several files, or for folders. */
export async function chooseSeveralNatively(
  { workspace }: Panels,
  purpose: Input<"dialog.chooseSeveral">["purpose"],
): Promise<readonly string[] | "no-dialog"> {
  if (!workspace.state.get().host.nativeDialogs) return "no-dialog";
  try {
    return (await workspace.client.call("dialog.chooseSeveral", { purpose })).paths;
  } catch (error) {
    if (error instanceof ApiError) return "no-dialog";
    throw error;
  }
}
