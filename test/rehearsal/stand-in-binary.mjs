// Makes a stand-in for the folder that Electron's download holds, for one system: what electron-builder renames, fills and flips is there, and
// nothing of it runs. The fuses lie in it behind Electron's own sentinel, set as Electron ships them.
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** Marks the place of the fuses in Electron's binaries: the string in `@electron/fuses`. */
export const sentinel = "dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX";

/** As Electron ships them, in the order of `FuseV1Options`; `1` is on. */
const shippedFuses = "10110001";

/** The sentinel, the version of the wire, its length, and a letter a fuse. */
const wireOf = (fuses) =>
  Buffer.concat([Buffer.from(sentinel), Buffer.from([1, fuses.length]), Buffer.from(fuses)]);

const write = (path, bytes) => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
};

/** The parts of a binary before and behind the wire are there to be searched through. */
const binaryWith = (fuses) => Buffer.concat([Buffer.alloc(4_096, 7), wireOf(fuses), Buffer.alloc(4_096, 9)]);

const makers = {
  linux(folder, fuses) {
    write(join(folder, "electron"), binaryWith(fuses));
    chmodSync(join(folder, "electron"), 0o755);
    for (const name of ["chrome-sandbox", "chrome_crashpad_handler", "resources.pak", "locales/en-US.pak"])
      write(join(folder, name), `stand-in for ${name}\n`);
  },
  /** A program of Windows is needed, since its resources are rewritten: one that comes with `electron-winstaller`. */
  win(folder, fuses) {
    const require = createRequire(createRequire(import.meta.url).resolve("electron-builder/package.json"));
    const program = join(dirname(require.resolve("electron-winstaller/package.json")), "vendor/7z-x64.exe");
    const bytes = readFileSync(program);
    const wire = wireOf(fuses);
    const room = bytes.indexOf(Buffer.alloc(wire.length + 64, 0), 1_024);
    if (room < 0) throw new Error(`${program} has no room for the fuses of the stand-in.`);
    wire.copy(bytes, room + 32);
    write(join(folder, "electron.exe"), bytes);
    for (const name of ["resources.pak", "locales/en-US.pak"])
      write(join(folder, name), `stand-in for ${name}\n`);
  },
  mac(folder, fuses) {
    const contents = join(folder, "Electron.app/Contents");
    const helpers = ["", " (Renderer)", " (GPU)", " (Plugin)"].map((suffix) => `Electron Helper${suffix}`);
    write(join(contents, "Info.plist"), infoOf("Electron", "com.github.Electron"));
    write(join(contents, "MacOS/Electron"), "stand-in for the program\n");
    write(join(contents, "Resources/electron.icns"), "stand-in for the icon\n");
    write(join(contents, "Frameworks/Electron Framework.framework/Electron Framework"), binaryWith(fuses));
    for (const name of helpers) {
      const helper = join(contents, `Frameworks/${name}.app/Contents`);
      write(join(helper, "Info.plist"), infoOf(name, "com.github.Electron.helper"));
      write(join(helper, `MacOS/${name}`), "stand-in for a helper\n");
    }
  },
};

const infoOf = (name, id) => `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0"><dict>
<key>CFBundleExecutable</key><string>${name}</string>
<key>CFBundleIdentifier</key><string>${id}</string>
<key>CFBundleName</key><string>${name}</string>
<key>CFBundlePackageType</key><string>APPL</string>
<key>CFBundleIconFile</key><string>electron.icns</string>
</dict></plist>
`;

/**
 * Writes the stand-in for `system` (`linux`, `win`, `mac`) into `folder`, which is what `electronDist` then names. `fuses`: a letter for each
 * fuse of its wire, where it is to be another one than that of the Electron that is pinned.
 */
export function makeStandIn(system, folder, fuses = shippedFuses) {
  makers[system](folder, fuses);
  write(join(folder, "LICENSE"), "stand-in for Electron's licence\n");
  write(join(folder, "LICENSES.chromium.html"), "<p>stand-in for Chromium's licences</p>\n");
  if (system !== "mac") mkdirSync(join(folder, "resources"), { recursive: true });
}
