// The system's own dialogs for files and folders.
import {
  BrowserWindow,
  dialog,
  type MessageBoxOptions,
  type OpenDialogOptions,
  type SaveDialogOptions,
} from "electron";
import { annotationImporters } from "../../../shared/annotation-importers/index.ts";
import type { Input } from "../../../shared/api/contract.ts";
import { packageEnding } from "../../../shared/api/opening.ts";
import { tableEndings } from "../../../shared/files/endings.ts";
import { importers } from "../../../shared/importers/index.ts";
import type { Words } from "../../../shared/words/say.ts";
import { updateEnding } from "./openings.ts";

type Purpose = Input<"dialog.choose">["purpose"];

/** Asks for a path; `null` when the person thought better of it. */
export function choosePath(
  purpose: Purpose,
  suggestedName: string | undefined,
  words: Words,
): Promise<string | null> {
  const { say } = words;
  const defaultPath = suggestedName ?? say("menu.untitled");
  switch (purpose) {
    case "open-project":
      return chooseExisting({ title: say("menu.open-project"), properties: ["openDirectory"] });
    case "open-article":
      return chooseExisting({
        title: say("menu.add-article"),
        properties: ["openFile"],
        filters: articleFilters(words),
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
          { name: say("menu.packages"), extensions: [packageEnding, "json"] },
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

/** Asks for files, or for folders; none when the person thought better of it. */
export function chooseSeveral(
  purpose: Input<"dialog.chooseSeveral">["purpose"],
  words: Words,
): Promise<readonly string[]> {
  const title = words.say("menu.add-articles");
  return purpose === "open-folders"
    ? chooseAll({ title, properties: ["openDirectory", "multiSelections"] })
    : chooseAll({ title, properties: ["openFile", "multiSelections"], filters: articleFilters(words) });
}

/** Asks for the file of an update. */
export const chooseUpdate = ({ say }: Words): Promise<string | null> =>
  chooseExisting({
    title: say("menu.update"),
    properties: ["openFile"],
    filters: [{ name: say("menu.updates"), extensions: [updateEnding] }],
  });

/** All that can be imported at once, before each kind of it. */
const articleFilters = ({ say, tell }: Words): NonNullable<OpenDialogOptions["filters"]> => [
  {
    name: say("menu.all-articles"),
    extensions: [...importers.flatMap(({ extensions }) => extensions), ...tableEndings, "zip"],
  },
  ...importers.map(({ name, extensions }) => ({ name: tell(name), extensions: [...extensions] })),
  { name: say("menu.tables"), extensions: [...tableEndings] },
  { name: say("menu.all-files"), extensions: ["*"] },
];

const chooseExisting = async (options: OpenDialogOptions): Promise<string | null> =>
  (await chooseAll(options))[0] ?? null;

async function chooseAll(options: OpenDialogOptions): Promise<readonly string[]> {
  const window = BrowserWindow.getFocusedWindow();
  const { filePaths } = await (window
    ? dialog.showOpenDialog(window, options)
    : dialog.showOpenDialog(options));
  return filePaths;
}

async function chooseNew(options: SaveDialogOptions): Promise<string | null> {
  const window = BrowserWindow.getFocusedWindow();
  const answer = await (window ? dialog.showSaveDialog(window, options) : dialog.showSaveDialog(options));
  return answer.canceled || answer.filePath === "" ? null : answer.filePath;
}

/** True for the second of the two buttons. */
export async function isAgreed(question: MessageBoxOptions): Promise<boolean> {
  const options = { ...question, defaultId: 0, cancelId: 0, noLink: true };
  const window = BrowserWindow.getFocusedWindow();
  const { response } = await (window
    ? dialog.showMessageBox(window, options)
    : dialog.showMessageBox(options));
  return response === 1;
}
