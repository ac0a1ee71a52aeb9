// One annotator's set of one article in a folder of its own, without a project around it.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { type Disk, nodeDisk } from "../../../main/storage/files/disk.ts";
import type { SetPlace } from "../../../main/storage/sets/read-set.ts";
import { openSetStore, type SetStore } from "../../../main/storage/sets/set-store.ts";
import { added, type Change } from "../../../shared/model/change.ts";
import { records } from "../../../shared/model/table.ts";
import { inMemory, newId, spanBy, temporaryFolder } from "../core/workplace.ts";

export interface SetUnderTest {
  readonly root: string;
  readonly place: SetPlace;
  readonly snapshot: string;
  readonly journal: string;
  open(options?: {
    readonly disk?: Disk;
    readonly fence?: () => Promise<void>;
    readonly device?: string;
  }): Promise<SetStore>;
}

export const device = "dev";

export function setUnderTest(): SetUnderTest {
  const root = temporaryFolder(inMemory);
  const folder = join(root, "annotations", "art");
  mkdirSync(folder, { recursive: true });
  const place = { folder, project: "pro", article: "art", annotator: "ann", textHash: "0".repeat(64) };
  return {
    root,
    place,
    snapshot: join(folder, "ann.json"),
    journal: join(folder, `ann.${device}.journal`),
    async open(options = {}) {
      const store = await openSetStore({
        disk: options.disk ?? nodeDisk,
        root,
        place,
        device: options.device ?? device,
        now: () => "2026-01-01T00:00:00.000Z",
        fence: options.fence ?? (() => Promise.resolve()),
        onSnapshotFailed: () => undefined,
      });
      onTestFinished(store.close);
      return store;
    },
  };
}

export interface Op {
  readonly opId: string;
  readonly change: Change;
  /** The id of the span that it adds. */
  readonly span: string;
}

export function adding(): Op {
  const span = spanBy("ann");
  return { opId: newId(), change: { spans: added(span) }, span: span.id };
}

export const spansOf = (store: SetStore): string[] =>
  Array.from(records(store.set().spans), ({ id }) => id).sort();

export const spansIn = (ops: readonly Op[]): string[] => ops.map(({ span }) => span).sort();
