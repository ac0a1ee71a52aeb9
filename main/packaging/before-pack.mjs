// What electron-builder calls before it packs: refuses an Electron that gets no more security fixes, or of which it is not known.
import { readFileSync } from "node:fs";

/**
 * Of a major version the day on which its support ends, ISO 8601: when the third one after it comes, eight weeks each. Looked up at
 * https://releases.electronjs.org/schedule by whoever pins another.
 */
export const supportEnds = { 45: "2027-04-06" };

/** Why a version is not to be released on a day (`2026-11-29`); `null` for one that is supported. */
export function whyUnsupported(version, today) {
  const [major = ""] = version.split(".");
  const ends = supportEnds[major];
  if (ends === undefined)
    return `It is not known until when Electron ${major} is supported: enter it in main/packaging/before-pack.mjs.`;
  if (today < ends) return null;
  return `The support of Electron ${major} has ended on ${ends}: pin a newer one, or put the day right in main/packaging/before-pack.mjs.`;
}

export const pinnedElectron = () =>
  JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")).devDependencies.electron;

export default function beforePack() {
  const why = whyUnsupported(pinnedElectron(), new Date().toISOString().slice(0, 10));
  if (why !== null) throw new Error(why);
}
