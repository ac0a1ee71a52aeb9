// The system's own dialogs for files and folders.
import { BrowserWindow, dialog, type OpenDialogOptions, type SaveDialogOptions } from "electron";
import type { Input } from "../../../shared/api/contract.ts";

export type Purpose = Input<"dialog.choose">["purpose"];

const articles: OpenDialogOptions = {
  title: "Add an article",
  properties: ["openFile"],
  filters: [
    { name: "Articles", extensions: ["txt"] },
    { name: "All files", extensions: ["*"] },
  ],
};

/** Asks for a path; `null` when the person thought better of it. */
export function choose(purpose: Purpose, suggestedName = "Untitled"): Promise<string | null> {
  switch (purpose) {
    case "open-project":
      return chooseExisting({ title: "Open a project", properties: ["openDirectory"] });
    case "open-article":
      return chooseExisting(articles);
    case "new-project":
      return chooseNew({ title: "New project", buttonLabel: "Create", defaultPath: suggestedName });
    case "save-export":
      return chooseNew({ title: "Export", buttonLabel: "Export", defaultPath: suggestedName });
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
