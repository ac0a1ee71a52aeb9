// Which ghosts lie in which paragraph, and which paragraphs are others after the ghosts have changed.
import type { Ghost } from "./ghosts.ts";
import { ghostKey } from "./ghosts.ts";
import type { DisplayParagraph } from "./layout.ts";
import { paragraphsOf } from "./positions.ts";

export interface GhostIndex {
  in(paragraph: number): readonly Ghost[];
  /** Shows these and no others. Answers with the paragraphs in which that makes a difference. */
  set(ghosts: readonly Ghost[]): readonly number[];
}

const none: readonly Ghost[] = [];

export function createGhostIndex(paragraphs: readonly DisplayParagraph[]): GhostIndex {
  let keys = new Map<string, Ghost>();
  let places = new Map<number, Ghost[]>();
  const reachedBy = (ghost: Ghost): number[] => {
    const reached = paragraphsOf(paragraphs, ghost);
    return reached
      ? Array.from({ length: reached.last - reached.first + 1 }, (_, at) => reached.first + at)
      : [];
  };
  return {
    in: (paragraph) => places.get(paragraph) ?? none,
    set(ghosts) {
      const before = keys;
      keys = new Map(ghosts.map((ghost) => [ghostKey(ghost), ghost]));
      places = new Map();
      for (const ghost of keys.values())
        for (const at of reachedBy(ghost)) places.set(at, [...(places.get(at) ?? []), ghost]);
      const changed = [
        ...[...keys].filter(([key]) => !before.has(key)),
        ...[...before].filter(([key]) => !keys.has(key)),
      ];
      return [...new Set(changed.flatMap(([, ghost]) => reachedBy(ghost)))];
    },
  };
}
