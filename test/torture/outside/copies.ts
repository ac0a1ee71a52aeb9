// Copies of files that were changed in two places, under the names that synchronisation programs give them.
import type { Random } from "../random.ts";
import { type Deed, edited, filesOf, type OtherSide, snapshotsOf } from "./deed.ts";

/** Dropbox, Nextcloud, Syncthing, OneDrive, iCloud, Google Drive. */
const names: readonly ((stem: string, ending: string) => string)[] = [
  (stem, ending) => `${stem} (Ana's conflicted copy 2026-11-26)${ending}`,
  (stem, ending) => `${stem} (conflicted copy 2026-11-26 101500)${ending}`,
  (stem, ending) => `${stem}.sync-conflict-20261126-101500-ABCDEFG${ending}`,
  (stem, ending) => `${stem}-LAPTOP-7Q${ending}`,
  (stem, ending) => `${stem} 2${ending}`,
  (stem, ending) => `${stem} (1)${ending}`,
];

/** What one of these programs would call a copy of the file. */
export function copyName(file: string, random: Random): string {
  const at = file.lastIndexOf(".");
  return random.pick(names)(file.slice(0, at), file.slice(at));
}

type Json = Record<string, unknown>;
const listOf = (json: Json, kind: string): Json[] =>
  Array.isArray(json[kind]) ? (json[kind] as Json[]) : [];

/** The file as another machine left it: with something more. */
function withMore({ random, newId }: OtherSide, json: Json): Json {
  const number = random.below(1_000_000);
  if ("entities" in json) {
    const entity = { id: newId(), name: `Copied ${number}`, type: "person", naming: "named", aliases: [] };
    return { ...json, entities: [...listOf(json, "entities"), entity] };
  }
  if ("annotators" in json)
    return {
      ...json,
      annotators: [...listOf(json, "annotators"), { id: newId(), name: `Copied ${number}` }],
    };
  const [first, ...rest] = listOf(json, "spans");
  if (!first) return json;
  const more = { ...first, id: newId(), type: random.pick(["cue", "claim"]), entity: undefined };
  return { ...json, spans: [first, ...rest, more] };
}

const copied: Deed = {
  name: "a copy of a conflict",
  plan(side) {
    const file = side.random.pick(["entities.json", "project.json", ...snapshotsOf(side, () => true)]);
    return () => {
      const text = edited(side, file, (json) => withMore(side, json));
      if (text === null) return;
      const name = copyName(file, side.random);
      side.ledger.writeCopy("a copy of a conflict", { file, name, bytes: Buffer.from(text) });
    };
  },
};

const journal: Deed = {
  name: "a copy of a journal",
  plan(side) {
    const files = filesOf(side).filter(
      (file) => file.startsWith("annotations/") && file.endsWith(".journal"),
    );
    if (files.length === 0) return null;
    const file = side.random.pick(files);
    return () => {
      const bytes = side.disk.bytesAt(`${side.folder}/${file}`);
      const name = copyName(file, side.random);
      if (bytes) side.ledger.writeCopy("a copy of a journal", { file, name, bytes });
    };
  },
};

export const copies: readonly Deed[] = [copied, journal];
