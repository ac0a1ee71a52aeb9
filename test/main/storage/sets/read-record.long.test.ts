// The record of a set that somebody worked on for years: more changes than a call can have arguments.
import { expect, test } from "vitest";
import { nodeDisk } from "../../../../main/storage/files/disk.ts";
import { encodeLine, headerOf } from "../../../../main/storage/sets/journal-format.ts";
import { readRecord } from "../../../../main/storage/sets/read-record.ts";
import { schemaVersion } from "../../../../shared/model/project.ts";
import { fileWith, newId, temporaryFolder } from "../../core/workplace.ts";

test("a record of very many changes is read whole", async () => {
  const folder = temporaryFolder();
  const [project, article, annotator, device] = [newId(), newId(), newId(), newId()];
  const owner = { project, article, annotator, device, textHash: "" };
  const [opId, at] = [newId(), "2026-01-01T12:00:00.000Z"];
  const count = 140_000;
  const lines = Array.from({ length: count }, (_, number) =>
    encodeLine({ v: schemaVersion, seq: number + 1, revision: number + 1, opId, at, change: {} }),
  );
  const journal = Buffer.concat([encodeLine(headerOf(owner, 0)), ...lines]);
  fileWith(folder, `${annotator}.${device}.journal`, journal);
  const place = { project, article, annotator, folder, textHash: "" };
  const read = await readRecord(nodeDisk, place);
  expect([read.records.length, read.records.at(-1)?.seq, read.isIncomplete]).toEqual([count, count, false]);
});
