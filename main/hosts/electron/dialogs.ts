// The system's own dialogs for files and folders.
import { BrowserWindow, dialog, type OpenDialogOptions, type SaveDialogOptions } from "electron";
import { annotationImporters } from "../../../shared/annotation-importers/index.ts";
import type { Input } from "../../../shared/api/contract.ts";
import { importers } from "../../../shared/importers/index.ts";
import type { Words } from "../../../shared/words/say.ts";

export type Purpose = Input<"dialog.choose">["purpose"];

/** Asks for a path; `null` when the person thought better of it. */
export function choose(
  purpose: Purpose,
  suggestedName: string | undefined,
  { say, tell }: Words,
): Promise<string | null> {
  const defaultPath = suggestedName ?? say("menu.untitled");
  switch (purpose) {
    case "open-project":
      return chooseExisting({ title: say("menu.open-project"), properties: ["openDirectory"] });
    case "open-article":
      return chooseExisting({
        title: say("menu.add-article"),
        properties: ["openFile"],
        filters: [
          ...importers.map(({ name, extensions }) => ({ name: tell(name), extensions: [...extensions] })),
          { name: say("menu.all-files"), extensions: ["*"] },
        ],
      });
    case "open-tagset":
      return chooseExisting({
        title: say("menu.bring-in-tagset"),
        properties: ["openFile"],
        filters: [
          { name: say("menu.tagsets"), extensions: ["tagset", "json"] },
          { name: say("menu.all-files"), extensions: ["*"] },
        ],
      });
    case "open-review":
      return chooseExisting({
        title: say("handover.take-in-title"),
        properties: ["openFile"],
        filters: [
          { name: say("menu.packages"), extensions: ["json"] },
          {
            name: say("menu.other-tools"),
            extensions: [...new Set(annotationImporters.flatMap(({ extensions }) => extensions)), "zip"],
          },
          { name: say("menu.all-files"), extensions: ["*"] },
        ],
      });
    case "new-project":
      return chooseNew({ title: say("menu.new-project"), buttonLabel: say("menu.create"), defaultPath });
    case "save-export":
      return chooseNew({
        title: say("menu.export-title"),
        buttonLabel: say("menu.export-title"),
        defaultPath,
      });
  }
}

async function chooseExisting(options: OpenDialogOptions): Promise<string | null> {
  const window = BrowserWindow.getFocusedWindow();
  const { filePaths } = await (window
    ? dialog.showOpenDialog(window, options)
    : dialog.showOpenDialog(options));
  return filePaths[0] ?? null;
}

async function chooseNew(options: SaveDialogOptions): Promise<string | null> {
  const window = BrowserWindow.getFocusedWindow();
  const answer = await (window ? dialog.showSaveDialog(window, options) : dialog.showSaveDialog(options));
  return answer.canceled || answer.filePath === "" ? null : answer.filePath;
}
