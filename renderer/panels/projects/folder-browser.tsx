// Our own picker of files and folders, for hosts without native dialogs: the way here, places to begin, a list that works
// by keyboard, a field for a typed path, and new folders.
import { ChevronRight, FolderPlus } from "lucide-react";
import { useState } from "react";
import type { FolderListing } from "../../../shared/api/contract.ts";
import { explain } from "../../../shared/errors/explain.ts";
import { Button } from "../../ui/button.tsx";
import { OutsideText } from "../../ui/outside-text.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { EntryList, type FolderEntry } from "./entry-list.tsx";
import { crumbsOf } from "./paths.ts";
import { type Folder, useFolder } from "./use-folder.ts";

interface Props {
  readonly folder: Folder;
  readonly shows: readonly FolderEntry["kind"][];
  /** What is marked in the list. */
  readonly chosen: FolderEntry | null;
  /** Whether folders can be made here. */
  readonly makesFolders?: boolean;
  /** Whether the list takes the keyboard at once. */
  readonly takesFocus?: boolean;
  onChoose(entry: FolderEntry | null): void;
  /** Enter or a double click on what is no plain folder. */
  onTake(entry: FolderEntry): void;
  /** A typed path that is no folder. */
  onTypedFile?(path: string): void;
}

export function FolderBrowser(props: Props) {
  const { folder, shows, chosen, makesFolders = false, takesFocus = false, onChoose, onTake } = props;
  const { listing, problem } = folder;
  const { say, tell } = useWords();
  const { typed } = folder;
  const entries = listing?.entries.filter(({ kind }) => shows.includes(kind)) ?? [];
  const go = (path: string): void => {
    onChoose(null);
    void folder.go(path);
  };
  const goToTyped = (): void => {
    if (typed !== null) void folder.settle(props.onTypedFile);
  };
  return (
    <div className="picker">
      {listing && <Crumbs path={listing.path} onGo={go} />}
      <div className="picker-panes">
        <nav className="picker-places" aria-label={say("projects.places")}>
          {listing?.places.map((place) => (
            <PlaceButton key={place.path} name={tell(place.name)} onPress={() => go(place.path)} />
          ))}
        </nav>
        <EntryList
          listing={listing}
          entries={entries}
          chosen={chosen}
          choosesPlace={makesFolders}
          takesFocus={takesFocus}
          onChoose={(entry) => {
            if (entry) folder.type(null);
            onChoose(entry);
          }}
          onTake={onTake}
          onGo={go}
        />
      </div>
      {listing?.truncated && <p className="small quiet">{say("projects.truncated")}</p>}
      <div className="path-line">
        <TextField
          label={say("projects.path")}
          value={typed ?? listing?.path ?? ""}
          onChange={(path) => {
            onChoose(null);
            folder.type(path);
          }}
          onEnter={goToTyped}
        />
        <Button isDisabled={typed === null || typed.trim() === ""} onPress={goToTyped}>
          {say("projects.go")}
        </Button>
        {makesFolders && <NewFolder folder={folder} />}
      </div>
      {problem && <FolderProblem problem={problem} />}
    </div>
  );
}

function FolderProblem({ problem }: { readonly problem: NonNullable<Folder["problem"]> }) {
  const { tell } = useWords();
  const words = explain(problem);
  return (
    <div className="note danger" role="alert">
      <p className="note-title">
        <OutsideText>{tell(words.what)}</OutsideText>
      </p>
      <p>
        <OutsideText>{tell(words.advice)}</OutsideText>
      </p>
    </div>
  );
}

function PlaceButton({ name, onPress }: { readonly name: string; onPress(): void }) {
  return (
    <Button look="quiet-button" onPress={onPress}>
      <OutsideText cut>{name}</OutsideText>
    </Button>
  );
}

function NewFolder({ folder }: { readonly folder: Folder }) {
  const { say } = useWords();
  const [name, setName] = useState<string | null>(null);
  const make = async (): Promise<void> => {
    if (name !== null && name.trim() !== "" && (await folder.make(name.trim()))) setName(null);
  };
  if (name === null)
    return (
      <Button isDisabled={!folder.listing} onPress={() => setName("")}>
        <FolderPlus size={14} aria-hidden /> {say("projects.new-folder")}
      </Button>
    );
  return (
    <TextField
      autoFocus
      label={say("projects.new-folder-name")}
      value={name}
      onChange={setName}
      onBlur={() => {
        if (name.trim() === "") setName(null);
      }}
      onKeyDown={(event) => {
        if (event.key === "Enter") void make();
        else if (event.key === "Escape") setName(null);
        else event.continuePropagation();
      }}
    />
  );
}

/** More folders than these: the first ones are left out. */
const most = 5;

/** The folders on the way to the one in view, each a way back. */
function Crumbs({ path, onGo }: { readonly path: string; onGo(path: string): void }) {
  const { say } = useWords();
  const crumbs = crumbsOf(path);
  const shownCrumbs = crumbs.slice(-most);
  return (
    <nav aria-label={say("projects.way-here")}>
      <ol className="crumbs">
        {crumbs.length > shownCrumbs.length && <li className="crumb">…</li>}
        {shownCrumbs.map((crumb, at) => (
          <li key={crumb.path} className="crumb">
            {(at > 0 || crumbs.length > shownCrumbs.length) && <ChevronRight size={12} aria-hidden />}
            <Button look="quiet-button" onPress={() => onGo(crumb.path)}>
              <OutsideText cut>{crumb.name}</OutsideText>
            </Button>
          </li>
        ))}
      </ol>
    </nav>
  );
}

// Picks one project or one file. What is neither can only be looked into.

interface FolderPickerProps {
  /** `project`: also the folder in view can be taken, if it is one. */
  readonly purpose: "project" | "file";
  readonly takeLabel: string;
  onTake(path: string): void;
  onCancel(): void;
}

export function FolderPicker({ purpose, takeLabel, onTake, onCancel }: FolderPickerProps) {
  const { say } = useWords();
  const folder = useFolder(purpose === "project" ? "project" : "read");
  const [chosen, setChosen] = useState<FolderEntry | null>(null);
  const projectPath =
    purpose === "project" && folder.listing && !folder.isMoving && isProject(folder.listing)
      ? folder.listing.path
      : null;
  const path = chosen === null ? projectPath : chosen.path;
  const opensFolder = chosen !== null && chosen.kind !== purpose;
  async function take(): Promise<void> {
    if (folder.typed !== null) {
      const typedPlace = await folder.settle(purpose === "file" ? onTake : undefined);
      if (typedPlace && purpose === "project" && isProject(typedPlace)) onTake(typedPlace.path);
    } else if (path !== null && opensFolder) await folder.go(path);
    else if (path !== null) onTake(path);
  }
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
          isDisabled={path === null && (folder.typed === null || folder.isMoving)}
          onPress={() => void take()}
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
