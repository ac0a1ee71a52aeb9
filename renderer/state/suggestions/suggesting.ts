// The suggestions for the article on the screen: asked of the core once, and held against the set again whenever that changes, when the
// page has a moment. One a window.

import type { MeasuredTogether, ModelRun } from "../../../shared/api/own-models.ts";
import type { SuggestingHabits } from "../../../shared/api/preferences.ts";
import { ApiError } from "../../../shared/errors/errors.ts";
import type { Id } from "../../../shared/model/id.ts";
import { memoize } from "../../../shared/model/memoize.ts";
import { compareRanges } from "../../../shared/model/range.ts";
import { patternKey, type Rejection } from "../../../shared/model/rejection.ts";
import { records, type Table } from "../../../shared/model/table.ts";
import { type SlotId, type Tagset, typeForSlot } from "../../../shared/model/tagset.ts";
import { agreed, isSameCard } from "../../../shared/suggestions/agreeing.ts";
import { fitToSet, newSuggestions } from "../../../shared/suggestions/new-suggestions.ts";
import { sureOfMention } from "../../../shared/suggestions/person-confidence.ts";
import { type MeantEntity, resolveEntities } from "../../../shared/suggestions/resolve-entities.ts";
import type { ArticleSuggestions } from "../../../shared/suggestions/suggest-cards.ts";
import {
  cardKey,
  cardParts,
  cardPlace,
  type SuggestedCard,
} from "../../../shared/suggestions/suggested-card.ts";
import type { Ghost } from "../../editor/ghosts.ts";
import { createStore, type ReadableStore, type Store } from "../../lib/store.ts";
import { whenIdle } from "../../lib/when-idle.ts";
import type { Workspace } from "../project/workspace.ts";
import { isFolderAway, type WorkspaceState } from "../project/workspace-state.ts";
import { selectionIn, touches } from "../session/cursor.ts";
import type { Session } from "../session/session.ts";

export interface SuggestingState {
  /** `off`: not for this article, or not wanted at all. */
  readonly status: "off" | "looking" | "ready" | "failed";
  readonly proposed: ArticleSuggestions | null;
  /** In the order of the text. */
  readonly offered: readonly Offered[];
  readonly models: AskedModels;
}

/** A card that is offered; `at` is its place in the list of all that are proposed for the article. */
export interface Offered {
  readonly card: SuggestedCard;
  readonly at: number;
  readonly key: string;
  /** Names of models that propose the same; `null`: the rules. */
  readonly also: readonly (string | null)[];
  /** The card whose claim it lies within, where that is no suggestion any more. */
  readonly holder: Id | null;
  /** Whom the voice means. */
  readonly who: MeantEntity | null;
  /** Whom each of the card's sources means, in their order. */
  readonly via: readonly (MeantEntity | null)[];
}

/** How sure a suggestion is, from 0 to 1: of its words, or of who is meant where that is taken from words before, whichever is less. */
export function sureOfOffered({ card, who }: Pick<Offered, "card" | "who">): number {
  const [at] = card.voice;
  const mention = at && who?.suggested.mentions.find(({ range }) => range.start === at.start);
  return mention?.antecedent ? Math.min(card.confidence, sureOfMention(mention)) : card.confidence;
}

/** How far models of the person's own are with the article. */
export type AskedModels =
  | { readonly status: "none" }
  | { readonly status: "asking" | "stopped"; readonly names: readonly string[] }
  | { readonly status: "answered"; readonly runs: readonly ModelRun[] };

export interface Suggesting {
  readonly state: ReadableStore<SuggestingState>;
  /** The key of the one that is looked at. */
  readonly chosen: Store<string | null>;
  /** What this person rejected in all articles, as the core last told, with what stands in the window. */
  readonly rejections: ReadableStore<readonly KeptRejection[]>;
  /** The one that is looked at, if it is still offered. */
  current(): Offered | null;
  /** Holds everything against the set at once, where that was still to come. */
  settle(): void;
  /** Asks the core again. */
  again(): void;
  /** Ends the work of models on the article. */
  stopModels(): void;
  /** Against this person’s cards of an article, or of all (`null`). `null`: it could not be done, or was overtaken. */
  measure(article: Id | null, atLeast: number): Promise<MeasuredTogether | null>;
}

export interface KeptRejection {
  readonly article: Id;
  readonly rejection: Rejection;
}

const nothing: SuggestingState = {
  status: "off",
  proposed: null,
  offered: [],
  models: { status: "none" },
};
/** Milliseconds after which the list follows even while keys come without a pause. */
const longestLag = 500;

const isProjectReachable = (state: WorkspaceState): boolean =>
  state.connection === "up" && !isFolderAway(state);

/** The suggestions of a window: the same ones every time. */
export const suggestingOf = memoize(createSuggesting);

/** What is suggested, and for whom it is. */
interface SuggestingParts extends Pick<Suggesting, "chosen"> {
  readonly workspace: Workspace;
  readonly state: Store<SuggestingState>;
  readonly rejections: KeptRejections;
  session: Session | null;
  habits: SuggestingHabits;
  isReachable: boolean;
  handle: Id | null;
  /** Ends listening to the session. */
  stop: () => void;
  stopWaiting: (() => void) | null;
  /** How often was asked, so that an overtaken answer is known. */
  asks: number;
}

function createSuggesting(workspace: Workspace): Suggesting {
  const { client } = workspace;
  const parts: SuggestingParts = {
    workspace,
    state: createStore<SuggestingState>(nothing),
    chosen: createStore<string | null>(null),
    rejections: createRejections(),
    session: null,
    habits: workspace.state.get().settings.suggesting,
    isReachable: isProjectReachable(workspace.state.get()),
    handle: null,
    stop: () => undefined,
    stopWaiting: null,
    asks: 0,
  };
  const { state, chosen, rejections } = parts;
  workspace.state.subscribe(() => follow(parts));
  chosen.subscribe(() => draw(parts));
  follow(parts);
  return {
    state,
    chosen,
    rejections: rejections.all,
    current() {
      const key = chosen.get();
      return key === null ? null : (state.get().offered.find((one) => one.key === key) ?? null);
    },
    settle() {
      if (parts.stopWaiting !== null) publish(parts);
    },
    again: () => void askForSuggestions(parts),
    stopModels: () => workspace.stop((project) => client.call("suggestions.stop", { project })),
    async measure(article, atLeast) {
      try {
        return await workspace.call((project) =>
          client.call("suggestions.measure", { project, article, atLeast }),
        );
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        return null;
      }
    },
  };
}

type KeptRejections = ReturnType<typeof createRejections>;

/** What this person rejected in all articles. */
function createRejections() {
  const all = createStore<readonly KeptRejection[]>([]);
  /** What the core last told of the whole project. */
  let knownRejections: readonly KeptRejection[] = [];
  /** By article, as they stand in this window. */
  const byArticle = new Map<Id, Table<Rejection>>();

  function publishAll(): void {
    const ownRejections = Array.from(byArticle, ([article, table]) =>
      [...records(table)].map((rejection): KeptRejection => ({ article, rejection })),
    );
    const allRejections = [
      ...knownRejections.filter(({ article }) => !byArticle.has(article)),
      ...ownRejections.flat(),
    ];
    if (allRejections.length > 0 || all.get().length > 0) all.set(allRejections);
  }

  return {
    all,
    takeFrom(session: Session): void {
      const { rejections } = session.annotations().set;
      if (byArticle.get(session.article.id) !== rejections) byArticle.set(session.article.id, rejections);
      else if (all.get().length > 0 || knownRejections.length === 0) return;
      publishAll();
    },
    takeProject(rejections: readonly KeptRejection[]): void {
      knownRejections = rejections;
      publishAll();
    },
    clear(): void {
      knownRejections = [];
      byArticle.clear();
      all.set([]);
    },
  };
}

function follow(parts: SuggestingParts): void {
  const { workspace, habits } = parts;
  const { session, settings, project } = workspace.state.get();
  if ((project?.handle ?? null) !== parts.handle) {
    parts.handle = project?.handle ?? null;
    parts.rejections.clear();
  }
  const wasReachable = parts.isReachable;
  parts.isReachable = isProjectReachable(workspace.state.get());
  parts.habits = settings.suggesting;
  if (session !== parts.session) followSession(parts, session);
  else if (habits.shown !== parts.habits.shown) void askForSuggestions(parts);
  else if (habits !== parts.habits) schedule(parts);
  // What failed since the folder or the host was away succeeds now.
  else if (parts.isReachable && !wasReachable && parts.state.get().status === "failed")
    void askForSuggestions(parts);
}

function followSession(parts: SuggestingParts, session: Session | null): void {
  parts.stop();
  const chosenKey = parts.chosen.get();
  if (parts.session && chosenKey !== null) leftSuggestionOf(parts.session).key = chosenKey;
  parts.chosen.set(null);
  parts.session = session;
  let seen = session?.annotations();
  const leave = session?.subscribe(() => {
    const { span, card } = session.focus();
    if (span !== null || card !== null) parts.chosen.set(null);
    if (session.annotations() !== seen) schedule(parts);
    seen = session.annotations();
  });
  parts.stop = leave ?? (() => undefined);
  void askForSuggestions(parts);
}

function schedule(parts: SuggestingParts): void {
  parts.stopWaiting ??= whenIdle(() => publish(parts), longestLag);
}

async function askForSuggestions(parts: SuggestingParts): Promise<void> {
  const { workspace, state, session } = parts;
  parts.asks += 1;
  const askNumber = parts.asks;
  if (!session || session.readOnly || session.whose || !parts.habits.shown) {
    state.set(nothing);
    session?.ghosts.patch({ suggested: [] });
    session?.suggested.set({ cards: [], people: [] });
    return;
  }
  state.set({ ...nothing, status: "looking" });
  try {
    const [proposed, { articles }] = await workspace.call((project) =>
      Promise.all([
        workspace.client.call("suggestions.find", { project, article: session.article.id }),
        workspace.client.call("suggestions.rejections", { project }),
      ]),
    );
    if (isOvertaken(parts, session, askNumber) || !proposed || !parts.habits.shown) return;
    parts.rejections.takeProject(
      articles.flatMap(({ article, rejections }) => rejections.map((rejection) => ({ article, rejection }))),
    );
    state.set({ ...nothing, status: "ready", proposed });
    session.suggested.set(proposed);
    publish(parts);
    if (proposed.models.length > 0) await askModels(parts, session, askNumber, proposed.models);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (isOvertaken(parts, session, askNumber)) return;
    // The rules' suggestions stay where only a model could not be asked.
    const { models } = state.get();
    if (models.status === "asking") state.patch({ models: { ...models, status: "stopped" } });
    else state.set({ ...nothing, status: "failed" });
  }
}

/** An answer that was overtaken by the next, or by another article, says nothing. */
const isOvertaken = (parts: SuggestingParts, session: Session, askNumber: number): boolean =>
  parts.session !== session || parts.asks !== askNumber;

/** The rules' suggestions stand already; what models propose comes to them when they have it. */
async function askModels(
  parts: SuggestingParts,
  session: Session,
  askNumber: number,
  names: readonly string[],
): Promise<void> {
  const { workspace, state } = parts;
  state.patch({ models: { status: "asking", names } });
  const together = await workspace.call((project) =>
    workspace.client.call("suggestions.together", { project, article: session.article.id }),
  );
  if (isOvertaken(parts, session, askNumber) || !parts.habits.shown) return;
  if (together) {
    state.patch({ proposed: together, models: { status: "answered", runs: together.runs } });
    session.suggested.set(together);
  } else state.patch({ models: { status: "stopped", names } });
  publish(parts);
}

/** Holds what is proposed against the set of the article. */
function publish(parts: SuggestingParts): void {
  const { state, chosen, rejections, session } = parts;
  parts.stopWaiting?.();
  parts.stopWaiting = null;
  const { proposed } = state.get();
  if (!session || !proposed) return;
  rejections.takeFrom(session);
  const offered = offeredIn(session, proposed, parts.habits, rejections.all.get());
  const previousSuggestion = state.get().offered.find(({ key }) => key === chosen.get());
  state.patch({ offered });
  keepChosen(parts, previousSuggestion);
  returnToLeft(parts, session);
  draw(parts);
}

/** In the order of the text. */
function offeredIn(
  session: Session,
  proposed: ArticleSuggestions,
  { atLeast, rulesOff }: SuggestingHabits,
  rejections: readonly KeptRejection[],
): readonly Offered[] {
  const off = new Set(rulesOff);
  const allowedCards = proposed.cards.filter(
    ({ confidence, rule, model }) => confidence >= atLeast && (model !== null || !off.has(rule)),
  );
  const patterns = rejections.flatMap(({ rejection }) => rejection.pattern ?? []);
  const annotations = session.annotations();
  const newCards = newSuggestions(
    allowedCards,
    annotations.set,
    session.tagset,
    new Set(patterns.map(patternKey)),
  );
  const entityOf = resolveEntities(proposed.people, annotations, session.text.text);
  const places = new Map(proposed.cards.map((card, at) => [card, at]));
  const fitted = fitToSet(proposed.cards, new Set(newCards), annotations.set, session.text);
  const offered = agreed(newCards).map(({ card: proposedCard, also }): Offered => {
    const { card, holder } = fitted(proposedCard);
    return {
      card,
      at: places.get(proposedCard) ?? 0,
      key: cardKey(card),
      also,
      holder,
      who: entityOf(card.person, card.voice[0]?.start),
      via: card.via.map(({ person, start }) => entityOf(person, start)),
    };
  });
  return offered.sort((a, b) => compareRanges(cardPlace(a.card), cardPlace(b.card)));
}

/** What is looked at stays so, also when somebody surer comes to propose the same. */
function keepChosen({ state, chosen }: SuggestingParts, before: Offered | undefined): void {
  const { offered } = state.get();
  if (chosen.get() === null || offered.some(({ key }) => key === chosen.get())) return;
  const sameSuggestion =
    before &&
    offered.find(({ card, also }) => also.includes(before.card.model) && isSameCard(card, before.card));
  chosen.set(sameSuggestion?.key ?? null);
}

interface LeftSuggestion {
  key: string | null;
}

/** The suggestion that was looked at in an article when another one came to the screen; `null` for none. */
const leftSuggestionOf = memoize((_session: Session): LeftSuggestion => ({ key: null }));

/** Looks again at the suggestion that was left with its article, unless something else is in focus there, or the caret is elsewhere, by now. */
function returnToLeft({ state, chosen }: SuggestingParts, session: Session): void {
  const leftSuggestion = leftSuggestionOf(session);
  const { key } = leftSuggestion;
  leftSuggestion.key = null;
  const { span, card } = session.focus();
  if (key === null || chosen.get() !== null || span !== null || card !== null) return;
  const suggestion = state.get().offered.find((one) => one.key === key);
  const selection = selectionIn(session);
  const isThere =
    selection && suggestion && cardParts(suggestion.card).some((part) => touches(part, selection));
  if (isThere) chosen.set(key);
}

function draw({ state, chosen, session }: SuggestingParts): void {
  session?.ghosts.patch({ suggested: ghostsOf(state.get().offered, chosen.get(), session.tagset) });
}

/** The type that the marks in a slot of a suggestion would have; of a voice, the one for whom it means. */
export function suggestedType({ who }: Offered, slot: SlotId, tagset: Tagset): string | undefined {
  const speaker = who?.known?.type ?? who?.suggested.type;
  return typeForSlot(tagset, slot, slot === "voice" ? speaker : undefined)?.id;
}

/** In the order of the suggestions. */
function ghostsOf(offered: readonly Offered[], chosen: string | null, tagset: Tagset): readonly Ghost[] {
  return offered.flatMap((one) => {
    const { card, at, key } = one;
    return (["claim", "voice", "cue", "via"] as const).flatMap((slot) => {
      const type = suggestedType(one, slot, tagset);
      if (type === undefined) return [];
      return card[slot].map(
        ({ start, end }): Ghost => ({
          start,
          end,
          type,
          slot,
          suggestion: at,
          ...(key !== chosen && { aside: true }),
        }),
      );
    });
  });
}
