// Questions of a window to its host: which it is, what a person has set on this machine, dialogs, folders.

import { readFile } from "node:fs/promises";
import { arch, homedir, platform, release } from "node:os";
import { basename, dirname, join, parse } from "node:path";
import { z } from "zod";
import type { BundledWork, FolderListing } from "../../../shared/api/contract.ts";
import type { hostMethods } from "../../../shared/api/methods/host.ts";
import { ApiError } from "../../../shared/errors/errors.ts";
import { pageAddress } from "../../../shared/model/article-about.ts";
import { limits } from "../../../shared/schema/limits.ts";
import { message } from "../../../shared/words/message.ts";
import type { Disk } from "../../storage/files/disk.ts";
import { statusIfAny, syncFolder } from "../../storage/files/durable-file.ts";
import {
  errorCode,
  isMissing,
  leadsNowhere,
  readError,
  writeError,
} from "../../storage/files/storage-error.ts";
import type { CoreContext } from "../context.ts";
import type { HandlersFor, HandlersNamed } from "../dispatch.ts";
import { writablePlace } from "../export/write-export.ts";
import { absolutePath } from "../source-file.ts";

export const hostHandlers = (context: CoreContext): HandlersFor<typeof hostMethods> => ({
  ...infoHandlers(context),
  ...reportHandlers(context),
  ...settingsHandlers(context),
  ...dialogHandlers(context),
  ...filesHandlers(context),
});

const infoHandlers = ({ options }: CoreContext): HandlersNamed<"host"> => ({
  "host.info": () => ({
    version: options.version,
    host: options.host,
    nativeDialogs: options.choose !== undefined,
    ...(options.languages && { languages: options.languages }),
    modelsAllowedIn: options.allowModel?.where ?? "command",
  }),
  "host.works": async () => ({ works: await readWorks(options.worksFile) }),
  "host.openings": (_none, client) => ({ openings: options.openings?.(client) ?? [] }),
});

const worksSchema = z.array(
  z.strictObject({ name: z.string(), version: z.string(), licence: z.string(), text: z.string() }),
);

/** The list that the build has written. */
async function readWorks(path: string | undefined): Promise<readonly BundledWork[]> {
  if (path === undefined) throw new ApiError("file-missing", { file: "bundled-works.json" });
  const text = await readFile(path, "utf8").catch((error: unknown) => {
    throw readError(error, path);
  });
  return worksSchema.parse(JSON.parse(text));
}

/** Texts that can still be written: as many as windows show at a time, and more. */
const mostReports = 8;

function reportHandlers({ disk, log, now, options }: CoreContext): HandlersNamed<"report"> {
  const toldTexts: string[] = [];
  return {
    async "report.get"() {
      const text = reportText(options, now(), await log.lastLines(limits.reportLength - headLength));
      toldTexts.splice(0, toldTexts.length - mostReports + 1);
      toldTexts.push(text);
      return { text };
    },
    async "report.write"({ text, path: asked, overwrite }) {
      if (!toldTexts.includes(text))
        throw new ApiError("input-invalid", { path: "text", problem: "is no report that was told" });
      const path = absolutePath(asked);
      const { write } = await writablePlace(disk, path, { root: null, overwrite });
      const bytes = Buffer.from(text, "utf8");
      await write(bytes);
      return { path, bytes: bytes.length };
    },
  };
}

/** Room for what stands before the lines of the log. */
const headLength = 1_000;

function reportText({ host, version }: CoreContext["options"], at: string, lines: readonly string[]): string {
  const { electron, node } = process.versions;
  const runtime = electron === undefined ? `Node ${node}` : `Electron ${electron}, Node ${node}`;
  const head = [
    `Sayso ${version}, ${host}`,
    `${platform()} ${release()}, ${arch()}, ${runtime}`,
    `${at}, ${lines.length} lines of sayso.log`,
  ];
  const text = `${[...head, "", ...lines].join("\n")}\n`;
  // As it stands in the JSON of the log, where backslashes are doubled.
  const own = JSON.stringify(homedir()).slice(1, -1);
  return own.length > 1 ? text.replaceAll(own, "~") : text;
}

function settingsHandlers({ settings, emit }: CoreContext): HandlersNamed<"settings"> {
  return {
    "settings.get": () => settings.get(),
    async "settings.set"(changed) {
      const updatedSettings = await settings.update((data) => ({ ...data, ...changed }));
      if (changed.language !== undefined) emit({ type: "language", language: changed.language });
      if (changed.theme !== undefined) emit({ type: "theme", theme: changed.theme });
      return updatedSettings;
    },
    "settings.forgetProject": ({ path }) =>
      settings.update((data) => ({
        ...data,
        recentProjects: data.recentProjects.filter((recent) => recent.path !== path),
      })),
  };
}

/** The system's own dialogs, where the host has them. */
function dialogHandlers({ options }: CoreContext): HandlersNamed<"dialog"> {
  return {
    async "dialog.choose"({ purpose, suggestedName }) {
      if (!options.choose) throw new ApiError("dialog-unsupported");
      return { path: await options.choose(purpose, suggestedName) };
    },
    async "dialog.chooseSeveral"({ purpose }) {
      if (!options.chooseSeveral) throw new ApiError("dialog-unsupported");
      return { paths: await options.chooseSeveral(purpose) };
    },
    async "dialog.openPage"({ address }) {
      if (!options.openPage) throw new ApiError("dialog-unsupported");
      const page = pageAddress(address);
      if (page === null) throw new ApiError("page-not-opened");
      return { opened: await options.openPage(page) };
    },
  };
}

type Entry = FolderListing["entries"][number];

/**
 * Folders as the browser host's own picker shows them. The desktop application has native dialogs, so there the page is not told what lies
 * on the disk.
 */
function filesHandlers({ disk, options }: CoreContext): HandlersNamed<"files"> {
  const refuseOnDesktop = (path: string): void => {
    if (options.host === "electron")
      throw new ApiError("folder-unreadable", { file: basename(path), why: "host" });
  };
  return {
    async "files.list"({ path: asked }) {
      const path = asked === null ? homedir() : absolutePath(asked);
      refuseOnDesktop(path);
      const { entries, truncated } = await entriesOf(disk, path);
      const parent = dirname(path) === path ? null : dirname(path);
      return { path, parent, places: await placesOf(disk), entries, truncated };
    },
    async "files.makeFolder"({ parent, name }) {
      const path = join(absolutePath(parent), folderName(name));
      refuseOnDesktop(path);
      try {
        await disk.makeFolder(path);
        await syncFolder(disk, parent);
      } catch (error) {
        if (errorCode(error) === "EEXIST")
          throw new ApiError("folder-not-empty", { file: name, why: "exists" });
        if (leadsNowhere(error)) throw new ApiError("folder-missing", { file: basename(parent) });
        throw writeError(error, path);
      }
      return { path };
    },
  };
}

/** Names that some system we run on cannot hold, or takes for something else, are refused on all. */
function folderName(name: string): string {
  const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;
  const unfit = /[\\/:*?"<>|]|\p{Cc}|^\.|[. ]$/u;
  if (reserved.test(name) || unfit.test(name))
    throw new ApiError("input-invalid", { path: "name", problem: "is not a name for a folder" });
  return name;
}

async function entriesOf(disk: Disk, path: string): Promise<{ entries: Entry[]; truncated: boolean }> {
  let listed: Awaited<ReturnType<Disk["list"]>>;
  try {
    listed = await disk.list(path);
  } catch (error) {
    if (leadsNowhere(error)) throw new ApiError("folder-missing", { file: basename(path) });
    const { problem, detail } = readError(error, path);
    throw new ApiError(problem === "file-unreadable" ? "folder-unreadable" : problem, detail);
  }
  const visible = listed.filter(({ name }) => !name.startsWith("."));
  const byName = new Intl.Collator("en", { numeric: true, sensitivity: "base" });
  const isFile = (kind: string): number => (kind === "file" || kind === "other" ? 1 : 0);
  visible.sort((a, b) => isFile(a.kind) - isFile(b.kind) || byName.compare(a.name, b.name));
  const firstEntries = visible.slice(0, limits.folderEntries);
  const entries = await Promise.all(
    firstEntries.map(({ name, kind }) => entryOf(disk, join(path, name), name, kind)),
  );
  const order = { folder: 0, project: 0, file: 1 };
  const sorted = entries
    .flatMap((entry) => entry ?? [])
    .sort((a, b) => order[a.kind] - order[b.kind] || byName.compare(a.name, b.name));
  return { entries: sorted, truncated: visible.length > firstEntries.length };
}

/** `null` for what can be neither opened nor entered: sockets, devices, links that lead nowhere. */
async function entryOf(disk: Disk, path: string, name: string, listedAs: string): Promise<Entry | null> {
  try {
    const kind = listedAs === "link" ? (await disk.status(await disk.realPath(path))).kind : listedAs;
    if (kind === "file") return { name, path, kind };
    if (kind !== "folder") return null;
    const projectFile = await statusIfAny(disk, join(path, "project.json"));
    return { name, path, kind: projectFile?.kind === "file" ? "project" : "folder" };
  } catch (error) {
    return isMissing(error) ? null : { name, path, kind: "folder" };
  }
}

async function placesOf(disk: Disk): Promise<FolderListing["places"]> {
  const home = homedir();
  const root = parse(home).root;
  const candidates = [
    { name: message("projects.place-home"), path: home },
    { name: message("projects.place-documents"), path: join(home, "Documents") },
    { name: message("projects.place-desktop"), path: join(home, "Desktop") },
    ...(process.platform === "win32" ? drives() : [{ name: message("projects.place-computer"), path: root }]),
  ];
  const isThere = await Promise.all(
    candidates.map(({ path }) =>
      disk.status(path).then(
        ({ kind }) => kind === "folder",
        () => false,
      ),
    ),
  );
  return candidates.filter((_, at) => isThere[at]);
}

const drives = (): { name: string; path: string }[] =>
  Array.from("CDEFGHIJKLMNOPQRSTUVWXYZ", (letter) => ({ name: `${letter}:`, path: `${letter}:\\` }));
