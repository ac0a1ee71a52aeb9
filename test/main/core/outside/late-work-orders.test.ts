// Two other machines went on on the text of before, each without knowing of the other: whichever comes first, the same is there in the end.
import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { removed, updated } from "../../../../shared/model/change.ts";
import { quotes } from "../revised.ts";
import {
  correct,
  look,
  markAt,
  opened,
  type Seat,
  saveAt,
  setOf,
  syncSets,
  twoMachines,
} from "../two-machines.ts";
import { newId, person } from "../workplace.ts";

async function copyOf(seat: Seat, folder: string, home: string): Promise<Seat> {
  const path = join(folder, newId());
  cpSync(seat.path, path, { recursive: true });
  rmSync(join(path, ".lock"), { force: true });
  return opened(await person(home), path, seat.article, home);
}

test("what several machines did comes over in whatever order it is noticed", async () => {
  const { folder, desk, laptop, speaker, said } = await twoMachines();
  const phone = await copyOf(laptop, folder, join(folder, "phone-home"));
  await markAt(laptop, "in May", "source");
  await saveAt(laptop, { spans: updated(speaker, { ...speaker, type: "source" }) });
  await markAt(phone, "“It is safe,”", "claim");
  await saveAt(phone, { spans: removed(said) });
  await correct(desk);
  const ends: unknown[] = [];
  for (const order of [[laptop, phone], [phone, laptop], "at once"] as const) {
    const here = await copyOf(desk, folder, join(folder, "desk-home"));
    for (const machine of order === "at once" ? [laptop, phone] : order) {
      await syncSets(machine, here);
      if (order !== "at once") await look(here);
    }
    await look(here);
    ends.push(await setOf(here));
    await here.who.core.close();
  }
  expect(ends[1]).toEqual(ends[0]);
  expect(ends[2]).toEqual(ends[0]);
  const [end] = ends as [Awaited<ReturnType<typeof setOf>>];
  expect([quotes(end), end.orphans?.length]).toEqual([["Mayor Ines Duarte", "in May"], 1]);
  expect(end.spans[0]?.type).toBe("source");
});
