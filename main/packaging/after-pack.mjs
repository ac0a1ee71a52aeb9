// The check of an application that electron-builder has put together and not yet signed: sets the fuses and reads them back, takes the
// network away that electron-builder allows, and holds the archive to the files that the application needs. Whatever is wrong ends the build.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { extractFile, listPackage, statFile } from "@electron/asar";
import plist from "plist";
import { brokenImports, neededFiles } from "./app-files.mjs";
import { readFuseFaults } from "./fuses.mjs";

export default async function afterPack(context) {
  const { packager } = context;
  // Electron-builder sets them after this; they are set here too, so that they can be read back before anything is signed.
  await packager.addElectronFuses(context, await packager.generateFuseConfig(packager.config.electronFuses));
  const program = programOf(context);
  refuse(await readFuseFaults(program));
  if (context.electronPlatformName === "darwin") closeNetwork(join(program, "Contents/Info.plist"));
  refuse(archiveFaults(join(packager.getResourcesDir(context.appOutDir), "app.asar")));
}

/** Electron-builder lets every application of macOS load from anywhere, for updates over the network, whatever the configuration says. */
function closeNetwork(path) {
  const info = plist.parse(readFileSync(path, "utf8"));
  writeFileSync(path, plist.build({ ...info, NSAppTransportSecurity: { NSAllowsArbitraryLoads: false } }));
}

/** The program that holds the fuses, as `@electron/fuses` wants it named. */
export function programOf({ appOutDir, electronPlatformName, packager }) {
  const { productFilename } = packager.appInfo;
  if (electronPlatformName === "darwin") return join(appOutDir, `${productFilename}.app`);
  return join(
    appOutDir,
    electronPlatformName === "win32" ? `${productFilename}.exe` : packager.executableName,
  );
}

/** The files of an archive, in its order, with `/` between their parts. */
export const filesInArchive = (archive) =>
  listPackage(archive)
    .filter((name) => !("files" in statFile(archive, name.slice(1))))
    .map((name) => name.slice(1).replaceAll("\\", "/"));

/** Sentences: what the archive lacks, and what it holds that nothing asks for. */
export function archiveFaults(archive) {
  const names = filesInArchive(archive);
  const read = (name) => extractFile(archive, name).toString("utf8");
  const needed = new Set(neededFiles(names, read));
  return [
    ...names
      .filter((name) => !needed.has(name))
      .map((name) => `The archive holds ${name}, and nothing asks for it.`),
    ...[...needed]
      .filter((name) => /\.[cm]?js$/u.test(name))
      .flatMap((name) =>
        brokenImports(name, read(name), names).map(
          (path) => `${name} asks for ${path}, which is not in the archive.`,
        ),
      ),
  ];
}

function refuse(faults) {
  if (faults.length > 0) throw new Error(`Nothing is packed:\n  ${faults.join("\n  ")}`);
}
