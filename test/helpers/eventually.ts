import { vi } from "vitest";

/** Tries until nothing is thrown, as long as a busy machine may need. */
export const eventually = <T>(look: () => T | Promise<T>): Promise<T> => vi.waitFor(look, 60_000);
