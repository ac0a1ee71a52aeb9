// What is in the outbox of a window is exactly what its sessions have not saved, however many of them there are of one set.
import fc from "fast-check";
import { expect, test } from "vitest";
import { createKeepers, type PendingChange } from "../../../../renderer/state/session/outbox.ts";

const set = { project: "p", annotator: "ana", article: "a", textHash: "t" };

test("what one session keeps, no other session of the same set takes out", () => {
  const holds = fc.array(fc.record({ by: fc.nat(2), names: fc.uniqueArray(fc.nat(4), { maxLength: 4 }) }));
  fc.assert(
    fc.property(holds, (steps) => {
      const stored = new Set<string>();
      const keepers = createKeepers((_, added, removed) => {
        for (const { opId } of added) stored.add(opId);
        for (const opId of removed) stored.delete(opId);
      });
      const sessions = [0, 1, 2].map(() => keepers.keeper(set));
      const waiting = new Map<number, readonly PendingChange[]>();
      for (const { by, names } of steps) {
        const unsent = names.map((name) => ({ opId: `${by} ${name}`, change: {} }));
        waiting.set(by, unsent);
        sessions[by]?.hold(unsent);
        const all = [...waiting.values()].flat().map(({ opId }) => opId);
        expect([...stored].sort()).toEqual(all.sort());
        expect(all.every(keepers.isHeld)).toBe(true);
      }
    }),
  );
});

test("a change that became another under its id is stored anew, and one that is the same is not", () => {
  const written: unknown[] = [];
  const { keeper } = createKeepers((_, added, removed) => written.push([added.length, removed.length]));
  const one = keeper(set);
  const waiting = [{ opId: "1", change: {} }];
  one.hold(waiting);
  one.hold(waiting);
  one.hold([{ opId: "1", change: {} }]);
  expect(written).toEqual([
    [1, 0],
    [0, 0],
    [1, 0],
  ]);
});

test("what is left is stored still, and nobody sees to it, whatever comes of it in the session", () => {
  const { keeper, isHeld } = createKeepers(() => undefined);
  const [left, other] = [keeper(set), keeper(set)];
  left.hold([{ opId: "1", change: {} }]);
  other.hold([{ opId: "2", change: {} }]);
  left.leave();
  expect(["1", "2"].map(isHeld)).toEqual([false, true]);
  left.hold([{ opId: "1", change: {} }]);
  expect(["1", "2"].map(isHeld)).toEqual([false, true]);
});
