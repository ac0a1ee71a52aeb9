// Ids and times that are the same in every run, for whatever takes a `NewId` or a `Now`.
import type { Id, NewId, Now } from "../../shared/model/id.ts";

const letters = "abcdefghijklmnopqrstuvwxyz";

/** Ids `na`, `nb`, … `nz`, `nba`, …: short enough to read in a failed test, and none that a test would write itself. */
export function idSource(prefix = "n"): NewId {
  let count = 0;
  return (): Id => {
    let id = "";
    for (let rest = count; ; rest = Math.floor(rest / 26)) {
      id = letters.charAt(rest % 26) + id;
      if (rest < 26) break;
    }
    count += 1;
    return prefix + id;
  };
}

/** A clock that goes on by one second at each look. */
export function clock(): Now {
  let seconds = 0;
  return () => {
    seconds += 1;
    return new Date(Date.UTC(2026, 0, 1, 12, 0, seconds)).toISOString();
  };
}
