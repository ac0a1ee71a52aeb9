// What is suggested for the article on the screen: asked of the core once, and held against the set again whenever that changes,
// when the page has a moment. One a window.
import type { MeasuredTogether, ModelRun } from "../../../shared/api/own-models.ts";
import { ApiError } from "../../../shared/errors/errors.ts";
import type { Id } from "../../../shared/model/id.ts";
import { compareRanges } from "../../../shared/model/range.ts";
import { patternKey, type Rejection } from "../../../shared/model/rejection.ts";
import { records, type Table } from "../../../shared/model/table.ts";
import { type SlotId, spanTypeOf, type Tagset } from "../../../shared/model/tagset.ts";
import { agreed, isSameCard } from "../../../shared/suggestions/agreeing.ts";
import { fitToSet } from "../../../shared/suggestions/fit-to-set.ts";
import { newSuggestions } from "../../../shared/suggestions/of-set.ts";
import type { Proposed } from "../../../shared/suggestions/propose-cards.ts";
import { cardKey, cardPlace } from "../../../shared/suggestions/proposed-card.ts";
import { resolveEntities } from "../../../shared/suggestions/resolve-entities.ts";
import type { Ghost } from "../../editor/ghosts.ts";
import { createStore, type ReadableStore, type Store } from "../../lib/store.ts";
import { whenIdle } from "../../lib/when-idle.ts";
import type { Workspace } from "../project/workspace.ts";
import { isFolderAway, type WorkspaceState } from "../project/workspace-state.ts";
import type { Session } from "../session/session.ts";
import type { Offered } from "./offered.ts";

export interface SuggestingState {
  /** `off`: not for this article, or not wanted at all. */
  readonly status: "off" | "looking" | "ready" | "failed";
  readonly proposed: Proposed | null;
  /** In the order of the text. */
  readonly offered: readonly Offered[];
  readonly models: AskedModels;
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

const ofWorkspaces = new WeakMap<Workspace, Suggesting>();

/** The suggestions of a window: the same ones every time. */
export function suggestingOf(workspace: Workspace): Suggesting {
  const suggesting = ofWorkspaces.get(workspace) ?? createSuggesting(workspace);
  ofWorkspaces.set(workspace, suggesting);
  return suggesting;
}

function createSuggesting(workspace: Workspace): Suggesting {
  const state = createStore<SuggestingState>(nothing);
  const chosenKey = createStore<string | null>(null);
  const rejections = createStore<readonly KeptRejection[]>([]);
  let session: Session | null = null;
  let habits = workspace.state.get().settings.suggesting;
  let isReachable = isProjectReachable(workspace.state.get());
  let handle: Id | null = null;
  let stop = (): void => undefined;
  let stopWaiting: (() => void) | null = null;
  /** How often was asked, so that an overtaken answer is known. */
  let asks = 0;
  /** What the core last told of the whole project. */
  let knownRejections: readonly KeptRejection[] = [];
  /** By article, as they stand in this window. */
  const rejectionsByArticle = new Map<Id, Table<Rejection>>();

  function takeRejections(): void {
    const sessionRejections = session?.annotations().set.rejections;
    if (session && sessionRejections && rejectionsByArticle.get(session.article.id) !== sessionRejections)
      rejectionsByArticle.set(session.article.id, sessionRejections);
    else if (rejections.get().length > 0 || knownRejections.length === 0) return;
    publishRejections();
  }

  function publishRejections(): void {
    const ownRejections = Array.from(rejectionsByArticle, ([article, table]) =>
      [...records(table)].map((rejection): KeptRejection => ({ article, rejection })),
    );
    const allRejections = [
      ...knownRejections.filter(({ article }) => !rejectionsByArticle.has(article)),
      ...ownRejections.flat(),
    ];
    if (allRejections.length > 0 || rejections.get().length > 0) rejections.set(allRejections);
  }

  function publish(): void {
    stopWaiting?.();
    stopWaiting = null;
    const { proposed } = state.get();
    if (!session || !proposed) return;
    takeRejections();
    const off = new Set(habits.rulesOff);
    const allowedCards = proposed.cards.filter(
      ({ confidence, rule, model }) => confidence >= habits.atLeast && (model !== null || !off.has(rule)),
    );
    const patterns = rejections.get().flatMap(({ rejection }) => rejection.pattern ?? []);
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
    offered.sort((a, b) => compareRanges(cardPlace(a.card), cardPlace(b.card)));
    const previousSuggestion = state.get().offered.find(({ key }) => key === chosenKey.get());
    state.patch({ offered });
    keepChosen(previousSuggestion);
    draw();
  }

  /** What is looked at stays so, also when somebody surer comes to propose the same. */
  function keepChosen(before: Offered | undefined): void {
    const { offered } = state.get();
    if (chosenKey.get() === null || offered.some(({ key }) => key === chosenKey.get())) return;
    const sameSuggestion =
      before &&
      offered.find(({ card, also }) => also.includes(before.card.model) && isSameCard(card, before.card));
    chosenKey.set(sameSuggestion?.key ?? null);
  }

  function draw(): void {
    if (!session) return;
    session.suggested.set(ghostsOf(state.get().offered, chosenKey.get(), session.tagset));
  }

  const schedule = (): void => {
    stopWaiting ??= whenIdle(publish, longestLag);
  };

  async function askForSuggestions(): Promise<void> {
    const askedSession = session;
    asks += 1;
    const askNumber = asks;
    if (!askedSession || askedSession.readOnly || askedSession.whose || !habits.shown) {
      state.set(nothing);
      askedSession?.suggested.set([]);
      askedSession?.suggestedCards.set([]);
      return;
    }
    state.set({ ...nothing, status: "looking" });
    try {
      const [proposed, { articles }] = await workspace.call((project) =>
        Promise.all([
          workspace.client.call("suggestions.find", { project, article: askedSession.article.id }),
          workspace.client.call("suggestions.rejections", { project }),
        ]),
      );
      // One that was overtaken by the next, or by another article, says nothing.
      if (session !== askedSession || askNumber !== asks || !proposed || !habits.shown) return;
      knownRejections = articles.flatMap(({ article, rejections: list }) =>
        list.map((rejection) => ({ article, rejection })),
      );
      publishRejections();
      state.set({ ...nothing, status: "ready", proposed });
      askedSession.suggestedCards.set(proposed.cards);
      publish();
      if (proposed.models.length > 0) await askModels(askedSession, askNumber, proposed.models);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      if (session !== askedSession || askNumber !== asks) return;
      // The rules' suggestions stay where only a model could not be asked.
      const { models } = state.get();
      if (models.status === "asking") state.patch({ models: { ...models, status: "stopped" } });
      else state.set({ ...nothing, status: "failed" });
    }
  }

  /** The rules' suggestions stand already; what models propose comes to them when they have it. */
  async function askModels(asked: Session, own: number, names: readonly string[]): Promise<void> {
    state.patch({ models: { status: "asking", names } });
    const together = await workspace.call((project) =>
      workspace.client.call("suggestions.together", { project, article: asked.article.id }),
    );
    if (session !== asked || own !== asks || !habits.shown) return;
    if (together) {
      state.patch({ proposed: together, models: { status: "answered", runs: together.runs } });
      asked.suggestedCards.set(together.cards);
    } else state.patch({ models: { status: "stopped", names } });
    publish();
  }

  function follow(): void {
    const { session: shown, settings, project } = workspace.state.get();
    if ((project?.handle ?? null) !== handle) {
      handle = project?.handle ?? null;
      knownRejections = [];
      rejectionsByArticle.clear();
      rejections.set([]);
    }
    const wasReachable = isReachable;
    isReachable = isProjectReachable(workspace.state.get());
    const changed = settings.suggesting !== habits;
    const wasShown = habits.shown;
    habits = settings.suggesting;
    if (shown !== session) {
      stop();
      chosenKey.set(null);
      session = shown;
      let seen = shown?.annotations();
      const leave = shown?.subscribe(() => {
        const { span, card } = shown.focus();
        if (span !== null || card !== null) chosenKey.set(null);
        if (shown.annotations() !== seen) schedule();
        seen = shown.annotations();
      });
      stop = leave ?? (() => undefined);
      void askForSuggestions();
    } else if (changed && wasShown !== habits.shown) void askForSuggestions();
    else if (changed) schedule();
    // What failed since the folder or the host was away succeeds now.
    else if (isReachable && !wasReachable && state.get().status === "failed") void askForSuggestions();
  }

  workspace.state.subscribe(follow);
  chosenKey.subscribe(draw);
  follow();

  return {
    state,
    chosen: chosenKey,
    rejections,
    current() {
      const key = chosenKey.get();
      return key === null ? null : (state.get().offered.find((one) => one.key === key) ?? null);
    },
    settle() {
      if (stopWaiting !== null) publish();
    },
    again: () => void askForSuggestions(),
    stopModels: () => workspace.stop((project) => workspace.client.call("suggestions.stop", { project })),
    async measure(article, atLeast) {
      try {
        return await workspace.call((project) =>
          workspace.client.call("suggestions.measure", { project, article, atLeast }),
        );
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        return null;
      }
    },
  };
}

/** In the order of the suggestions. */
function ghostsOf(offered: readonly Offered[], chosen: string | null, tagset: Tagset): readonly Ghost[] {
  return offered.flatMap(({ card, at, key, who }) => {
    const isAside = key !== chosen;
    const kind = who?.known?.type ?? who?.suggested.type;
    const isThing = kind === "document" || kind === "outlet" || kind === "platform";
    const typeOf = (slot: SlotId): string | undefined => {
      const accepts = tagset.slots.find(({ id }) => id === slot)?.accepts ?? [];
      const ofThings = accepts.find((id) => spanTypeOf(tagset, id)?.newEntityType !== undefined);
      return (slot === "voice" && isThing ? ofThings : undefined) ?? accepts[0];
    };
    const parts = [
      ...card.claim.map((range) => ({ range, slot: "claim" as const })),
      ...card.voice.map((range) => ({ range, slot: "voice" as const })),
      ...card.cue.map((range) => ({ range, slot: "cue" as const })),
      ...card.via.map((range) => ({ range, slot: "via" as const })),
    ];
    return parts.flatMap(({ range, slot }): Ghost[] => {
      const type = typeOf(slot);
      return type === undefined
        ? []
        : [
            {
              start: range.start,
              end: range.end,
              type,
              slot,
              suggestion: at,
              ...(isAside && { aside: isAside }),
            },
          ];
    });
  });
}
