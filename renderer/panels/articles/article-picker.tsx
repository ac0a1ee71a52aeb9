// Picks articles where the host has no dialogs of the system: one file at once, or several files and folders from anywhere, gathered
// in a list.
import { X } from "lucide-react";
import { useState } from "react";
import { Button, IconButton } from "../../ui/button.tsx";
import { OutsideText, plainText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import type { Entry } from "../projects/entry-list.tsx";
import { FolderBrowser } from "../projects/folder-browser.tsx";
import { useFolder } from "../projects/use-folder.ts";

interface Props {
  /** `isList`: all that was gathered, which may be a single folder; otherwise one file. */
  onTake(paths: readonly string[], isList: boolean): void;
  onCancel(): void;
}

export function ArticlePicker({ onTake, onCancel }: Props) {
  const { say } = useWords();
  const folder = useFolder();
  const [chosen, setChosen] = useState<Entry | null>(null);
  const [gathered, setGathered] = useState<readonly string[]>([]);
  const gather = (path: string): void =>
    setGathered((before) => (before.includes(path) ? before : [...before, path]));
  const takeFile = (path: string): void => {
    if (gathered.length === 0) onTake([path], false);
    else gather(path);
  };
  const ready = gathered.length > 0 ? gathered : chosen?.kind === "file" ? [chosen.path] : [];
  return (
    <>
      <FolderBrowser
        folder={folder}
        shows={["project", "folder", "file"]}
        chosen={chosen}
        takesFocus
        onChoose={setChosen}
        onTake={(entry) => {
          if (entry.kind === "file") takeFile(entry.path);
          else void folder.go(entry.path);
        }}
        onTypedFile={takeFile}
      />
      {gathered.length > 0 && (
        <ul className="gathered" aria-label={say("articles.gathered")}>
          {gathered.map((path) => (
            <li key={path}>
              <OutsideText cut>{path}</OutsideText>
              <IconButton
                tiny
                label={say("articles.leave-out", { path: plainText(path) })}
                onPress={() => setGathered(gathered.filter((one) => one !== path))}
              >
                <X size={14} aria-hidden />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
      <div className="picker-buttons">
        <Button
          isDisabled={chosen === null || gathered.includes(chosen.path)}
          onPress={() => chosen && gather(chosen.path)}
        >
          {say("articles.gather")}
        </Button>
        <p className="quiet spring" role="status">
          {gathered.length > 0 ? say("articles.gathered-count", { count: gathered.length }) : ""}
        </p>
        <Button onPress={onCancel}>{say("ui.cancel")}</Button>
        {ready.length === 0 && chosen !== null ? (
          <Button look="primary" onPress={() => void folder.go(chosen.path)}>
            {say("projects.look-inside")}
          </Button>
        ) : (
          <Button
            look="primary"
            isDisabled={ready.length === 0}
            onPress={() => onTake(ready, gathered.length > 0)}
          >
            {say("articles.bring-in")}
          </Button>
        )}
      </div>
    </>
  );
}
