// One article being annotated: its annotations, what is in focus, undo and redo, and the queue that saves. The editor and
// the panels all read from here; nothing else holds annotations.

import type { Client } from "../../shared/api/client.ts";
import type { OpenArticle, OpenProject } from "../../shared/api/contract.ts";
import type { Command, CommandContext, Focus, Outcome, RefusalCode } from "../../shared/commands/command.ts";
import { type Annotations, setFromJson } from "../../shared/model/annotation-set.ts";
import type { Article } from "../../shared/model/article.ts";
import { type ArticleText, articleTextOf } from "../../shared/model/article-text.ts";
import {
  applyChange,
  type Change,
  fittingPart,
  invertChange,
  isEmptyChange,
  leftOutPart,
} from "../../shared/model/change.ts";
import type { Entity } from "../../shared/model/entity.ts";
import { deepFreeze } from "../../shared/model/freeze.ts";
import type { GapCounts } from "../../shared/model/gaps.ts";
import type { Id, NewId, Now } from "../../shared/model/id.ts";
import {
  cardOrderAfter,
  cardOrderOf,
  spanOrderAfter,
  spanOrderOf,
} from "../../shared/model/reading-order.ts";
import { has, type Table, tableOf } from "../../shared/model/table.ts";
import type { Tagset } from "../../shared/model/tagset.ts";
import type { ArticleEditorHandle } from "../editor/editor-model.ts";
import { createGapCounts } from "./gap-counts.ts";
import type { Waiting } from "./outbox.ts";
import { createProposalFlow, type ProposalFlow } from "./proposal-flow.ts";
import { createSaveQueue, type SaveQueue } from "./save-queue.ts";
import { createStore, type ReadableStore, whenIdle } from "./store.ts";

/** A step back: the change that takes the action back, and the focus from before it. */
interface Step {
  readonly change: Change;
  readonly focus: Focus;
}

/** Something a person must be told: a command refused, or own changes that could not be kept. */
export type Notice =
  | { readonly kind: "refusal"; readonly code: RefusalCode }
  | { readonly kind: "cannot-undo" }
  | { readonly kind: "nothing-in-focus" }
  | { readonly kind: "dropped"; readonly changes: readonly Change[] }
  | { readonly kind: "read-only" };

export interface SessionState {
  readonly annotations: Annotations;
  readonly focus: Focus;
  /** Ids in reading order. */
  readonly spanOrder: readonly Id[];
  readonly cardOrder: readonly Id[];
  readonly undoSteps: number;
  readonly redoSteps: number;
  /** The latest thing to say; another object each time, so that the same notice can be shown twice. */
  readonly notice: Notice | null;
}

/** `replaced`: everything may be another; otherwise only what `change` names, or only the focus. */
export interface SessionUpdate {
  readonly change: Change | null;
  readonly replaced: boolean;
}

export interface Session {
  readonly article: Article;
  readonly text: ArticleText;
  readonly tagset: Tagset;
  readonly opened: OpenArticle;
  readonly readOnly: boolean;
  readonly state: ReadableStore<SessionState>;
  /** The state as the panels around the article show it: told a moment later, when the article has been painted. */
  readonly shown: ReadableStore<SessionState>;
  readonly queue: SaveQueue;
  /** What is proposed beside the claim in focus. */
  readonly proposals: ProposalFlow;
  /** What is still to be said, counted; `null` until that is done. */
  readonly gaps: ReadableStore<GapCounts | null>;
  /** The article view while it is mounted. */
  readonly view: { current: ArticleEditorHandle | null };
  annotations(): Annotations;
  focus(): Focus;
  subscribe(listener: (update: SessionUpdate) => void): () => void;
  /** Runs a command, applies its change, remembers how to take it back, and hands it to the queue: same tick. */
  run<Args>(command: Command<Args>, args: Args): Outcome;
  undo(): void;
  redo(): void;
  setFocus(focus: Focus): void;
  /** Another article of the project changed the registry. */
  takeEntities(entities: Table<Entity>): void;
  say(notice: Notice): void;
  dismissNotice(): void;
}

export interface SessionOptions {
  readonly client: Client;
  readonly project: OpenProject;
  readonly opened: OpenArticle;
  readonly entities: Table<Entity>;
  readonly newId: NewId;
  readonly now: Now;
  /** The handle of the open project, which is another after a reopening. */
  handle(): Id;
  /** Opens the project again when the core no longer knows it. */
  reopen(): Promise<void>;
  /** Called with the changes that are not yet acknowledged whenever they are others. */
  hold(unsent: readonly Waiting[]): void;
  /** Called whenever the registry became another one, so that the workspace and other articles follow. */
  onEntities(entities: Table<Entity>): void;
  /** Called with the registry as it stands on the disk, without anybody's unsaved changes. */
  onRegistry(entities: Table<Entity>): void;
}

export function createSession(options: SessionOptions): Session {
  const { client, project, opened, newId, now, onEntities } = options;
  const { article } = opened;
  const text = articleTextOf(opened.text);
  const tagset = project.project.tagset;
  const readOnly = opened.readOnly !== null || project.annotator === null;
  const first: Annotations = { set: setFromJson(opened.set), entities: options.entities };
  const state = createStore<SessionState>({
    annotations: first,
    focus: { span: opened.place?.span ?? null, card: opened.place?.card ?? null },
    spanOrder: spanOrderOf(first.set),
    cardOrder: cardOrderOf(first.set),
    undoSteps: 0,
    redoSteps: 0,
    notice: null,
  });
  const listeners = new Set<(update: SessionUpdate) => void>();
  let undoStack: readonly Step[] = [];
  let redoStack: readonly Step[] = [];

  const queue = createSaveQueue({
    client,
    project: options.handle,
    reopen: options.reopen,
    article: article.id,
    revision: opened.revision,
    newId,
    hold: options.hold,
    rebase,
    rebased: (theirs) => options.onRegistry(tableOf(theirs.entities)),
  });

  const tell = (update: SessionUpdate): void => {
    for (const listener of [...listeners]) listener(update);
  };

  /** What of a focus still exists. */
  function existing(focus: Focus, { set }: Annotations): Focus {
    return {
      span: focus.span !== null && has(set.spans, focus.span) ? focus.span : null,
      card: focus.card !== null && has(set.attributions, focus.card) ? focus.card : null,
    };
  }

  function commit(change: Change, focus: Focus): void {
    const before = state.get();
    const annotations = applyChange(before.annotations, deepFreeze(change));
    state.set({
      ...before,
      annotations,
      focus: existing(focus, annotations),
      spanOrder: spanOrderAfter(before.spanOrder, before.annotations.set, annotations.set, change),
      cardOrder: cardOrderAfter(before.cardOrder, before.annotations.set, annotations.set, change),
      undoSteps: undoStack.length,
      redoSteps: redoStack.length,
      notice: null,
    });
    queue.push(change);
    if (change.entities) onEntities(annotations.entities);
    tell({ change, replaced: false });
  }

  function replace(annotations: Annotations, notice: Notice | null): void {
    const before = state.get();
    state.set({
      ...before,
      annotations,
      focus: existing(before.focus, annotations),
      spanOrder: spanOrderOf(annotations.set),
      cardOrder: cardOrderOf(annotations.set),
      notice: notice ?? before.notice,
    });
    tell({ change: null, replaced: true });
  }

  function rebase(theirs: OpenArticle, unsent: readonly Change[], refused: Change | null): readonly Change[] {
    let annotations: Annotations = {
      set: setFromJson(theirs.set),
      entities: tableOf(theirs.entities),
    };
    const kept: Change[] = [];
    const dropped: Change[] = refused ? [refused] : [];
    for (const change of unsent) {
      const fitting = fittingPart(annotations, change);
      const leftOut = fitting ? leftOutPart(annotations, change) : change;
      if (leftOut) dropped.push(leftOut);
      if (fitting && !isEmptyChange(fitting)) {
        annotations = applyChange(annotations, fitting);
        kept.push(fitting);
      }
    }
    replace(annotations, dropped.length > 0 ? { kind: "dropped", changes: dropped } : null);
    return kept;
  }

  const notify = (notice: Notice): void => state.patch({ notice });
  const subscribe = (listener: (update: SessionUpdate) => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };

  /**
   * Takes the last step of one stack back and puts its own inverse on the other. A step that does not fit any more, since
   * somebody else changed the same, is given up, so that those before it can be reached.
   */
  function step(from: "undo" | "redo"): void {
    const last = (from === "undo" ? undoStack : redoStack).at(-1);
    if (!last) return;
    if (from === "undo") undoStack = undoStack.slice(0, -1);
    else redoStack = redoStack.slice(0, -1);
    const before = state.get();
    const change = fittingPart(before.annotations, last.change);
    if (!change || isEmptyChange(change)) {
      state.patch({ undoSteps: undoStack.length, redoSteps: redoStack.length });
      notify({ kind: "cannot-undo" });
      return;
    }
    const back: Step = { change: invertChange(change), focus: before.focus };
    if (from === "undo") redoStack = [...redoStack, back];
    else undoStack = [...undoStack, back];
    commit(change, last.focus);
  }

  return {
    article,
    text,
    tagset,
    opened,
    readOnly,
    state,
    shown: whenIdle(state),
    queue,
    proposals: createProposalFlow({
      text,
      tagset,
      readOnly,
      annotations: () => state.get().annotations,
      focus: () => state.get().focus,
      spanOrder: () => state.get().spanOrder,
      subscribe,
    }),
    gaps: createGapCounts({ tagset, set: () => state.get().annotations.set, subscribe }),
    view: { current: null },
    annotations: () => state.get().annotations,
    focus: () => state.get().focus,
    subscribe,
    run(command, args) {
      const before = state.get();
      const context: CommandContext = {
        annotations: before.annotations,
        text,
        tagset,
        annotator: opened.set.annotatorId,
        focus: before.focus,
        newId,
        now,
      };
      const outcome = command.run(context, args);
      if ("refusal" in outcome) notify({ kind: "refusal", code: outcome.refusal });
      else if (readOnly) notify({ kind: "read-only" });
      else if (!isEmptyChange(outcome.change)) {
        undoStack = [...undoStack, { change: invertChange(outcome.change), focus: before.focus }];
        redoStack = [];
        commit(outcome.change, outcome.focus);
      }
      return outcome;
    },
    undo: () => step("undo"),
    redo: () => step("redo"),
    setFocus(focus) {
      const before = state.get();
      const next = existing(focus, before.annotations);
      if (next.span === before.focus.span && next.card === before.focus.card) return;
      state.patch({ focus: next });
      tell({ change: null, replaced: false });
    },
    takeEntities(entities) {
      const before = state.get();
      if (before.annotations.entities === entities) return;
      state.patch({ annotations: { ...before.annotations, entities } });
    },
    say: notify,
    dismissNotice: () => state.patch({ notice: null }),
  };
}
