// The marks of an article that lost their place, as its tray lists them: this person's own, which wait or were put aside, and what of
// colleagues' sets waits; which of them one looks at, and at which of the places where it may belong.
import type { WaitingSet } from "../../../shared/api/replies.ts";
import type { Id } from "../../../shared/model/id.ts";
import { type Orphan, stretchesOf } from "../../../shared/model/orphan.ts";
import { records, type Table } from "../../../shared/model/table.ts";
import { type Person, peopleOf } from "../../../shared/review/people.ts";
import { type ProposedPlace, proposedPlaces } from "../../../shared/revise/propose-places.ts";
import type { Session } from "../sets/session.ts";
import { createStore, type Store } from "../store.ts";

export interface TrayItem {
  readonly key: string;
  readonly orphan: Orphan;
  /** Whose it is; `null`: this person's own. Others' are only looked at. */
  readonly whose: Person | null;
}

export interface TrayState {
  /** The `key` of the one that is looked at; `first`: the first of this person's own that waits; `null`: none is. */
  readonly chosen: string | null;
  /** Which of its places is shown, counted from 0. */
  readonly place: number;
  /** What is looked for instead of its own words; empty: those. */
  readonly words: string;
  readonly others: readonly TrayItem[];
}

export interface OrphanTray {
  readonly state: Store<TrayState>;
  /** In the order of the list. */
  items(): readonly TrayItem[];
  current(): TrayItem | null;
  /** Where one may belong, the most likely first; `words`: as in the state. */
  places(item: TrayItem, words: string): readonly ProposedPlace[];
}

export const firstWaiting = "first";

const ofSessions = new WeakMap<Session, OrphanTray>();

/** The tray of a session: the same one every time. */
export function orphanTrayOf(session: Session): OrphanTray {
  const known = ofSessions.get(session) ?? createOrphanTray(session);
  ofSessions.set(session, known);
  return known;
}

function createOrphanTray(session: Session): OrphanTray {
  const state = createStore<TrayState>({ chosen: firstWaiting, place: 0, words: "", others: [] });
  let found: {
    readonly orphan: Orphan;
    readonly words: string;
    readonly places: readonly ProposedPlace[];
  } | null = null;
  const items = (): readonly TrayItem[] => trayItems(session.annotations().set.orphans, state.get().others);
  return {
    state,
    items,
    current: () => chosenOf(items(), state.get()),
    places({ orphan }, words) {
      if (found?.orphan !== orphan || found.words !== words)
        found = { orphan, words, places: proposedPlaces(session.text, orphan, words.trim()) };
      return found.places;
    },
  };
}

/** What waits comes first, in the order of the text, then what was put aside, then what others have. */
export function trayItems(orphans: Table<Orphan>, others: readonly TrayItem[]): readonly TrayItem[] {
  const own = [...records(orphans)].sort(inReadingOrder);
  return [
    ...[...own.filter(({ aside }) => !aside), ...own.filter(({ aside }) => aside)].map((orphan) => ({
      key: orphan.id,
      orphan,
      whose: null,
    })),
    ...others,
  ];
}

/** The one that is looked at, if it is still there. */
export function chosenOf(items: readonly TrayItem[], { chosen }: TrayState): TrayItem | null {
  if (chosen !== firstWaiting) return items.find(({ key }) => key === chosen) ?? null;
  return items.find(isWaiting) ?? null;
}

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
    const theirs = person.id === own ? undefined : sets.find(({ annotator }) => annotator.id === person.id);
    return [...(theirs?.orphans ?? [])].sort(inReadingOrder).map((orphan) => ({
      key: `${person.id} ${orphan.id}`,
      orphan,
      whose: person,
    }));
  });
}

/** By where they would stand in the text, then by where they stood in the one of before. */
const inReadingOrder = (a: Orphan, b: Orphan): number => a.near - b.near || startOf(a) - startOf(b);
const startOf = (orphan: Orphan): number => stretchesOf(orphan)[0]?.start ?? 0;
