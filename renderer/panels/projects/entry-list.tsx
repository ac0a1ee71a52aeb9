// The content of a folder, as a list that works by keyboard: letters find a name, Enter opens, Backspace goes up.
import { File, Folder as FolderIcon, SquareLibrary } from "lucide-react";
import { type ReactNode, type RefObject, useEffect, useRef, useState } from "react";
import { ListBox, ListBoxItem } from "react-aria-components";
import { ListLayout, Virtualizer } from "react-aria-components/Virtualizer";
import type { FolderListing } from "../../../shared/api/contract.ts";
import { Keys } from "../../ui/keys.tsx";
import { OutsideText, plainText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";

export type FolderEntry = FolderListing["entries"][number];

interface Props {
  readonly listing: FolderListing | null;
  /** Those of the listing's entries that are shown. */
  readonly entries: readonly FolderEntry[];
  readonly chosen: FolderEntry | null;
  /** Whether what is chosen is this folder itself, or something new in it. */
  readonly choosesPlace: boolean;
  /** Whether the list takes the keyboard as soon as it is there. */
  readonly takesFocus: boolean;
  onChoose(entry: FolderEntry | null): void;
  onTake(entry: FolderEntry): void;
  onGo(path: string): void;
}

export function EntryList({
  listing,
  entries,
  chosen,
  choosesPlace,
  takesFocus,
  onChoose,
  onTake,
  onGo,
}: Props) {
  const { say } = useWords();
  // Another folder is another list: the keyboard goes along once it has been in the list.
  const [follows, setFollows] = useState(takesFocus);
  const goOn = (path: string): void => {
    setFollows(true);
    onGo(path);
  };
  const frame = useRef<HTMLDivElement>(null);
  useBackspace(frame, listing?.parent ?? null, goOn);
  const path = listing?.path;
  const empty = entries.length === 0;
  useEffect(() => {
    // An empty list takes the keyboard once, so that Backspace goes up from it too; left to itself it takes it again and again.
    if (path !== undefined && empty && follows && !isTyping())
      frame.current?.querySelector<HTMLElement>("[role=listbox]")?.focus();
  }, [path, empty, follows]);
  const byKey = (key: unknown): FolderEntry | null => entries.find(({ path }) => path === key) ?? null;
  return (
    <div className="picker-frame" ref={frame}>
      <Virtualizer layout={ListLayout} layoutOptions={{ rowSize: 30 }}>
        <ListBox
          key={listing?.path}
          // An empty list would take the keyboard back at every change until it holds something.
          autoFocus={follows && entries.length > 0 && !isTyping() ? "first" : false}
          aria-label={say("projects.folder")}
          className="picker-list"
          items={entries.map((entry) => ({ ...entry, id: entry.path }))}
          selectionMode="single"
          selectionBehavior="replace"
          selectedKeys={chosen ? [chosen.path] : []}
          renderEmptyState={() => (
            <div className="finder-empty">
              {listing ? (
                <EmptyFolder listing={listing} choosesPlace={choosesPlace} />
              ) : (
                say("projects.looking")
              )}
            </div>
          )}
          onSelectionChange={(keys) => {
            const [key] = keys === "all" ? [] : keys;
            onChoose(byKey(key));
          }}
          onAction={(key) => {
            const entry = byKey(key);
            if (entry?.kind === "folder") goOn(entry.path);
            else if (entry) onTake(entry);
          }}
        >
          {(entry) => <EntryRow entry={entry} />}
        </ListBox>
      </Virtualizer>
    </div>
  );
}

/** What a folder holds of which nothing can be chosen, and the way on. */
function EmptyFolder({
  listing,
  choosesPlace,
}: {
  readonly listing: FolderListing;
  readonly choosesPlace: boolean;
}) {
  const { say } = useWords();
  const { entries, parent } = listing;
  const count = entries.filter(({ kind }) => kind === "file").length;
  const holdsProjects = entries.some(({ kind }) => kind === "project");
  if (choosesPlace && !holdsProjects) return say("projects.no-folders", { count });
  return (
    <>
      <p>{holdsProjects ? say("projects.only-projects") : say("projects.empty", { count })}</p>
      {!choosesPlace && parent !== null && (
        <p>
          <Keys combination="Backspace" /> {say("projects.go-up")}
        </p>
      )}
    </>
  );
}

/** Backspace in the list goes to the folder that this one is in, if it is in one. */
function useBackspace(
  frame: RefObject<HTMLElement | null>,
  parent: string | null,
  onGo: (path: string) => void,
): void {
  const goUp = useRef(onGo);
  useEffect(() => {
    goUp.current = onGo;
  });
  useEffect(() => {
    const element = frame.current;
    if (!element || parent === null) return;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key === "Backspace") goUp.current(parent);
    };
    element.addEventListener("keydown", onKeyDown);
    return () => element.removeEventListener("keydown", onKeyDown);
  }, [frame, parent]);
}

/** The keyboard is never taken from somebody who types. */
const isTyping = (): boolean => document.activeElement instanceof HTMLInputElement;

const pictures: Readonly<Record<FolderEntry["kind"], ReactNode>> = {
  folder: <FolderIcon size={15} aria-hidden />,
  project: <SquareLibrary size={15} aria-hidden />,
  file: <File size={15} aria-hidden />,
};

function EntryRow({ entry }: { readonly entry: FolderEntry }) {
  const { say } = useWords();
  return (
    <ListBoxItem id={entry.path} className={`picker-entry ${entry.kind}`} textValue={plainText(entry.name)}>
      {pictures[entry.kind]}
      <OutsideText cut>{entry.name}</OutsideText>
      {entry.kind === "project" && <span className="entry-kind">{say("projects.project")}</span>}
    </ListBoxItem>
  );
}
