// A long day's work squeezed into minutes: changes, switches between articles, closings, openings, exports, copies. Memory and open
// files must be as many at the end as they were once the work had got going.
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { nodeDisk } from "../../main/storage/files/disk.ts";
import { newId, spanOf } from "../main/core/span-of.ts";
import { sentence } from "./acts/files.ts";
import { counted, type Part, scaled } from "./part.ts";
import { homeIn, inFolder, projectIn, workerAt } from "./place.ts";
import { randomFrom } from "./random.ts";

interface Mark {
  readonly heap: number;
  readonly files: number;
}

const descriptors = "/proc/self/fd";

/** After everything that can be let go was let go. */
async function mark(): Promise<Mark> {
  for (let at = 0; at < 3; at += 1) {
    await new Promise((done) => setTimeout(done, 30));
    globalThis.gc?.();
  }
  const files = existsSync(descriptors) ? readdirSync(descriptors).length : 0;
  return { heap: process.memoryUsage().heapUsed / 2 ** 20, files };
}

export const soak: Part = {
  id: "soak",
  title: "A soak: four hours of work",
  run: ({ seed, scale, tell }) =>
    inFolder(async (root) => {
      const random = randomFrom(seed);
      const worker = await workerAt(homeIn(root), nodeDisk, {
        name: "Ana",
        backupPauses: { first: 5, between: 50 },
      });
      const { client } = worker;
      const made = await client.call("project.create", { path: projectIn(root), name: "Bridges" });
      for (let at = 0; at < 20; at += 1)
        await client.call("article.importText", { project: made.handle, name: `a${at}`, text: sentence(at) });
      await client.call("project.close", { project: made.handle });

      const counts = { changes: 0, articles: 0, openings: 0, exports: 0 };
      const marks: Mark[] = [];
      const rounds = 10;
      const openings = scaled(12, scale);
      for (let round = 0; round < rounds; round += 1) {
        for (let opening = 0; opening < openings; opening += 1) {
          const project = await client.call("project.open", { path: projectIn(root), mode: "write" });
          counts.openings += 1;
          const { handle } = project;
          for (let visit = 0; visit < 10; visit += 1) {
            const article = random.pick(project.articles).id;
            const opened = await client.call("article.open", { project: handle, article });
            counts.articles += 1;
            let { revision } = opened;
            const spans = [...opened.set.spans];
            for (let at = 0; at < 12; at += 1) {
              // As much goes as comes: what grows then is a leak.
              const gone = spans.length > 15 ? spans.shift() : undefined;
              const span = spanOf(project.annotator?.id ?? "", opened.text, at);
              if (!gone) spans.push(span);
              const change = {
                spans: { added: gone ? [] : [span], updated: [], removed: gone ? [gone] : [] },
              };
              ({ revision } = await client.call("annotations.apply", {
                project: handle,
                article,
                opId: newId(),
                revision,
                change,
              }));
              counts.changes += 1;
            }
          }
          const all = { articles: null, annotators: null, overwrite: true };
          await client.call("export.write", {
            project: handle,
            format: "json",
            path: join(root, "out.json"),
            ...all,
          });
          counts.exports += 1;
          await client.call("project.close", { project: handle });
        }
        marks.push(await mark());
        tell(`round ${round + 1} of ${rounds}: ${JSON.stringify(marks.at(-1))}`);
      }
      await worker.close();
      const [early, late] = [marks[Math.floor(rounds / 2) - 1], marks.at(-1)];
      if (!early || !late) throw new Error("There are marks.");
      const failures = [
        ...(late.files > early.files ? [`${late.files - early.files} files more are open at the end`] : []),
        ...(late.heap > early.heap * 1.2 + 3
          ? [`${(late.heap - early.heap).toFixed(1)} MB more are held at the end`]
          : []),
      ];
      return {
        figures: [
          ["changes, switches between articles", `${counted(counts.changes)}, ${counted(counts.articles)}`],
          ["openings with closings, exports", `${counted(counts.openings)}, ${counted(counts.exports)}`],
          ["memory held half-way and at the end", `${early.heap.toFixed(1)} MB, ${late.heap.toFixed(1)} MB`],
          ["open files half-way and at the end", `${early.files}, ${late.files}`],
        ],
        failures,
      };
    }),
};
