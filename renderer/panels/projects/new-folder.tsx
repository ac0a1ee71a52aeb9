// Choosing the folder in which a new one is made, in the window's own picker.
import { useState } from "react";
import { OutsideText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import type { FolderEntry } from "./entry-list.tsx";
import { FolderBrowser } from "./folder-browser.tsx";
import { joinPath } from "./paths.ts";
import { useFolder } from "./use-folder.ts";

/**
 * The folder that is chosen for a new one of this name. `path` is `null` where it cannot be made yet; `settle` answers with it once
 * the folder that is typed has been gone to, with `null` where that fails.
 */
export function useNewFolder(folderName: string) {
  const folder = useFolder("project");
  const [chosen, setChosen] = useState<FolderEntry | null>(null);
  const chosenPath = chosen?.kind === "folder" ? chosen.path : null;
  const parent = chosenPath ?? (folder.typed?.trim() || folder.listing?.path);
  // Where it would be made while a step to another folder is on its way is not what was asked for.
  const isHere = parent !== undefined && !folder.isMoving;
  const path = isHere && folderName !== "" ? joinPath(parent, folderName) : null;
  async function settle(): Promise<string | null> {
    if (path === null) return null;
    const settledParent = chosenPath ?? (await folder.settle())?.path;
    return settledParent === undefined ? null : joinPath(settledParent, folderName);
  }
  return { folder, chosen, setChosen, path, settle };
}

interface Props {
  readonly folderName: string;
  /** What is said while it has no name. */
  readonly unnamed: string;
  readonly place: ReturnType<typeof useNewFolder>;
}

export function NewFolderFields({ folderName, unnamed, place: { folder, chosen, setChosen, path } }: Props) {
  const { parts } = useWords();
  return (
    <>
      <FolderBrowser
        folder={folder}
        shows={["folder", "project"]}
        chosen={chosen}
        makesFolders
        onChoose={setChosen}
        onTake={() => undefined}
      />
      <p className="quiet" role="status">
        {folderName === ""
          ? unnamed
          : path !== null &&
            parts("projects.becomes", { path: <OutsideText key="path">{path}</OutsideText> })}
      </p>
    </>
  );
}
