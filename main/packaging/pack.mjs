// Packs the built application for one system with electron-builder, by electron-builder.yml.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Arch, build, Platform } from "electron-builder";
import { licenceTexts, materials } from "./bill-of-materials.mjs";

const root = join(import.meta.dirname, "../..");

/** The systems by their names on the command line, each with electron-builder's name for it and the one in Electron's downloads. */
export const systems = {
  linux: { platform: Platform.LINUX, download: "linux" },
  win: { platform: Platform.WINDOWS, download: "win32" },
  mac: { platform: Platform.MAC, download: "darwin" },
};

/**
 * Writes the packages for `system` (`linux`, `win`, `mac`) into the folder `output`, around the Electron at `electronDist` (a folder or its
 * download as it came). `targets`: the forms, those of the configuration where none is named, `dir` for the folder alone. `settings` go over
 * the configuration in `file`. Resolves with the paths of what was made; rejects with what a hook or electron-builder found.
 */
export async function pack({
  system,
  electronDist,
  output,
  targets = [],
  file = "electron-builder.yml",
  settings = {},
}) {
  // Electron-builder looks for hooks and profiles from where it is started.
  if (process.cwd() !== root) process.chdir(root);
  writeFileSync(join(root, "out/bundled/third-party-licences.txt"), licenceTexts(await materials()));
  const { platform } = systems[system];
  return build({
    projectDir: root,
    targets: platform.createTarget(targets.length > 0 ? targets : null, Arch.x64),
    publish: "never",
    config: { extends: file, electronDist, directories: { output }, ...settings },
  });
}

/** Where the application lies once it is put together, without an installer: the folder, and in it the program and the archive. */
export function unpacked(system, output) {
  const folder = join(output, system === "mac" ? "mac" : `${system}-unpacked`);
  const inside = {
    linux: ["sayso", "resources/app.asar"],
    win: ["Sayso.exe", "resources/app.asar"],
    mac: ["Sayso.app", "Sayso.app/Contents/Resources/app.asar"],
  };
  const [program, archive] = inside[system];
  return { folder, program: join(folder, program), archive: join(folder, archive) };
}
