// Deciding in the window: the curated set of the article that is compared, the queue of its conflicts, which of them is shown,
// and what is said of it. What is decided goes into the curated set like any other change.
import type { RefusalCode } from "../../../shared/commands/command.ts";
import type { Decision } from "../../../shared/model/decision.ts";
import type { Table } from "../../../shared/model/table.ts";
import { alikeTo, patternAt } from "../../../shared/review/decide/alike.ts";
import {
  acceptTogether,
  type Choice,
  decideConflict,
  decidePhrase,
  reopenConflict,
} from "../../../shared/review/decide/index.ts";
import { groupIndexOf, type Review } from "../../../shared/review/decide/review.ts";
import { groupKey } from "../../../shared/review/list-differences.ts";
import { blindSeed } from "../../../shared/review/people.ts";
import {
  auditSample,
  type Conflict,
  type Queue,
  queueOf,
  supportedBy,
  supportersOf,
} from "../../../shared/review/queue.ts";
import type { Session } from "../sets/session.ts";
import { createStore, type ReadableStore } from "../store.ts";
import type { Workspace } from "../workspace.ts";
import { comparingOf, shownPeople } from "./comparing.ts";
import { decideEverywhere } from "./decide-everywhere.ts";

export const reaches = ["here", "article", "project"] as const;
export type Reach = (typeof reaches)[number];

export interface DecidingState {
  /** Of the curated set; `null` until it is here. */
  readonly session: Session | null;
  /** What is listed: what differs, or what all have alike. */
  readonly listed: keyof Queue;
  /** The `groupKey` of the conflict that is shown; `null`: the first that is open. */
  readonly current: string | null;
  /** What is said of the next decision. */
  readonly reason: string;
  /** The edges of the span that is shown are being set by hand. */
  readonly editing: boolean;
  /** How far the next decision goes: to this place, to all like it in the article, or in the project. */
  readonly reach: Reach;
  readonly refusal: RefusalCode | null;
}

export interface Deciding {
  readonly state: ReadableStore<DecidingState>;
  /** Looks for the article's sets anew, and opens the curated one. */
  refresh(): Promise<void>;
  list(what: keyof Queue): void;
  show(key: string): void;
  showGroup(number: number): void;
  step(direction: 1 | -1): void;
  setReason(reason: string): void;
  setEditing(editing: boolean): void;
  /** Decides on what is shown, and shows what is open next. */
  decide(choice: Choice): void;
  setReach(reach: Reach): void;
  reopen(): void;
  /** Accepts what so many have alike, but for the share that somebody is to look at. */
  accept(threshold: number, audited: number): void;
}

/** What is decided on, and how far that is. */
export interface Decisions {
  readonly review: Review;
  readonly queue: Queue;
  readonly rows: readonly Conflict[];
  readonly current: Conflict | null;
}

const ofWindows = new WeakMap<Workspace, Deciding>();

/** The deciding of a window: the same one every time. */
export function decidingOf(workspace: Workspace): Deciding {
  const known = ofWindows.get(workspace) ?? createDeciding(workspace);
  ofWindows.set(workspace, known);
  return known;
}

let latest: { review: Review; decisions: Table<Decision>; queue: Queue } | null = null;

/** The same queue until something of it is another. */
function queueIn(review: Review, decisions: Table<Decision>): Queue {
  if (latest?.review !== review || latest.decisions !== decisions)
    latest = { review, decisions, queue: queueOf(review, decisions) };
  return latest.queue;
}

/** `null` until the sets are compared and the curated one is here. */
export function decisionsIn(workspace: Workspace): Decisions | null {
  const { review } = comparingOf(workspace).state.get();
  const { session, listed, current } = decidingOf(workspace).state.get();
  if (!review || session?.article.id !== review.article) return null;
  const queue = queueIn(review, session.annotations().set.decisions);
  const rows = queue[listed];
  const shown = rows.find(({ group }) => keyIn(review, group) === current);
  return {
    review,
    queue,
    rows,
    current: shown ?? rows.find(({ state }) => state === "open") ?? rows[0] ?? null,
  };
}

/** Whose set stands at a place of those that are shown, counted from 0: by number of the annotator. */
export function memberAt(workspace: Workspace, place: number): number | null {
  const comparing = comparingOf(workspace).state.get();
  const { review } = comparing;
  const { project } = workspace.state.get();
  if (!review || !project) return null;
  const shown = shownPeople(comparing, project.project.id).filter(({ id }) => review.annotators.includes(id));
  const person = shown[place];
  return person ? review.annotators.indexOf(person.id) : null;
}

export function keyIn({ comparison }: Review, number: number): string {
  const group = comparison.groups[number];
  return group ? groupKey(group) : "";
}

/** What would be accepted together, and what of it somebody is to look at. */
export function acceptable(
  { review, queue }: Pick<Decisions, "review" | "queue">,
  threshold: number,
  audited: number,
  seed: string,
): { readonly accepted: readonly Conflict[]; readonly audit: readonly Conflict[] } {
  const all = supportedBy(review, queue, threshold);
  const audit = auditSample(review, all, audited, seed);
  const sampled = new Set(audit);
  return { accepted: all.filter((one) => !sampled.has(one)), audit };
}

function createDeciding(workspace: Workspace): Deciding {
  const comparing = comparingOf(workspace);
  const nothing = { current: null, reason: "", editing: false, reach: "here" as const, refusal: null };
  const state = createStore<DecidingState>({ ...nothing, session: null, listed: "conflicts" });
  let stop: (() => void) | null = null;
  let isOwn = false;

  /** What somebody takes back or does again is shown, wherever it was. */
  function follow(session: Session): void {
    stop?.();
    stop = session.subscribe(({ change }) => {
      const touched = change?.decisions;
      const { review } = comparing.state.get();
      if (!touched || !review || isOwn) return;
      const [one] = [...touched.added, ...touched.removed, ...touched.updated.map(({ to }) => to)];
      const number = one && groupOf(review, one);
      if (number === undefined) return;
      const isAgreed = queueIn(review, session.annotations().set.decisions).agreed.some(
        ({ group }) => group === number,
      );
      state.patch({ ...nothing, listed: isAgreed ? "agreed" : "conflicts", current: keyIn(review, number) });
    });
  }

  // Sessions are given up with their project, when another tagset is put to use, and when their article's text becomes another one.
  const ground = () => {
    const { project, session } = workspace.state.get();
    return { tagset: project?.project.tagset, article: session?.article };
  };
  let stoodOn = ground();
  workspace.state.subscribe(() => {
    const before = stoodOn;
    stoodOn = ground();
    const { tagset, article } = stoodOn;
    const isOtherText = article?.id === before.article?.id && article?.textHash !== before.article?.textHash;
    if (tagset === before.tagset && !isOtherText) return;
    const wasOpen = state.get().session !== null;
    state.patch({ ...nothing, session: null });
    if (wasOpen && tagset) void refresh();
  });

  async function refresh(): Promise<void> {
    const article = workspace.state.get().session?.article.id;
    if (state.get().session?.article.id !== article) state.patch({ ...nothing, session: null });
    await comparing.refresh();
    if (article === undefined) return;
    const session = await workspace.openCurated(article);
    if (!session || workspace.state.get().session?.article.id !== article) return;
    if (state.get().session !== session) {
      follow(session);
      state.patch({ session });
    }
  }

  /** `"stays"`: it is worked on still. */
  function run(
    act: (session: Session, of: Decisions & { readonly current: Conflict }) => RefusalCode | "stays" | null,
  ): void {
    const decisions = decisionsIn(workspace);
    const { session } = state.get();
    if (!decisions?.current || !session || session.readOnly) return;
    isOwn = true;
    try {
      const { review, rows, current } = decisions;
      const came = act(session, { ...decisions, current });
      if (came !== null && came !== "stays") state.patch({ refusal: came });
      else {
        state.patch({ ...nothing, current: keyIn(review, current.group) });
        if (came === null) showNext(review, rows, current);
      }
    } finally {
      isOwn = false;
    }
  }

  async function decideInProject(choice: Choice): Promise<void> {
    const decisions = decisionsIn(workspace);
    const { review } = comparing.state.get();
    if (!decisions?.current || !review || state.get().session?.readOnly !== false) return;
    const { rows, current } = decisions;
    const pattern = patternAt(review, current.group);
    if (pattern === null) return;
    const asked = { review, pattern, choice, ...reasonIn() };
    if (!(await decideEverywhere(workspace, asked))) return;
    state.patch({ ...nothing, current: keyIn(review, current.group) });
    showNext(review, rows, current);
  }

  /** The next that is open after this one, round the end; where none is, the one that follows. */
  function showNext(review: Review, rows: readonly Conflict[], from: Conflict): void {
    const now = decisionsIn(workspace);
    const at = rows.findIndex(({ group }) => group === from.group);
    const inTurn = [...rows.slice(at + 1), ...rows.slice(0, at)];
    const isOpen = ({ group }: Conflict): boolean =>
      now?.rows.find((one) => one.group === group)?.state === "open";
    const next = inTurn.find(isOpen) ?? rows[at + 1] ?? from;
    state.patch({ current: keyIn(review, next.group) });
  }

  const reasonIn = (): { reason?: string } => {
    const { reason } = state.get();
    return reason.trim() === "" ? {} : { reason };
  };

  return {
    state,
    refresh,
    list: (listed) => state.patch({ ...nothing, listed }),
    show: (current) => state.patch({ ...nothing, reason: state.get().reason, current }),
    showGroup(number) {
      const { review } = comparing.state.get();
      if (review) state.patch({ ...nothing, current: keyIn(review, number) });
    },
    step(direction) {
      const decisions = decisionsIn(workspace);
      if (!decisions?.current) return;
      const { rows, review, current } = decisions;
      const at = rows.findIndex(({ group }) => group === current.group);
      const next = rows.at((at + direction) % rows.length);
      if (next) state.patch({ ...nothing, current: keyIn(review, next.group) });
    },
    setReason: (reason) => state.patch({ reason }),
    setEditing: (editing) => state.patch({ editing, refusal: null }),
    setReach: (reach) => state.patch({ reach }),
    decide(choice) {
      const { reach } = state.get();
      if (reach === "project") {
        void decideInProject(choice);
        return;
      }
      run((session, { review, queue, current }) => {
        const alike = reach === "article" ? alikeTo(review, queue, current.group) : [];
        const groups = [current, ...alike].map(({ group }) => group);
        const outcome =
          alike.length > 0
            ? session.run(decidePhrase, { review, groups, choice, ...reasonIn() })
            : session.run(decideConflict, { review, group: current.group, choice, ...reasonIn() });
        if ("refusal" in outcome) return outcome.refusal;
        // The form of a card that is made by hand comes after the decision.
        return choice.how === "edit" && choice.span === undefined ? "stays" : null;
      });
    },
    reopen() {
      const decisions = decisionsIn(workspace);
      const { session } = state.get();
      if (!decisions?.current || !session || session.readOnly) return;
      const { review, current } = decisions;
      isOwn = true;
      session.run(reopenConflict, { review, group: current.group });
      isOwn = false;
      state.patch({ ...nothing, current: keyIn(review, current.group) });
    },
    accept: (threshold, audited) => {
      const { project } = workspace.state.get();
      run((session, { review, queue }) => {
        const seed = blindSeed(project?.project.id ?? "", session.article.id);
        const { accepted } = acceptable({ review, queue }, threshold, audited, seed);
        const outcome = session.run(acceptTogether, {
          review,
          accepted: accepted.flatMap(({ group }) => {
            const compared = review.comparison.groups[group];
            return compared ? [{ group, member: supportersOf(compared)[0] ?? 0 }] : [];
          }),
        });
        return "refusal" in outcome ? outcome.refusal : null;
      });
    },
  };
}

function groupOf(review: Review, { about, members }: Decision): number | undefined {
  const index = groupIndexOf(review);
  for (const { annotator, unit } of members) {
    const at = review.annotators.indexOf(annotator);
    const group = unit === null ? undefined : (about === "span" ? index.spans : index.cards)[at]?.get(unit);
    if (group !== undefined) return group;
  }
  return undefined;
}
