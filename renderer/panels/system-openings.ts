// Opens what the system asks this window to open: a project, a colleague's package, a place that a link leads to. Nothing is done by it but
// to show: a package is imported, and a project made of one, only when somebody says so in the dialog.
import type { SystemOpening } from "../../shared/api/opening.ts";
import { goToLinked } from "../actions/link.ts";
import { takeOpenings } from "../host/connect.ts";
import type { Store } from "../lib/store.ts";
import type { UiState } from "../state/window/ui-state.ts";
import type { Panels } from "./app-context.tsx";
import { startFromPackage } from "./opening.ts";

/** Opens these one after the other, then whatever comes, until the returned function is called. */
export function followOpenings(panels: Panels, first: readonly SystemOpening[]): () => void {
  const { client } = panels.workspace;
  let last: Promise<void> = Promise.resolve();
  const openAll = (asked: () => Promise<readonly SystemOpening[]>): void => {
    last = last.then(async () => {
      for (const opening of await asked()) await open(panels, opening);
    });
  };
  openAll(async () => first);
  return client.subscribe((event) => {
    if (event.type === "opening") openAll(() => takeOpenings(client));
  });
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
  const { recentProjects } = await workspace.client.call("settings.get", {});
  const path = recentProjects.find(({ id }) => link !== null && id === link.project)?.path ?? null;
  asked.set(path);
  const isOpen = await workspace.openLinked(link, path);
  if (isOpen && link !== null && link.article !== null) await goToLinked(panels, link.article, link.mark);
}
