// Choosing the folder in which a new one is made, in the window's own picker.
import { useState } from "react";
import { OutsideText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import type { FolderEntry } from "./entry-list.tsx";
import { FolderBrowser } from "./folder-browser.tsx";
import { joinPath } from "./paths.ts";
import { useFolder } from "./use-folder.ts";

/** The folder that is chosen for a new one of this name. `path` is `null` where it cannot be made yet. */
export function useNewFolder(folderName: string) {
  const folder = useFolder();
  const [chosen, setChosen] = useState<FolderEntry | null>(null);
  const parent = chosen?.kind === "folder" ? chosen.path : folder.listing?.path;
  // Where it would be made while a step to another folder is on its way is not what was asked for.
  const isHere = parent !== undefined && !folder.isMoving;
  const path = isHere && folderName !== "" ? joinPath(parent, folderName) : null;
  return { folder, chosen, setChosen, path };
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
