// An update is a file that a person opens: one package of a release, with the signed list of that release. Whatever of it is read before the
// signature holds is bytes from a stranger.
import { unpackZip } from "../../../shared/files/zip.ts";
import type { MinisignKey } from "./minisign.ts";
import { checkList, Description, parsedJson, readSums, releaseFiles, sumOf } from "./signed-list.ts";

export type UpdateFault =
  /** No update, or not whole. */
  | "unreadable"
  | "not-signed"
  | "other-key"
  /** A file in it is not the signed one. */
  | "changed"
  | "other-system"
  | "older"
  | "same";

export interface Update {
  readonly version: string;
  /** What is new, as Markdown. */
  readonly changes: string;
  /** What the signer wrote beside the signature. */
  readonly signer: string;
  /** The package for the system's installer: a name without a path, and its bytes. */
  readonly file: string;
  readonly bytes: Uint8Array;
}

type ExaminedUpdate =
  | { readonly ok: true; readonly update: Update }
  | { readonly ok: false; readonly why: UpdateFault };

/** What this program is. */
export interface Installed {
  readonly key: MinisignKey;
  readonly version: string;
  readonly system: Description["packages"][number]["system"];
}

/** An installer may have these bytes: several times what Electron's have. */
const limits = { entries: 8, bytes: 2 ** 30 };

const refused = (why: UpdateFault): ExaminedUpdate => ({ ok: false, why });

/** Examines the bytes of an update's file: who signed it, that all of it is what was signed, and that it is newer and for this system. */
export function examineUpdate(zipped: Uint8Array, installed: Installed): ExaminedUpdate {
  const unpacked = unpackZip(zipped, limits);
  if (!unpacked.ok) return refused("unreadable");
  const files = new Map(unpacked.files.map(({ name, bytes }) => [name, bytes]));
  const [list, signature] = [files.get(releaseFiles.sums), files.get(releaseFiles.signature)];
  if (!list || !signature) return refused("unreadable");
  const signed = checkList(list, signature, installed.key);
  if ("fault" in signed) return refused(signed.fault === "key" ? "other-key" : "not-signed");

  const sums = readSums(Buffer.from(list).toString("utf8"));
  if (sums === null) return refused("unreadable");
  const others = [...files].filter(([name]) => name !== releaseFiles.sums && name !== releaseFiles.signature);
  if (others.some(([name, bytes]) => sums.get(name) !== sumOf(bytes))) return refused("changed");
  const described = Description.safeParse(parsedJson(files.get(releaseFiles.description) ?? null));
  if (!described.success) return refused("unreadable");
  const { version, packages, changes } = described.data;
  const [fitting, ...more] = packages.filter(({ file }) => files.has(file));
  const bytes = files.get(fitting?.file ?? "");
  const news = files.get(changes);
  if (!fitting || !bytes || !news || more.length > 0) return refused("unreadable");
  if (fitting.system !== installed.system) return refused("other-system");
  const order = compareVersions(version, installed.version);
  if (order <= 0) return refused(order === 0 ? "same" : "older");
  const text = Buffer.from(news).toString("utf8");
  return { ok: true, update: { version, changes: text, signer: signed.comment, file: fitting.file, bytes } };
}

/** Negative where the first is older; both are three numbers. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split(".").map(Number)) as [number[], number[]];
  const at = left.findIndex((number, index) => number !== right[index]);
  return at < 0 ? 0 : (left[at] ?? 0) - (right[at] ?? 0);
}
