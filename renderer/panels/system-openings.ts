// Does what the system asks of this window: opens a project, a colleague's package, a place that a link leads to, and runs what is chosen
// in the desktop's menu. Nothing is done by an opening but to show: a package is imported, and a project made of one, only when somebody
// says so in the dialog.
import type { SystemOpening } from "../../shared/api/opening.ts";
import { runAction } from "../actions/keyboard.ts";
import { goToLinked } from "../actions/link.ts";
import { takeOpenings } from "../host/connect.ts";
import type { Store } from "../lib/store.ts";
import type { UiState } from "../state/window/ui-state.ts";
import type { Panels } from "./app-context.tsx";
import { startFromPackage } from "./opening.ts";

/**
 * Opens these one after the other, then what the host was asked to open until now, then whatever comes, until the returned function is called.
 * One that fails keeps nothing after it from being opened.
 */
export function followOpenings(panels: Panels, first: readonly SystemOpening[]): () => void {
  const { client } = panels.workspace;
  let last: Promise<void> = Promise.resolve();
  const next = (work: () => Promise<void>): void => {
    last = last.then(work).catch(reportError);
  };
  const openAll = (openings: readonly SystemOpening[]): void => {
    for (const opening of openings) next(() => open(panels, opening));
  };
  const openWaiting = (): void => next(async () => openAll(await takeOpenings(client)));
  const stop = client.subscribe((event) => {
    if (event.type === "opening") openWaiting();
  });
  openAll(first);
  // What came while the window was made was told to nobody.
  openWaiting();
  return stop;
}

async function open(panels: Panels, opening: SystemOpening): Promise<void> {
  await dialogClosed(panels.ui);
  if (opening.kind === "project") {
    panels.asked.set(opening.path);
    await panels.workspace.openProject(opening.path, "write");
  } else if (opening.kind === "package") showPackage(panels, opening.path);
  else await followLink(panels, opening.link);
}

/** Resolves at once where no dialog is open: what somebody has begun in one is not taken from them. */
function dialogClosed(ui: Store<UiState>): Promise<void> {
  if (ui.get().dialog === null) return Promise.resolve();
  return new Promise((resolve) => {
    const stop = ui.subscribe(() => {
      if (ui.get().dialog !== null) return;
      stop();
      resolve();
    });
  });
}

/** Shows what the package holds, to be imported into the project that is open, or to start another one from. */
function showPackage(panels: Panels, path: string): void {
  const { project } = panels.workspace.state.get();
  if (project === null || project.readOnly !== null) startFromPackage(panels, { path });
  else panels.ui.patch({ dialog: "take-in", takeInQueue: [{ path }] });
}

async function followLink(
  panels: Panels,
  link: Extract<SystemOpening, { readonly kind: "link" }>["link"],
): Promise<void> {
  const { workspace, asked } = panels;
  asked.set(null);
  const isOpen = await workspace.openLinked(link, asked.set);
  if (isOpen && link !== null && link.article !== null) await goToLinked(panels, link.article, link.mark);
}

/** Actions of the menu by the ids of `main/hosts/electron/menu.ts`. */
const actions = new Map<string, string>([
  ["new", "new-project"],
  ["open", "open-project"],
  ["bring-in", "bring-in"],
  ["export", "export"],
  ["take-in", "take-in"],
  ["hand-over", "hand-over"],
  ["guide", "show-guide"],
  ["save-report", "save-report"],
  ["about-sayso", "about-sayso"],
]);

/** The ids that are understood. */
export const desktopCommands: readonly string[] = [...actions.keys()];

/** Listens until the returned function is called. What cannot be done just now is not done. */
export function obeyDesktopMenu(panels: Panels): () => void {
  return panels.workspace.client.subscribe((event) => {
    if (event.type === "command") runAction(panels, actions.get(event.id) ?? "");
  });
}
