// The fuses of the binary: switches in Electron's program that are set when it is packed, and that nobody can set anew without breaking its
// signature. They are read back from the packed binary, since a setting that was passed over would look like one that was made.
import { FuseV1Options, getCurrentFuseWire } from "@electron/fuses";

/** How each has to be, by its name in `@electron/fuses`; the binary can then do nothing but run this application. */
export const wantedFuses = {
  RunAsNode: false,
  EnableCookieEncryption: true,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
  LoadBrowserProcessSpecificV8Snapshot: false,
  GrantFileProtocolExtraPrivileges: false,
};

/** The setting of `electronFuses` for a fuse has its name, beginning small. */
export const settingOf = (name) => `${name.charAt(0).toLowerCase()}${name.slice(1)}`;

/** Sentences, one for each fuse that is not as it has to be; empty where all are. `wire`: what `getCurrentFuseWire` reads, a byte a fuse. */
export function fuseFaults(wire) {
  return Object.entries(wantedFuses).flatMap(([name, isOn]) => {
    const state = String.fromCharCode(wire[FuseV1Options[name]] ?? 0);
    if (state === (isOn ? "1" : "0")) return [];
    return [
      `The fuse ${name} has to be ${isOn ? "on" : "off"}; in the binary it is ${stateNames[state] ?? "not there"}.`,
    ];
  });
}

const stateNames = { 1: "on", 0: "off", r: "one that this Electron no longer has" };

/** The faults of the binary at `path`: a program, or the `.app` of macOS. Rejects where it has no fuses at all. */
export const readFuseFaults = async (path) => fuseFaults(await getCurrentFuseWire(path));
