// Another machine, of the same person or of a colleague, works on its own copy of the folder; then its files come, at once or a few
// at a time, and as copies of conflicts where both sides wrote the same file.
import { join } from "node:path";
import { changes } from "../acts/changes.ts";
import { steps } from "../acts/steps.ts";
import { nextPlan, perform } from "../doing.ts";
import { memoryDisk } from "../memory-disk.ts";
import { deskOf, homeIn, projectIn, workerAt } from "../place.ts";
import { type Random, randomFrom } from "../random.ts";
import { observe } from "../truth.ts";
import { copyName } from "./copies.ts";
import type { Deed, OtherSide } from "./deed.ts";
import { recordsOf } from "./records.ts";

/** What is done there: nothing that takes away files as wholes. */
const acts = [...changes, ...steps].filter(
  ({ name }) => !["a decision of the curation", "another tagset"].includes(name),
);

function shuffled<T>(items: readonly T[], random: Random): T[] {
  return items
    .map((item) => ({ item, by: random.next() }))
    .sort((a, b) => a.by - b.by)
    .map(({ item }) => item);
}

/** The project's files but for its lock and what lies aside. */
function filesIn(disk: OtherSide["disk"], folder: string): Map<string, Uint8Array> {
  const found = new Map<string, Uint8Array>();
  for (const path of disk.files()) {
    const file = path.slice(folder.length + 1);
    const bytes = path.startsWith(`${folder}/`) && !file.startsWith(".") ? disk.bytesAt(path) : null;
    if (bytes) found.set(file, bytes);
  }
  return found;
}

const sameBytes = (a: Uint8Array | null | undefined, b: Uint8Array | null | undefined): boolean =>
  a && b ? Buffer.from(a).equals(Buffer.from(b)) : !a && !b;

async function workedOn(side: OtherSide, who: string, before: ReadonlyMap<string, Uint8Array>) {
  const root = join(side.root, "other", side.newId());
  const disk = memoryDisk();
  const folder = projectIn(root);
  for (const [file, bytes] of before) disk.put(`${folder}/${file}`, bytes);
  const worker = await workerAt(homeIn(root), disk, { name: who });
  try {
    const random = randomFrom(side.random.below(2 ** 31));
    const opened = await deskOf(worker, root, random);
    const was = recordsOf(opened.truth);
    // Somebody new is entered with their first change.
    const { annotators = [] } = JSON.parse(Buffer.from(before.get("project.json") ?? []).toString("utf8"));
    for (const { id } of opened.truth.annotators)
      if (annotators.every((one: { id: string }) => one.id !== id)) was.delete(`annotator ${id}`);
    let { truth } = opened;
    for (let done = 0; done < 1 + random.below(4); done += 1) {
      const next = nextPlan(acts, { ...opened.desk, truth }, random);
      if (next) truth = await perform(next.act.name, next.plan, truth, () => undefined);
    }
    const project = await worker.client.call("project.open", { path: folder, mode: "write" });
    return { was, is: recordsOf(await observe(worker.client, project, truth)), disk, folder };
  } finally {
    await worker.close();
  }
}

function machine(who: string): Deed {
  const name = `another machine of ${who}`;
  return {
    name,
    async plan(side) {
      // It begins with the files as they are; what makes no sense there is another matter.
      const before = filesIn(side.disk, side.folder);
      const worked = await workedOn(side, who, before).catch(() => null);
      if (!worked) return null;
      const after = filesIn(worked.disk, worked.folder);
      const other = [...new Set([...before.keys(), ...after.keys()])].filter(
        (file) => !sameBytes(before.get(file), after.get(file)),
      );
      const bring = (files: readonly string[]): void => {
        for (const file of files) {
          const bytes = after.get(file) ?? null;
          const isOurs = !sameBytes(side.disk.bytesAt(`${side.folder}/${file}`), before.get(file));
          if (!isOurs) side.ledger.write(name, file, bytes, true);
          else if (bytes) side.ledger.writeCopy(name, { file, name: copyName(file, side.random), bytes });
        }
      };
      return () => {
        const files = shuffled(other, side.random);
        const first = side.random.chance(0.4) ? side.random.below(files.length) : files.length;
        let isWhole = first === files.length;
        side.ledger.came(name, worked.was, worked.is, () => isWhole);
        bring(files.slice(0, first));
        if (!isWhole)
          side.arrivals.push(() => {
            bring(files.slice(first));
            isWhole = true;
          });
      };
    },
  };
}

const arrival: Deed = {
  name: "the rest of another machine's files",
  plan: ({ arrivals }) => arrivals.shift() ?? null,
};

export const machines: readonly Deed[] = [machine("Ana"), machine("Bea"), arrival];
