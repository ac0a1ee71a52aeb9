// The marks of an article that lost their place, as its tray lists them: this person's own, which wait or were put aside, and what of
// colleagues' sets waits; which of them one looks at, and at which of the places where it may belong.

import type { WaitingSet } from "../../../shared/api/replies.ts";
import type { Id } from "../../../shared/model/id.ts";
import { memoize } from "../../../shared/model/memoize.ts";
import { type Orphan, stretchesOf } from "../../../shared/model/orphan.ts";
import { records, type Table } from "../../../shared/model/table.ts";
import { type Person, peopleOf } from "../../../shared/review/people.ts";
import {
  type PossiblePlace,
  possiblePlaces,
  type WordIndex,
  wordIndexOf,
} from "../../../shared/revise/possible-places.ts";
import { createStore, type ReadableStore } from "../../lib/store.ts";
import { createLatest, searchPause } from "../../lib/typing-pauses.ts";
import type { Session } from "../session/session.ts";

export interface TrayItem {
  readonly key: string;
  readonly orphan: Orphan;
  /** Whose it is; `null`: this person's own. Others' are only looked at. */
  readonly whose: Person | null;
}

interface TrayState {
  /** The `key` of the one that is looked at; `first`: the first of this person's own that waits; `null`: none is. */
  readonly chosen: string | null;
  /** Which of its places is shown, counted from 0. */
  readonly place: number;
  /** What stands in the field of the words to look for instead of its own; empty: those. */
  readonly typed: string;
  /** What of that is looked for: what was typed before the last pause. */
  readonly words: string;
  readonly others: readonly TrayItem[];
}

export interface OrphanTray {
  readonly state: ReadableStore<TrayState>;
  /** In the order of the list. */
  items(): readonly TrayItem[];
  current(): TrayItem | null;
  /** Where one may belong by what is looked for, the most likely first. */
  places(item: TrayItem): readonly PossiblePlace[];
  /** Looks at one, at the first of its places. */
  choose(key: TrayState["chosen"]): void;
  /** Shows another of its places. */
  showPlace(place: number): void;
  /** Looks for other words than its own, at once or after a pause in typing. */
  look(words: string, when: "now" | "soon"): void;
  setOthers(others: readonly TrayItem[]): void;
}

export const firstWaiting = "first";

/** What of a session its tray is about. */
type TraySession = Pick<Session, "text" | "annotations">;

/** The tray of a session: the same one every time. */
export const orphanTrayOf = memoize(createOrphanTray);

const unsought = { place: 0, typed: "", words: "" };

function createOrphanTray(session: TraySession): OrphanTray {
  const state = createStore<TrayState>({ chosen: firstWaiting, ...unsought, others: [] });
  const typing = createLatest();
  let index: WordIndex | null = null;
  let cachedPlaces: {
    readonly orphan: Orphan;
    readonly words: string;
    readonly places: readonly PossiblePlace[];
  } | null = null;
  const items = (): readonly TrayItem[] => trayItems(session.annotations().set.orphans, state.get().others);
  return {
    state,
    items,
    current: () => chosenOf(items(), state.get()),
    places({ orphan }) {
      const words = state.get().words.trim();
      index ??= wordIndexOf(session.text.text);
      if (cachedPlaces?.orphan !== orphan || cachedPlaces.words !== words)
        cachedPlaces = { orphan, words, places: possiblePlaces(index, orphan, words) };
      return cachedPlaces.places;
    },
    choose(chosen) {
      typing.stop();
      state.patch({ chosen, ...unsought });
    },
    showPlace: (place) => state.patch({ place }),
    look(typed, when) {
      state.patch({ typed });
      const seek = (): void => {
        if (state.get().words !== typed) state.patch({ words: typed, place: 0 });
      };
      typing.stop();
      if (when === "now") seek();
      else typing.after(searchPause, seek);
    },
    setOthers: (others) => state.patch({ others }),
  };
}

/** What waits comes first, in the order of the text, then what was put aside, then what others have. */
export function trayItems(orphans: Table<Orphan>, others: readonly TrayItem[]): readonly TrayItem[] {
  const ownOrphans = [...records(orphans)].sort(inReadingOrder);
  return [
    ...[...ownOrphans.filter(({ aside }) => !aside), ...ownOrphans.filter(({ aside }) => aside)].map(
      (orphan) => ({
        key: orphan.id,
        orphan,
        whose: null,
      }),
    ),
    ...others,
  ];
}

/** The one that is looked at, if it is still there. */
export function chosenOf(items: readonly TrayItem[], { chosen }: TrayState): TrayItem | null {
  if (chosen !== firstWaiting) return items.find(({ key }) => key === chosen) ?? null;
  return items.find(isWaiting) ?? null;
}

/** How many of this person's own wait. */
export const waitingIn = memoize(
  (orphans: Table<Orphan>): number => [...records(orphans)].filter(({ aside }) => !aside).length,
);

export const isWaiting = ({ orphan, whose }: TrayItem): boolean => whose === null && !orphan.aside;

/** What waits in colleagues' sets and in the curation. `seed`: see `peopleOf`. */
export function othersItems(
  sets: readonly WaitingSet[],
  own: Id | null,
  seed: string | null,
): readonly TrayItem[] {
  const people = peopleOf(
    sets.map(({ annotator }) => annotator),
    seed,
  );
  return people.flatMap((person) => {
    const waitingSet =
      person.id === own ? undefined : sets.find(({ annotator }) => annotator.id === person.id);
    return [...(waitingSet?.orphans ?? [])].sort(inReadingOrder).map((orphan) => ({
      key: `${person.id} ${orphan.id}`,
      orphan,
      whose: person,
    }));
  });
}

/** By where they would stand in the text, then by where they stood in the one of before. */
const inReadingOrder = (a: Orphan, b: Orphan): number => a.near - b.near || startOf(a) - startOf(b);
const startOf = (orphan: Orphan): number => stretchesOf(orphan.was.record)[0]?.start ?? 0;
