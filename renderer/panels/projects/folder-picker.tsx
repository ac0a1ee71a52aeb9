// Picks one project or one file. What is neither can only be looked into.
import { useState } from "react";
import type { FolderListing } from "../../../shared/api/contract.ts";
import { Button } from "../../ui/button.tsx";
import { useWords } from "../../ui/words.tsx";
import type { FolderEntry } from "./entry-list.tsx";
import { FolderBrowser } from "./folder-browser.tsx";
import { useFolder } from "./use-folder.ts";

interface Props {
  /** `project`: also the folder in view can be taken, if it is one. */
  readonly purpose: "project" | "file";
  readonly takeLabel: string;
  onTake(path: string): void;
  onCancel(): void;
}

export function FolderPicker({ purpose, takeLabel, onTake, onCancel }: Props) {
  const { say } = useWords();
  const folder = useFolder();
  const [chosen, setChosen] = useState<FolderEntry | null>(null);
  const projectPath =
    purpose === "project" && folder.listing && !folder.isMoving && isProject(folder.listing)
      ? folder.listing.path
      : null;
  const path = chosen === null ? projectPath : chosen.path;
  const opensFolder = chosen !== null && chosen.kind !== purpose;
  return (
    <>
      <FolderBrowser
        folder={folder}
        shows={purpose === "project" ? ["project", "folder"] : ["project", "folder", "file"]}
        chosen={chosen}
        takesFocus
        onChoose={setChosen}
        onTake={(entry) => {
          if (purpose === "file" && entry.kind === "project") void folder.go(entry.path);
          else onTake(entry.path);
        }}
        {...(purpose === "file" ? { onTypedFile: onTake } : {})}
      />
      <div className="picker-buttons">
        <p className="quiet spring" role="status">
          {purpose === "project" && path === null && folder.listing && !folder.isMoving
            ? say("projects.not-here", { folder: lastPart(folder.listing.path) })
            : ""}
        </p>
        <Button onPress={onCancel}>{say("ui.cancel")}</Button>
        <Button
          look="primary"
          isDisabled={path === null}
          onPress={() => {
            if (path === null) return;
            if (opensFolder) void folder.go(path);
            else onTake(path);
          }}
        >
          {opensFolder ? say("projects.look-inside") : takeLabel}
        </Button>
      </div>
    </>
  );
}

const lastPart = (path: string): string => path.split(/[\\/]/).findLast((part) => part !== "") ?? path;

/** Whether the folder in view is a project; one too full to be listed whole may be. */
const isProject = ({ entries, truncated }: FolderListing): boolean =>
  truncated || entries.some(({ name, kind }) => kind === "file" && name === "project.json");
