import { expect, test } from "vitest";
import { latestSaved } from "../../../../renderer/panels/workbench/status-line.tsx";

const saved = (at: string | null) => ({ kind: "saved", at }) as const;

test("the time of saving is that of whatever was saved last, and is said only where all is saved", () => {
  const [early, late] = ["2026-12-02T01:12:00.000Z", "2026-12-02T01:16:00.000Z"];
  expect(latestSaved(saved(early), [saved(late)])).toEqual(saved(late));
  expect(latestSaved(saved(late), [saved(early), saved(null)])).toEqual(saved(late));
  expect(latestSaved(saved(null), [saved(null)])).toEqual(saved(null));
  const saving = { kind: "saving", waiting: 1 } as const;
  expect(latestSaved(saving, [saved(late)])).toBe(saving);
  expect(latestSaved(saved(early), [saving])).toEqual(saved(early));
});
