// Files that a person chose or dropped, also whole folders of them, as the window has them: names and bytes, no paths.
import type { ChosenFile } from "../../state/ui-state.ts";

/** Files of a chooser; of a folder with their folders below it. */
export const chosenIn = (input: HTMLInputElement): ChosenFile[] =>
  Array.from(input.files ?? [], (file) => ({ file, name: file.webkitRelativePath || file.name }));

/** Files of a drop, those of its folders too. What is dropped can be asked only at once, so that comes before any waiting. */
export function filesOf(data: DataTransfer): Promise<readonly ChosenFile[]> {
  const entries = Array.from(data.items, (item) => item.webkitGetAsEntry());
  const plain = Array.from(data.files, (file) => ({ file, name: file.name }));
  if (!entries.some((entry) => entry?.isDirectory)) return Promise.resolve(plain);
  return Promise.all(entries.map((entry) => (entry ? within(entry, "") : []))).then((all) => all.flat());
}

async function within(entry: FileSystemEntry, folder: string): Promise<ChosenFile[]> {
  const name = `${folder}${entry.name}`;
  if (entry instanceof FileSystemFileEntry) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    return [{ file, name }];
  }
  if (!(entry instanceof FileSystemDirectoryEntry)) return [];
  const reader = entry.createReader();
  const found: ChosenFile[] = [];
  for (;;) {
    // A hundred at a time, until there are none.
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) return found;
    for (const one of some) found.push(...(await within(one, `${name}/`)));
  }
}
