// One article being annotated: its annotations, what is in focus, and the queue that saves. The editor and the panels have
// this person's annotations from here.

import type { Client } from "../../../shared/api/client.ts";
import type { OpenArticle, OpenProject } from "../../../shared/api/contract.ts";
import type {
  Command,
  CommandContext,
  Focus,
  Outcome,
  RefusalCode,
} from "../../../shared/commands/command.ts";
import type { ApiErrorData } from "../../../shared/errors/errors.ts";
import { type Annotations, setFromJson } from "../../../shared/model/annotation-set.ts";
import type { Article } from "../../../shared/model/article.ts";
import { type ArticleText, textOfArticle } from "../../../shared/model/article-text.ts";
import { applyChange, type Change, fittingPart, isEmptyChange } from "../../../shared/model/change.ts";
import type { Whose } from "../../../shared/model/curation.ts";
import type { Entity } from "../../../shared/model/entity.ts";
import { deepFreeze } from "../../../shared/model/freeze.ts";
import type { Id, NewId, Now } from "../../../shared/model/id.ts";
import type { Range } from "../../../shared/model/range.ts";
import {
  cardOrderAfter,
  cardOrderOf,
  spanOrderAfter,
  spanOrderOf,
} from "../../../shared/model/reading-order.ts";
import type { Step, StepNote, StepPart } from "../../../shared/model/step.ts";
import { has, records, type Table, tableOf } from "../../../shared/model/table.ts";
import type { Tagset } from "../../../shared/model/tagset.ts";
import type { ArticleSuggestions } from "../../../shared/suggestions/suggest-cards.ts";
import type { Message } from "../../../shared/words/message.ts";
import type { ArticleEditorHandle, RevealHow } from "../../editor/editor-model.ts";
import type { Ghosts } from "../../editor/ghosts.ts";
import {
  createStore,
  type FollowedRef,
  followedRef,
  type ReadableStore,
  type Store,
  whenDone,
} from "../../lib/store.ts";
import { putCaretIn } from "./cursor.ts";
import type { Keeper, PendingChange } from "./outbox.ts";
import { createProposalFlow, type ProposalFlow } from "./proposal-flow.ts";
import { placeTouched, rebased, touchedBy } from "./rebase.ts";
import { createSaveQueue, type MovedOver, type SaveQueue } from "./save-queue.ts";

/** A step that was walked over and is not seen where one is. */
export interface WalkedStep {
  readonly direction: "undo" | "redo";
  /** The other article that it was about; `null`: the one that is shown, or none. */
  readonly title: string | null;
  /** The command that made it. */
  readonly command: string;
  /** Whether it was about who annotates what. */
  readonly isAssigning?: boolean;
}

/** Something a person must be told, such as that a command was refused. */
export type Notice =
  | { readonly kind: "refusal"; readonly code: RefusalCode }
  | { readonly kind: "cannot-undo" }
  | ({ readonly kind: "walked" } & WalkedStep)
  | { readonly kind: WordlessNotice }
  /** What was done on the text of before came over to the present one; `waiting`: marks of it that lost their words. */
  | { readonly kind: "moved-over"; readonly count: number; readonly waiting: number }
  | { readonly kind: "read-only" }
  /** A new mark was linked with this entity; `sure`: that it is who is meant, from 0 to 1. */
  | { readonly kind: "linked"; readonly words: string; readonly name: string; readonly sure: number }
  /** A new mark was linked with nobody, since several may be meant: the likeliest first, one or more. */
  | { readonly kind: "who-is-open"; readonly words: string; readonly names: readonly string[] }
  /** So many suggestions were rejected at once, with this cue. */
  | { readonly kind: "rejected-alike"; readonly count: number; readonly cue: string }
  /** Letters are shown at so many places of the text. */
  | { readonly kind: "jump-letters"; readonly unit: "clause" | "word"; readonly count: number }
  /** What came of what was done, where that shows nowhere else; `isRefused`: it could not be done; `isOfPage`: it was done on a page. */
  | {
      readonly kind: "result";
      readonly says: Message;
      readonly isRefused?: boolean;
      readonly isOfPage?: boolean;
    };

/** Notices that say the same each time. */
export type WordlessNotice =
  | "nothing-in-focus"
  | "nothing-to-merge"
  | "no-gap"
  | "no-proposal"
  | "no-suggestion-in-focus"
  | "no-suggestions"
  | "looking-for-suggestions"
  | "no-voice"
  | "no-card"
  | "no-first-entity"
  | "linked-already"
  | "caret-elsewhere"
  | "words-selected"
  | "scrolled-back";

export interface SessionState {
  readonly annotations: Annotations;
  readonly focus: Focus;
  /** Ids in reading order. */
  readonly spanOrder: readonly Id[];
  readonly cardOrder: readonly Id[];
  /** The latest thing to say; another object each time, so that the same notice can be shown twice. */
  readonly notice: Notice | null;
}

/** `replaced`: everything may be another; otherwise only what `change` names, or only the focus. */
interface SessionUpdate {
  readonly change: Change | null;
  readonly replaced: boolean;
}

/** The cards that are suggested for an article, and who speaks in it. */
export type SuggestedHere = Pick<ArticleSuggestions, "cards" | "people">;

export interface Session {
  readonly article: Article;
  /** Absent: this person's own set; otherwise the one that they decide in. */
  readonly whose?: Whose;
  readonly text: ArticleText;
  readonly tagset: Tagset;
  readonly opened: OpenArticle;
  readonly readOnly: boolean;
  readonly state: ReadableStore<SessionState>;
  /** The state as the panels around the article show it: told once the work at hand is done. */
  readonly shown: ReadableStore<SessionState>;
  readonly queue: SaveQueue;
  /** What is proposed beside the claim in focus. */
  readonly proposals: ProposalFlow;
  /** Marks that are only proposed; `suggesting.ts` gives those of the suggestions. */
  readonly ghosts: Store<Ghosts>;
  /** All that is suggested for the article, whatever is in it already; empty until it is known. */
  readonly suggested: Store<SuggestedHere>;
  /** The article view while it is mounted. */
  readonly view: FollowedRef<ArticleEditorHandle>;
  /** What is selected in the article; an empty range is the caret. */
  readonly selected: Store<Range>;
  /** What to scroll to when it is. */
  readonly wanted: { current: Range | null };
  /** Where the caret is put when it is. */
  readonly caret: { current: number | null };
  /** The span that was in focus until the caret left it, and nothing was since: what words selected elsewhere can be added to. */
  readonly leftSpan: { current: Id | null };
  annotations(): Annotations;
  focus(): Focus;
  subscribe(listener: (update: SessionUpdate) => void): () => void;
  /**
   * Runs a command, applies its change, tells the history, and hands it to the queue: same tick. While nobody has given a name it is
   * refused, and runs again once somebody has.
   */
  run<Args>(command: Command<Args>, args: Args): Outcome;
  /**
   * Applies what still fits of a change from the history, as a step with this note, and shows where it was. False, with
   * nothing changed, when nothing of it fits. `focus` null: what the change touched.
   */
  takeStep(change: Change, note: StepNote, focus: Focus | null): boolean;
  /** Takes in what another call saved: a part of a step over several articles, up to this revision of the set. */
  takePart(change: Change, revision: number): void;
  /** Scrolls a range into view and puts the caret there, at the latest when the article is shown. */
  reveal(range: Range, how?: RevealHow): void;
  setFocus(focus: Focus): void;
  /** Answers as if this were in focus: nobody is told of it. */
  assuming<T>(focus: Focus, ask: () => T): T;
  /** Takes in the registry as something other than this session changed it: another article, the registry's own view, the disk. */
  takeEntities(entities: Table<Entity>): void;
  say(notice: Notice): void;
  dismissNotice(): void;
}

export interface SessionOptions {
  readonly client: Client;
  readonly project: OpenProject;
  readonly opened: OpenArticle;
  readonly whose?: Whose | undefined;
  readonly entities: Table<Entity>;
  readonly newId: NewId;
  readonly now: Now;
  /** Who writes; `null` while they have given no name. */
  annotator(): Id | null;
  /** Asks for their name, and runs this once it is given. */
  askName(again: () => void): void;
  /** Whether somebody else has taken the project over meanwhile. */
  isLocked(): boolean;
  /** The same, as long as they hold it. */
  isHeld?(): boolean;
  /** The handle of the open project, which is another after a reopening. */
  handle(): Id;
  /** Opens the project again when the core no longer knows it. */
  reopen(): Promise<void>;
  /** See `SaveQueueOptions.ready`. */
  ready(one: PendingChange): Promise<ApiErrorData | null> | null;
  /** Keeps the changes that are not yet acknowledged. */
  readonly keeper: Keeper;
  /** What is written beside a change that the command makes now. */
  note(command: string): StepNote;
  /** Called with each step, before it is saved, and the focus before it. */
  onStep(step: Step, before: Focus): void;
  /** Called when a step turned out another than it was done, or `null` when nothing of it could be kept. */
  onStepReplaced(id: Id, by: Step | null): void;
  /** Called with changes that could not be kept: the person has to be told. */
  onDropped(changes: readonly Change[]): void;
  /** Called when the article’s text has become another one, with what is to be said of what came over to it. */
  onOtherText?(notice: Notice | null): void;
  /** Called whenever the registry became another one, so that the workspace and other articles follow. */
  onEntities(entities: Table<Entity>): void;
  /** Called with the registry as it stands on the disk, without anybody's unsaved changes. */
  onRegistry(entities: Table<Entity>): void;
}

export function createSession(options: SessionOptions): Session {
  const { opened, whose } = options;
  const parts = createParts(options);
  const { text, tagset, state, queue, view, wanted, leftSpan } = parts;
  const annotations = (): Annotations => state.get().annotations;
  const subscribe = (listener: (update: SessionUpdate) => void): (() => void) => {
    parts.listeners.add(listener);
    return () => parts.listeners.delete(listener);
  };
  const ghosts = createStore<Ghosts>({ suggested: [], proposed: [] });
  const suggested = createStore<SuggestedHere>({ cards: [], people: [] });
  const proposals = createProposalFlow({
    text,
    tagset,
    readOnly: opensReadOnly(options),
    annotations,
    focus: () => state.get().focus,
    spanOrder: () => state.get().spanOrder,
    suggested: () => suggested.get().cards,
    show: (proposed) => ghosts.patch({ proposed }),
    subscribe,
  });
  return {
    article: opened.article,
    ...(whose && { whose }),
    text,
    tagset,
    opened,
    get readOnly() {
      return isReadOnly(options);
    },
    state,
    shown: whenDone(state),
    queue,
    proposals,
    ghosts,
    suggested,
    view,
    selected: createStore<Range>({ start: 0, end: 0 }),
    wanted,
    caret: { current: null },
    leftSpan,
    reveal: (range, how) => reveal(parts, range, how),
    annotations,
    focus: () => parts.assumed ?? state.get().focus,
    subscribe,
    run: (command, args) => run(parts, command, args),
    takeStep: (change, note, focus) => takeStep(parts, change, note, focus),
    takePart(change, revision) {
      if (!queue.savedElsewhere(revision)) return;
      show(parts, change, state.get().focus);
      tellListeners(parts, { change, replaced: false });
    },
    setFocus: (focus) => setFocus(parts, focus),
    assuming: (focus, ask) => assuming(parts, focus, ask),
    takeEntities(entities) {
      if (annotations().entities === entities) return;
      state.patch({ annotations: { ...annotations(), entities } });
      tellListeners(parts, { change: null, replaced: true });
    },
    say: (notice) => state.patch({ notice }),
    dismissNotice() {
      if (state.get().notice !== null) state.patch({ notice: null });
    },
  };
}

/** What the steps of a session work on. */
interface SessionParts extends Pick<Session, "text" | "tagset" | "queue" | "view" | "wanted" | "leftSpan"> {
  readonly options: SessionOptions;
  readonly setAddress: Pick<StepPart, "article" | "whose">;
  readonly state: Store<SessionState>;
  readonly listeners: Set<(update: SessionUpdate) => void>;
  /** See `Session.assuming`. */
  assumed: Focus | null;
}

function createParts(options: SessionOptions): SessionParts {
  const { client, project, opened, whose } = options;
  const setAddress = { article: opened.article.id, ...(whose && { whose }) };
  const annotations: Annotations = { set: setFromJson(opened.set), entities: options.entities };
  const parts: SessionParts = {
    options,
    setAddress,
    text: textOfArticle(opened.article, opened.text, project.project.tagset),
    tagset: project.project.tagset,
    state: createStore<SessionState>({
      annotations,
      focus: { span: opened.place?.span ?? null, card: opened.place?.card ?? null },
      spanOrder: spanOrderOf(opened.set.spans),
      cardOrder: cardOrderOf(annotations.set),
      notice: null,
    }),
    queue: createSaveQueue({
      client,
      project: options.handle,
      reopen: options.reopen,
      ...(options.isHeld && { isHeld: options.isHeld }),
      ...setAddress,
      revision: opened.revision,
      textHash: opened.article.textHash,
      movedOver: (moved) => movedOver(parts, moved),
      keeper: options.keeper,
      ready: options.ready,
      rebase: (theirs, unsent, refused) => rebase(parts, theirs, unsent, refused),
      rebased: (theirs) => options.onRegistry(tableOf(theirs.entities)),
    }),
    listeners: new Set(),
    view: followedRef<ArticleEditorHandle>(),
    wanted: { current: null },
    leftSpan: { current: null },
    assumed: null,
  };
  return parts;
}

const opensReadOnly = ({ opened }: SessionOptions): boolean => opened.readOnly !== null;

const isReadOnly = (options: SessionOptions): boolean => opensReadOnly(options) || options.isLocked();

function run<Args>(parts: SessionParts, command: Command<Args>, args: Args): Outcome {
  const { options, text, tagset, state } = parts;
  const { whose, newId, now } = options;
  const { annotations, focus } = state.get();
  const { annotatorId } = annotations.set;
  const context: CommandContext = {
    annotations,
    text,
    tagset,
    // Whoever decides stays a person: the curation is nobody.
    annotator: whose ? (options.annotator() ?? annotatorId) : annotatorId,
    ...(whose && { origin: { by: "curated", parents: [] } }),
    focus,
    newId,
    now,
  };
  const outcome = command.run(context, args);
  if ("refusal" in outcome) state.patch({ notice: { kind: "refusal", code: outcome.refusal } });
  else if (isReadOnly(options)) state.patch({ notice: { kind: "read-only" } });
  else if (!isEmptyChange(outcome.change)) {
    if (!isSigned(parts)) {
      options.askName(() => run(parts, command, args));
      return { refusal: "name-missing" };
    }
    commit(parts, outcome.change, outcome.focus, options.note(command.id));
  }
  return outcome;
}

/** Whether it is known who writes, and this is their set. */
function isSigned({ options, state }: SessionParts): boolean {
  const annotator = options.annotator();
  return (
    annotator !== null &&
    (options.whose !== undefined || state.get().annotations.set.annotatorId === annotator)
  );
}

function takeStep(parts: SessionParts, change: Change, note: StepNote, focus: Focus | null): boolean {
  const { options, state } = parts;
  const fitting = isReadOnly(options) ? null : fittingPart(state.get().annotations, change);
  if (!fitting || isEmptyChange(fitting)) return false;
  const place = placeTouched(state.get().annotations, fitting);
  commit(parts, fitting, focus ?? touchedBy(fitting), note);
  if (place) showPlace(parts, place);
  return true;
}

/** Scrolls to what a step touched. The caret stays with the span in focus, which would be let go of where it goes elsewhere. */
function showPlace(parts: SessionParts, place: Range): void {
  const { state, view } = parts;
  if (view.current && state.get().focus.span !== null) view.current.reveal(place);
  else reveal(parts, place);
}

function commit(parts: SessionParts, change: Change, focus: Focus, step: StepNote): void {
  const { options, state, queue } = parts;
  const previousFocus = state.get().focus;
  const opId = options.newId();
  show(parts, change, focus);
  options.onStep(stepOf(parts, opId, step, change), previousFocus);
  queue.push({ opId, change, step });
  if (change.entities) options.onEntities(state.get().annotations.entities);
  tellListeners(parts, { change, replaced: false });
}

const stepOf = ({ setAddress }: SessionParts, id: Id, note: StepNote, change: Change): Step => ({
  ...note,
  id,
  parts: [{ ...setAddress, change }],
});

/** Shows the change in the same tick. */
function show({ state, leftSpan }: SessionParts, change: Change, focus: Focus): void {
  const previousState = state.get();
  const { set: previousSet } = previousState.annotations;
  const annotations = applyChange(previousState.annotations, deepFreeze(change));
  if (focus.span !== null) leftSpan.current = null;
  state.set({
    ...previousState,
    annotations,
    focus: existing(focus, annotations),
    spanOrder: spanOrderAfter(previousState.spanOrder, previousSet, annotations.set, change),
    cardOrder: cardOrderAfter(previousState.cardOrder, previousSet, annotations.set, change),
    notice: null,
  });
}

/** What of a focus still exists. */
function existing(focus: Focus, { set }: Annotations): Focus {
  return {
    span: focus.span !== null && has(set.spans, focus.span) ? focus.span : null,
    card: focus.card !== null && has(set.attributions, focus.card) ? focus.card : null,
  };
}

function tellListeners({ listeners }: SessionParts, update: SessionUpdate): void {
  for (const listener of [...listeners]) listener(update);
}

function reveal({ view, wanted }: SessionParts, range: Range, how?: RevealHow): void {
  if (!view.current) {
    wanted.current = range;
    return;
  }
  view.current.reveal(range, how);
  putCaretIn({ view }, range);
}

function setFocus(parts: SessionParts, focus: Focus): void {
  const { state, leftSpan } = parts;
  const previousState = state.get();
  const nextFocus = existing(focus, previousState.annotations);
  if (nextFocus.span === previousState.focus.span && nextFocus.card === previousState.focus.card) return;
  leftSpan.current = null;
  state.patch({ focus: nextFocus });
  tellListeners(parts, { change: null, replaced: false });
}

function assuming<T>(parts: SessionParts, focus: Focus, ask: () => T): T {
  parts.assumed = focus;
  try {
    return ask();
  } finally {
    parts.assumed = null;
  }
}

/** What still fits of the unsent changes on what stands on the disk; see `SaveQueueOptions.rebase`. */
function rebase(
  parts: SessionParts,
  theirs: OpenArticle,
  unsent: readonly PendingChange[],
  refused: PendingChange | null,
): readonly PendingChange[] {
  const { options } = parts;
  const ground: Annotations = { set: setFromJson(theirs.set), entities: tableOf(theirs.entities) };
  const { annotations, kept, dropped, replaced } = rebased(ground, unsent, options.newId);
  if (refused) options.onStepReplaced(refused.opId, null);
  for (const { opId, by } of replaced)
    options.onStepReplaced(opId, by?.step ? stepOf(parts, by.opId, by.step, by.change) : null);
  const changes = refused ? [refused.change, ...dropped] : dropped;
  replace(parts, annotations);
  if (changes.length > 0) options.onDropped(changes);
  return kept;
}

function replace(parts: SessionParts, annotations: Annotations): void {
  const { state } = parts;
  const previousState = state.get();
  state.set({
    ...previousState,
    annotations,
    focus: existing(previousState.focus, annotations),
    spanOrder: spanOrderOf(records(annotations.set.spans)),
    cardOrder: cardOrderOf(annotations.set),
  });
  tellListeners(parts, { change: null, replaced: true });
}

/** The history knows what was done as it is on the present text, after what made that. */
function movedOver(parts: SessionParts, { handed, refused, unfitting, carried = [] }: MovedOver): void {
  const { options, state } = parts;
  const lost = [...(refused ? [refused] : []), ...handed.filter(({ opId }) => unfitting.includes(opId))];
  for (const { opId } of [...lost, ...carried]) options.onStepReplaced(opId, null);
  const { focus } = state.get();
  for (const { opId, step, change } of carried)
    if (step) options.onStep(stepOf(parts, opId, step, change), focus);
  const orphanCount = carried.reduce((sum, { change }) => sum + (change.orphans?.added.length ?? 0), 0);
  if (lost.length > 0) options.onDropped(lost.map(({ change }) => change));
  const moved = { kind: "moved-over", count: carried.length, waiting: orphanCount } as const;
  options.onOtherText?.(carried.length > 0 ? moved : null);
}
