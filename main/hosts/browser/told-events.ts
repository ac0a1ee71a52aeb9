// What a window is told, in order, and kept until it has come in: a connection that breaks loses nothing that was on its way. Both sides
// count, so that nothing is told twice.
import type { Event } from "../../../shared/api/contract.ts";

/** Characters of events that are kept for a window at most. */
const maxKept = 8 * 1024 * 1024;

export interface ToldEvents {
  /** How many there were so far. */
  count(): number;
  add(message: string): void;
  /** The first `count` of them have come in. */
  confirm(count: number): void;
  /** What a window that has heard so many is to be told next: what it missed, or that this is not known any more. */
  since(count: number): readonly string[];
}

const missed: Event = { type: "missed" };

export function createToldEvents(): ToldEvents {
  /** How many there were before the first that is kept. */
  let gone = 0;
  let kept: string[] = [];
  let size = 0;

  const forget = (count: number): void => {
    for (const message of kept.splice(0, count)) size -= message.length;
    gone += count;
  };

  const add = (message: string): void => {
    kept.push(message);
    size += message.length;
    let tooMany = 0;
    for (let rest = size; rest > maxKept; tooMany += 1) rest -= kept[tooMany]?.length ?? rest;
    forget(tooMany);
  };

  return {
    count: () => gone + kept.length,
    add,
    confirm(count) {
      forget(Math.max(0, Math.min(count - gone, kept.length)));
    },
    since(count) {
      if (count < gone || count > gone + kept.length) {
        kept = [];
        size = 0;
        gone = count;
        add(JSON.stringify(missed));
      } else forget(count - gone);
      return [...kept];
    },
  };
}
