// What one tag costs in a set of 20,000 annotations, beside writing the whole file anew.
import { join } from "node:path";
import { nodeDisk } from "../../main/storage/files/disk.ts";
import { writeDurable } from "../../main/storage/files/durable-file.ts";
import { openSetStore } from "../../main/storage/sets/set-store.ts";
import { added } from "../../shared/model/change.ts";
import { watchedDisk } from "../helpers/watched-disk.ts";
import { newId, spanOf } from "../main/core/span-of.ts";
import { sentence } from "./acts/files.ts";
import { counted, type Part, scaled } from "./part.ts";
import { inFolder } from "./place.ts";

const median = (times: readonly number[]): number => [...times].sort((a, b) => a - b)[times.length >> 1] ?? 0;

export const cost: Part = {
  id: "cost",
  title: "One tag in a set of 20,000 annotations",
  run: ({ scale }) =>
    inFolder(async (root) => {
      const folder = join(root, "annotations", "art");
      let bytes = 0;
      const disk = watchedDisk(nodeDisk, ({ bytes: length }) => {
        bytes += length;
        return undefined;
      });
      const place = { folder, project: "pro", article: "art", annotator: "ann", textHash: "0".repeat(64) };
      const store = await openSetStore({
        disk,
        root,
        place,
        device: "dev",
        now: () => new Date().toISOString(),
        fence: () => Promise.resolve(),
        onSnapshotFailed: () => undefined,
      });
      const text = sentence(1);
      const tag = (at: number) => ({ opId: newId(), change: { spans: added(spanOf("ann", text, at)) } });
      const size = scaled(20_000, scale);
      await store.append(Array.from({ length: size }, (_, at) => tag(at)));
      await store.compact();

      const tags = scaled(500, scale);
      const times: number[] = [];
      bytes = 0;
      for (let at = 0; at < tags; at += 1) {
        const began = performance.now();
        await store.append([tag(at)]);
        times.push(performance.now() - began);
      }
      const perTag = bytes / tags;

      const whole = Buffer.from(JSON.stringify(store.toFile(), null, 2));
      const rewrites: number[] = [];
      for (let at = 0; at < 10; at += 1) {
        const began = performance.now();
        await writeDurable(nodeDisk, join(folder, "whole.json"), whole);
        rewrites.push(performance.now() - began);
      }
      await store.close();
      const ratio = whole.length / perTag;
      return {
        figures: [
          ["annotations in the set", counted(size)],
          ["written for a tag, mean", `${counted(perTag)} bytes`],
          ["written for the whole file", `${counted(whole.length)} bytes`],
          ["the file beside a tag", `${counted(ratio)} times`],
          ["until a tag is safe, median", `${median(times).toFixed(2)} ms`],
          [
            "until the whole file is safe, median, without making its text",
            `${median(rewrites).toFixed(1)} ms`,
          ],
        ],
        failures: ratio < size / 4 ? [`a tag writes ${perTag} bytes`] : [],
      };
    }),
};
