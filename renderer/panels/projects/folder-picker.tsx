// Picks one project or one file.
import { useState } from "react";
import { Button } from "../../ui/button.tsx";
import { useWords } from "../../ui/words.tsx";
import type { Entry } from "./entry-list.tsx";
import { FolderBrowser } from "./folder-browser.tsx";
import { useFolder } from "./use-folder.ts";

interface Props {
  /** `project`: also the folder in view can be taken. */
  readonly purpose: "project" | "file";
  readonly takeLabel: string;
  onTake(path: string): void;
  onCancel(): void;
}

export function FolderPicker({ purpose, takeLabel, onTake, onCancel }: Props) {
  const { say } = useWords();
  const folder = useFolder();
  const [chosen, setChosen] = useState<Entry | null>(null);
  const here = purpose === "project" ? folder.listing?.path : undefined;
  const path = chosen === null ? here : chosen.path;
  const opensFolder = purpose === "file" && chosen !== null && chosen.kind !== "file";
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
        <span className="spring" />
        <Button onPress={onCancel}>{say("ui.cancel")}</Button>
        <Button
          look="primary"
          isDisabled={path === undefined}
          onPress={() => {
            if (path === undefined) return;
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
