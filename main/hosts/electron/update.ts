// An update that somebody opens: examined without a network, shown with what is new and who signed it, and handed to the system's installer
// once they say so. Nothing of it runs before that, and nothing is looked for.
import { mkdir, open, readFile, rm, stat, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { dialog, shell } from "electron";
import { visibleText } from "../../../shared/errors/visible-text.ts";
import type { Words } from "../../../shared/words/say.ts";
import { type MinisignKey, minisignKey } from "../../core/release/minisign.ts";
import {
  examineUpdate,
  type Installed,
  mostListBytes,
  mostUpdateBytes,
  signedListIn,
  type Update,
  type UpdateFault,
} from "../../core/release/update-file.ts";
import { isAgreed } from "./dialogs.ts";

export interface UpdatePorts {
  /** The file with the maintainers' public key, where the program was built with one. */
  readonly keyFile: string;
  readonly version: string;
  readonly platform: NodeJS.Platform;
  /** Where the package lies while the system installs it; emptied before. */
  readonly folder: string;
  words(): Words;
}

type Refusal = UpdateFault | "no-key" | "not-read";

/** Characters of the news that a box of the system shows without growing over the screen. */
const mostShown = 1_500;

const systems: Partial<Record<NodeJS.Platform, Installed["system"]>> = {
  linux: "linux",
  win32: "win",
  darwin: "mac",
};

/** Never rejects for what is wrong with the file: that is told. */
export async function offerUpdate(path: string, ports: UpdatePorts): Promise<void> {
  const examined = await examine(path, ports);
  const { say } = ports.words();
  if (typeof examined === "string") {
    await dialog.showMessageBox({
      type: "error",
      message: say("menu.update-refused", { file: visibleText(basename(path)) }),
      detail: say(`menu.update-${examined}`),
      buttons: [say("ui.close")],
    });
    return;
  }
  const { version, changes, signer } = examined;
  const shown = changes.length > mostShown ? `${changes.slice(0, mostShown)} …` : changes;
  const isWanted = await isAgreed({
    type: "question",
    message: say("menu.update-title", { version, before: ports.version }),
    detail: [say("menu.update-signed", { signer: visibleText(signer) }), shown].join("\n\n"),
    buttons: [say("ui.cancel"), say("menu.update-install")],
  });
  if (isWanted) await handOver(examined, ports);
}

async function examine(path: string, { keyFile, version, platform }: UpdatePorts): Promise<Update | Refusal> {
  const key = minisignKey(await readFile(keyFile, "utf8").catch(() => ""));
  const system = systems[platform];
  if (key === null) return "no-key";
  if (system === undefined) return "other-system";
  const bytes = await readSigned(path, key);
  if (typeof bytes === "string") return bytes;
  const examined = examineUpdate(bytes, { key, version, system });
  return examined.ok ? examined.update : examined.why;
}

/** All bytes of the file; of one whose list nobody signed whom we know, only the beginning is read. */
async function readSigned(path: string, key: MinisignKey): Promise<Uint8Array | Refusal> {
  try {
    const status = await stat(path);
    if (!status.isFile() || status.size > mostUpdateBytes) return "not-read";
    const signed = signedListIn(await readStart(path), key);
    return typeof signed === "string" ? signed : await readFile(path);
  } catch {
    return "not-read";
  }
}

async function readStart(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(mostListBytes), 0, mostListBytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** An AppImage is no package of an installer: it is shown where it lies, ready to run, to be put in the place of the old one. */
async function handOver({ file, bytes }: Update, { folder, words }: UpdatePorts): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, basename(file));
  const isProgram = path.endsWith(".AppImage");
  await writeFile(path, bytes, { mode: isProgram ? 0o700 : 0o600 });
  if (isProgram) {
    shell.showItemInFolder(path);
    return;
  }
  const failure = await shell.openPath(path);
  if (failure !== "") dialog.showErrorBox(words().say("menu.update-not-opened"), failure);
}
