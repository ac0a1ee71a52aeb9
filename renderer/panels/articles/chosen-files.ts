// Files that a person chose or dropped, also whole folders of them, as the window has them: names and bytes, no paths.
import type { ChosenFile } from "../../state/window/ui-state.ts";

/** Files of a chooser; of a folder with their folders below it. */
export const chosenIn = (input: HTMLInputElement): ChosenFile[] =>
  Array.from(input.files ?? [], (file) => ({ file, name: file.webkitRelativePath || file.name }));

/** What was dropped. */
export interface DroppedFiles {
  readonly files: readonly ChosenFile[];
  /** Names of files and folders that could not be read. */
  readonly unread: readonly string[];
}

/** Files of a drop, those of its folders too. What is dropped can be asked only at once, so that comes before any waiting. */
export async function filesOf(data: DataTransfer): Promise<DroppedFiles> {
  const entries = Array.from(data.items, (item) => item.webkitGetAsEntry());
  const plain = Array.from(data.files, (file) => ({ file, name: file.name }));
  if (!entries.some((entry) => entry?.isDirectory)) return { files: plain, unread: [] };
  const files: ChosenFile[] = [];
  const unread: string[] = [];
  for (const entry of entries) if (entry) await within(entry, "", files, unread);
  return { files, unread };
}

/** Puts the files of an entry to `files`, and the names of what cannot be read to `unread`. */
async function within(
  entry: FileSystemEntry,
  folder: string,
  files: ChosenFile[],
  unread: string[],
): Promise<void> {
  const name = `${folder}${entry.name}`;
  try {
    if (isFile(entry)) files.push({ file: await fileOf(entry), name });
    else if (isFolder(entry))
      for (const childEntry of await entriesOf(entry)) await within(childEntry, `${name}/`, files, unread);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    unread.push(name);
  }
}

// Chromium names no classes of entries.
const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;

const fileOf = (entry: FileSystemFileEntry): Promise<File> =>
  new Promise((resolve, reject) => entry.file(resolve, reject));

async function entriesOf(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader();
  const entries: FileSystemEntry[] = [];
  for (;;) {
    // A hundred at a time, until there are none.
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) return entries;
    entries.push(...some);
  }
}
