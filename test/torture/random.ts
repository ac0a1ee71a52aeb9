// Numbers that look like chance and are the same again for the same seed.

import { type Id, idFromBytes, type NewId } from "../../shared/model/id.ts";

export interface Random {
  /** From 0 to 1, 1 excluded. */
  next(): number;
  /** A whole number from 0 on, below this one. */
  below(limit: number): number;
  chance(probability: number): boolean;
  /** Throws a `RangeError` for an empty list. */
  pick<T>(items: readonly T[]): T;
}

/** Mulberry32: small, and good enough for choosing. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    next,
    below,
    chance: (probability) => next() < probability,
    pick<T>(items: readonly T[]): T {
      if (items.length === 0) throw new RangeError("There is nothing to choose from.");
      return items[below(items.length)] as T;
    },
  };
}

/** Ids that are the same again as well. */
export const idsFrom =
  (random: Random): NewId =>
  (): Id =>
    idFromBytes(Uint8Array.from({ length: 16 }, () => random.below(256)));
