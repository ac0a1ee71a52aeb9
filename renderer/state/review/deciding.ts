// Decisions of the window: the curated set of the article that is compared, the queue of its questions, which of them is shown, and what is
// said of it. What is decided goes into the curated set like any other change.

import type { RefusalCode } from "../../../shared/commands/command.ts";
import { setProgress } from "../../../shared/commands/index.ts";
import type { AnnotationSet, Annotations } from "../../../shared/model/annotation-set.ts";
import { articleStateOf } from "../../../shared/model/article-state.ts";
import type { Decision } from "../../../shared/model/decision.ts";
import { memoize } from "../../../shared/model/memoize.ts";
import { type Acceptable, type AcceptOptions, acceptable } from "../../../shared/review/accept.ts";
import { alikeTo, patternAt } from "../../../shared/review/decide/alike.ts";
import {
  decideExclusions,
  type ExclusionVerdict,
  unanimousExclusions,
} from "../../../shared/review/decide/exclusions.ts";
import {
  acceptTogether,
  type DecisionChoice,
  decideConflict,
  decidePhrase,
  reopenConflict,
} from "../../../shared/review/decide/index.ts";
import { columnOf, groupIndexOf, type Review } from "../../../shared/review/decide/review.ts";
import { decideRoles, type RoleVerdict, unanimousRoles } from "../../../shared/review/decide/roles.ts";
import { groupKey } from "../../../shared/review/list-differences.ts";
import { blindSeed } from "../../../shared/review/people.ts";
import {
  decidedAlone,
  type Question,
  type QuestionLists,
  type QuestionPart,
  questionsByPart,
  queueOf,
} from "../../../shared/review/questions.ts";
import { isAnythingAsked, type Unfinished, unfinishedIn } from "../../../shared/review/unfinished.ts";
import { createStore, type ReadableStore, type Store } from "../../lib/store.ts";
import type { Workspace } from "../project/workspace.ts";
import type { Session } from "../session/session.ts";
import { type Comparing, comparingOf, isReadAlone, shownPeople } from "./comparing.ts";
import { decideEverywhere } from "./decide-everywhere.ts";

export const reaches = ["here", "article", "project"] as const;
type Reach = (typeof reaches)[number];

/** What is unfinished and stands in a list of its own beside the questions. */
type UnfinishedList = Extract<Unfinished["what"], "exclusions" | "roles">;

export const isInList = (what: Unfinished["what"]): what is UnfinishedList =>
  what === "exclusions" || what === "roles";

export interface DecidingState {
  /** Of the curated set; `null` until it is here. */
  readonly session: Session | null;
  /** What is listed: what differs, or what all have alike. */
  readonly listed: keyof QuestionLists;
  /** The `groupKey` of the question that is shown; `null`: the first that is open. */
  readonly current: string | null;
  /** The `groupKey` of its part that is decided on by itself; `null`: the question as a whole is. */
  readonly part: string | null;
  /** What is said of the next decision. */
  readonly reason: string;
  /** The edges of the span that is shown are being set by hand. */
  readonly editing: boolean;
  /** How far the next decision goes: to this place, to all like it in the article, or in the project. */
  readonly reach: Reach;
  /** Of what is unfinished, the list that was gone to last, and no question since. */
  readonly list: UnfinishedList | null;
  readonly refusal: RefusalCode | null;
}

export interface Deciding {
  readonly state: ReadableStore<DecidingState>;
  /** Looks for the article's sets anew, and opens the curated one. */
  refresh(): Promise<void>;
  list(what: keyof QuestionLists): void;
  show(key: string): void;
  showGroup(number: number): void;
  step(direction: 1 | -1): void;
  /** Decides on a part of what is shown by itself, by number of its group; `null`: on the whole again. */
  openPart(number: number | null): void;
  /** Shows where something unfinished can be seen to. */
  showUnfinished(one: Unfinished): void;
  setReason(reason: string): void;
  setEditing(editing: boolean): void;
  /** Decides on what is shown, and shows what is open next. */
  decide(choice: DecisionChoice): void;
  setReach(reach: Reach): void;
  reopen(): void;
  /** Decides whether a stretch is left out of the analysis. */
  decideExclusion(verdict: ExclusionVerdict): void;
  /** Decides in which role a source appears. */
  decideRole(verdict: RoleVerdict): void;
  /** Says that the article is curated, or that it is in review again: a step of the history like any other. */
  setCurated(isCurated: boolean): void;
  /** Shows a question, in whichever list it is. */
  showQuestion(question: Question): void;
  /** Accepts what so many have alike, but for what stays open (see `acceptable`). */
  accept(wanted: Omit<AcceptOptions, "seed">): void;
}

/** What is decided on, and how far that is. */
export interface Decisions {
  readonly review: Review;
  readonly queue: QuestionLists;
  readonly rows: readonly Question[];
  readonly current: Question | null;
  /** The part of it that is decided on by itself. */
  readonly part: QuestionPart | null;
}

/** The deciding of a window: the same one every time. */
export const decidingOf = memoize(createDeciding);

let latest: { review: Review; curated: AnnotationSet; queue: QuestionLists } | null = null;

/** The same queue until something of it is another. */
function queueIn(review: Review, curated: AnnotationSet): QuestionLists {
  if (latest?.review !== review || latest.curated !== curated)
    latest = { review, curated, queue: queueOf(review, curated) };
  return latest.queue;
}

/** `null` until two sets or more are compared and the curated one is here. */
export function decisionsIn(workspace: Workspace): Decisions | null {
  const { review } = comparingOf(workspace).state.get();
  const { session, listed, current, part } = decidingOf(workspace).state.get();
  if (!review || isReadAlone(review) || session?.article.id !== review.article) return null;
  const queue = queueIn(review, session.annotations().set);
  const rows = queue[listed];
  const currentQuestion = rows.find(({ group }) => keyIn(review, group) === current);
  const shownQuestion = currentQuestion ?? rows.find(isWaiting) ?? rows[0] ?? null;
  return {
    review,
    queue,
    rows,
    current: shownQuestion,
    part:
      (part !== null && shownQuestion?.parts.slice(1).find(({ group }) => keyIn(review, group) === part)) ||
      null,
  };
}

/** Nobody has looked at all of it yet. */
const isWaiting = ({ state }: Question): boolean => state === "open" || state === "partly";

/** What is decided on: the part that was opened, else the whole. By number of its group. */
export const decidedOn = ({ current, part }: Decisions): number | null =>
  part?.group ?? current?.group ?? null;

/** Every law of the curated set goes into it, and it is asked for with each key of a reason. */
let latestUnfinished: {
  readonly queue: QuestionLists;
  readonly curated: Annotations;
  readonly unfinished: readonly Unfinished[];
  readonly isAllDecided: boolean;
} | null = null;

/** What keeps the article from being finished; `null` until that can be told. */
export const unfinishedOf = (workspace: Workspace): readonly Unfinished[] | null =>
  finishingOf(workspace)?.unfinished ?? null;

/** Whether there was something to decide, and nothing of it is unfinished. */
export const isAllDecided = (workspace: Workspace): boolean => finishingOf(workspace)?.isAllDecided ?? false;

function finishingOf(workspace: Workspace): typeof latestUnfinished {
  const decisions = decisionsIn(workspace);
  const { session } = decidingOf(workspace).state.get();
  if (!decisions || !session) return null;
  const { review, queue } = decisions;
  const curated = session.annotations();
  if (latestUnfinished?.queue !== queue || latestUnfinished.curated !== curated) {
    const { text, tagset, article } = session;
    const laws = { text: text.text, articleId: article.id, tagset };
    const unfinished = unfinishedIn({ review, queue, curated, laws });
    const isAllDecided = unfinished.length === 0 && isAnythingAsked(review, curated);
    latestUnfinished = { queue, curated, unfinished, isAllDecided };
  }
  return latestUnfinished;
}

/** Whether somebody said that the article is curated; `null` until the curated set is here. */
export function isCurated(workspace: Workspace): boolean | null {
  const { session } = decidingOf(workspace).state.get();
  return session && articleStateOf(session.annotations().set) === "done";
}

/** The next that is unfinished after what is shown; goes round at the end. */
export function nextUnfinished(workspace: Workspace): Unfinished | null {
  const unfinishedWork = unfinishedOf(workspace) ?? [];
  const current = decisionsIn(workspace)?.current?.group;
  const { list } = decidingOf(workspace).state.get();
  const at = unfinishedWork.findLastIndex(({ question, what }) =>
    list === null ? question?.group === current : what === list,
  );
  return (
    [...unfinishedWork.slice(at + 1), ...unfinishedWork.slice(0, at + 1)].find(
      ({ question, what }) => question || isInList(what),
    ) ?? null
  );
}

/** Whose set stands at a place of those that are shown, counted from 0: by number of the annotator. */
export function memberAt(workspace: Workspace, place: number): number | null {
  const comparing = comparingOf(workspace).state.get();
  const { review } = comparing;
  const { project } = workspace.state.get();
  if (!review || !project) return null;
  const people = shownPeople(comparing, project.project.id).filter(({ id }) =>
    review.annotators.includes(id),
  );
  const person = people[place];
  return person ? review.annotators.indexOf(person.id) : null;
}

export function keyIn({ comparison }: Review, number: number): string {
  const group = comparison.groups[number];
  return group ? groupKey(group) : "";
}

/** What is accepted together unless somebody chooses otherwise; `threshold` is all annotators. */
export const usualAccept = { audited: 0.1, notesFrom: null };

/** What would be accepted together; the same article always leaves the same to be looked at. */
export function acceptableIn(
  workspace: Workspace,
  { review, queue }: Pick<Decisions, "review" | "queue">,
  wanted: Omit<AcceptOptions, "seed">,
): Acceptable {
  const { project } = workspace.state.get();
  const { session } = decidingOf(workspace).state.get();
  const seed = blindSeed(project?.project.id ?? "", session?.article.id ?? "");
  return acceptable(review, queue, { ...wanted, seed });
}

const nothingShown = {
  current: null,
  part: null,
  reason: "",
  editing: false,
  reach: "here",
  list: null,
  refusal: null,
} satisfies Partial<DecidingState>;

interface DecidingParts {
  readonly workspace: Workspace;
  readonly comparing: Comparing;
  readonly state: Store<DecidingState>;
  /** Ends listening to the session. */
  stop: (() => void) | null;
  /** What is decided at this moment is decided here. */
  isOwn: boolean;
}

function createDeciding(workspace: Workspace): Deciding {
  const state = createStore<DecidingState>({ ...nothingShown, session: null, listed: "conflicts" });
  const comparing = comparingOf(workspace);
  const parts: DecidingParts = { workspace, comparing, state, stop: null, isOwn: false };
  followGround(parts);
  return {
    state,
    refresh: () => refresh(parts),
    ...questionDisplay(parts),
    ...decisionMaking(parts),
    setReason: (reason) => state.patch({ reason }),
    setEditing: (editing) => state.patch({ editing, refusal: null }),
    setReach: (reach) => state.patch({ reach }),
  };
}

/** Sessions are given up with their project, when another tagset is put to use, and when their article's text becomes another one. */
function followGround(parts: DecidingParts): void {
  const { workspace, state } = parts;
  const ground = () => {
    const { project, session } = workspace.state.get();
    return { tagset: project?.project.tagset, article: session?.article };
  };
  let stoodOn = ground();
  workspace.state.subscribe(() => {
    const previousGround = stoodOn;
    stoodOn = ground();
    const { tagset, article } = stoodOn;
    const isOtherText =
      article?.id === previousGround.article?.id && article?.textHash !== previousGround.article?.textHash;
    if (tagset === previousGround.tagset && !isOtherText) return;
    const wasOpen = state.get().session !== null;
    state.patch({ ...nothingShown, session: null });
    if (wasOpen && tagset) void refresh(parts);
  });
}

async function refresh(parts: DecidingParts): Promise<void> {
  const { workspace, comparing, state } = parts;
  const article = workspace.state.get().session?.article.id;
  if (state.get().session?.article.id !== article) state.patch({ ...nothingShown, session: null });
  await comparing.refresh();
  if (article === undefined) return;
  const session = await workspace.openCurated(article);
  if (!session || workspace.state.get().session?.article.id !== article) return;
  if (state.get().session !== session) {
    follow(parts, session);
    state.patch({ session });
  }
}

/** What somebody takes back or does again is shown, wherever it was. */
function follow(parts: DecidingParts, session: Session): void {
  parts.stop?.();
  parts.stop = session.subscribe(({ change }) => {
    const touched = change?.decisions;
    const { review } = parts.comparing.state.get();
    if (!touched || !review || parts.isOwn) return;
    const [one] = [...touched.added, ...touched.removed, ...touched.updated.map(({ to }) => to)];
    const number = one && groupOf(review, one);
    if (number !== undefined) showPlace(parts, review, session.annotations().set, number);
  });
}

/** Shows a question by any of its parts; what is no card, and a part of one, is opened by itself. */
function showPlace({ state }: DecidingParts, review: Review, curated: AnnotationSet, number: number): void {
  const queue = queueIn(review, curated);
  const question = questionsByPart([...queue.conflicts, ...queue.agreed]).get(number);
  if (!question) return;
  state.patch({
    ...nothingShown,
    listed: question.differs ? "conflicts" : "agreed",
    current: keyIn(review, question.group),
    part: question.group === number ? null : keyIn(review, number),
  });
}

function questionDisplay(
  parts: DecidingParts,
): Pick<Deciding, "list" | "show" | "showGroup" | "openPart" | "showUnfinished" | "showQuestion" | "step"> {
  const { workspace, state } = parts;
  function showQuestion({ group, differs }: Question): void {
    const decisions = decisionsIn(workspace);
    if (!decisions) return;
    const listed = differs === null ? "agreed" : "conflicts";
    state.patch({ ...nothingShown, listed, current: keyIn(decisions.review, group) });
  }
  return {
    list: (listed) => state.patch({ ...nothingShown, listed }),
    show: (current) => state.patch({ ...nothingShown, reason: state.get().reason, current }),
    showGroup(number) {
      const decisions = decisionsIn(workspace);
      const { session } = state.get();
      if (!decisions || !session) return;
      const { review, queue, current } = decisions;
      const question = questionsByPart([...queue.conflicts, ...queue.agreed]).get(number);
      if (!question) return;
      // What is shown already is opened further: its part by itself.
      const isShown = question.group === current?.group;
      showPlace(parts, review, session.annotations().set, isShown ? number : question.group);
    },
    openPart(number) {
      const decisions = decisionsIn(workspace);
      if (!decisions?.current) return;
      const { review, current } = decisions;
      const { reason } = state.get();
      const part = number === null || number === current.group ? null : keyIn(review, number);
      state.patch({ ...nothingShown, reason, current: keyIn(review, current.group), part });
    },
    showUnfinished({ question, what }) {
      if (question) showQuestion(question);
      else if (isInList(what)) state.patch({ list: what });
    },
    showQuestion,
    step(direction) {
      const decisions = decisionsIn(workspace);
      if (!decisions?.current) return;
      const { rows, review, current } = decisions;
      const at = rows.findIndex(({ group }) => group === current.group);
      const nextQuestion = rows.at((at + direction) % rows.length);
      if (nextQuestion) state.patch({ ...nothingShown, current: keyIn(review, nextQuestion.group) });
    },
  };
}

function decisionMaking(
  parts: DecidingParts,
): Pick<Deciding, "decide" | "reopen" | "decideExclusion" | "decideRole" | "setCurated" | "accept"> {
  const { workspace, state } = parts;
  return {
    decide(choice) {
      if (state.get().reach === "project") void decideInProject(parts, choice);
      else decideInArticle(parts, choice);
    },
    reopen() {
      const decisions = decisionsIn(workspace);
      const { session } = state.get();
      if (!decisions?.current || !session || session.readOnly) return;
      const { review, current, part } = decisions;
      const reopened = part ? [] : decidedAlone(current);
      parts.isOwn = true;
      session.run(reopenConflict, { review, group: part?.group ?? current.group, reopened });
      parts.isOwn = false;
      showAgain(parts, review, current, part);
    },
    decideExclusion(verdict) {
      const decisions = decisionsIn(workspace);
      const { session } = state.get();
      if (decisions && session && !session.readOnly)
        session.run(decideExclusions, { review: decisions.review, verdicts: [verdict] });
    },
    decideRole(verdict) {
      const decisions = decisionsIn(workspace);
      const { session } = state.get();
      if (decisions && session && !session.readOnly)
        session.run(decideRoles, { review: decisions.review, verdicts: [verdict] });
    },
    setCurated(isCurated) {
      const { session } = state.get();
      if (session && !session.readOnly) session.run(setProgress, { state: isCurated ? "done" : null });
    },
    accept: (wanted) =>
      run(parts, (session, { review, queue }) => {
        const { accepted } = acceptableIn(workspace, { review, queue }, wanted);
        const outcome = session.run(acceptTogether, {
          review,
          exclusions: unanimousExclusions(review, session.annotations().set),
          roles: unanimousRoles(review, session.annotations()),
          accepted: accepted.map(({ question, member }) => ({ group: question.group, member })),
        });
        return "refusal" in outcome ? outcome.refusal : null;
      }),
  };
}

/** Here, or at all places like it in the article. */
function decideInArticle(parts: DecidingParts, choice: DecisionChoice): void {
  const { reach } = parts.state.get();
  run(parts, (session, { review, queue, current, part }) => {
    const group = part?.group ?? current.group;
    const alike = reach === "article" ? alikeTo(review, queue, group) : [];
    // Where nothing belongs, no part of it does, whatever was decided on it by itself.
    const reopened = choice.how === "nothing" && !part ? decidedAlone(current) : [];
    const reason = reasonIn(parts);
    const outcome =
      alike.length > 0
        ? session.run(decidePhrase, { review, groups: [group, ...alike], choice, ...reason })
        : session.run(decideConflict, { review, group, choice, reopened, ...reason });
    if ("refusal" in outcome) return outcome.refusal;
    // The form of a card that is made by hand comes after the decision.
    return choice.how === "edit" && choice.span === undefined ? "stays" : null;
  });
}

async function decideInProject(parts: DecidingParts, choice: DecisionChoice): Promise<void> {
  const { workspace, comparing, state } = parts;
  const decisions = decisionsIn(workspace);
  const { review } = comparing.state.get();
  if (!decisions?.current || !review || state.get().session?.readOnly !== false) return;
  const { current } = decisions;
  const pattern = patternAt(review, decidedOn(decisions) ?? current.group);
  if (pattern === null) return;
  const request = { review, pattern, choice, ...reasonIn(parts) };
  if (!(await decideEverywhere(workspace, request))) return;
  state.patch({ ...nothingShown, current: keyIn(review, current.group) });
  showNext(parts, { ...decisions, current });
}

function reasonIn({ state }: DecidingParts): { reason?: string } {
  const { reason } = state.get();
  return reason.trim() === "" ? {} : { reason };
}

type OpenDecisions = Decisions & { readonly current: Question };

/** `"stays"`: it is worked on still. */
function run(
  parts: DecidingParts,
  act: (session: Session, decisions: OpenDecisions) => RefusalCode | "stays" | null,
): void {
  const { workspace, state } = parts;
  const decisions = decisionsIn(workspace);
  const { session } = state.get();
  if (!decisions?.current || !session || session.readOnly) return;
  parts.isOwn = true;
  try {
    const openDecisions = { ...decisions, current: decisions.current };
    const { review, current, part } = openDecisions;
    const came = act(session, openDecisions);
    if (came !== null && came !== "stays") state.patch({ refusal: came });
    else {
      showAgain(parts, review, current, part);
      if (came === null) showNext(parts, openDecisions);
    }
  } finally {
    parts.isOwn = false;
  }
}

/** The same question or part, without what was said of it. */
function showAgain(
  { state }: DecidingParts,
  review: Review,
  current: Question,
  part: QuestionPart | null,
): void {
  state.patch({
    ...nothingShown,
    current: keyIn(review, current.group),
    part: part && keyIn(review, part.group),
  });
}

/**
 * After a part the next part of the same question that is open; else the next question that is, round the end; where none is,
 * the one that follows.
 */
function showNext(
  { workspace, state }: DecidingParts,
  { review, rows, current: from, part }: OpenDecisions,
): void {
  const currentQuestions = decisionsIn(workspace)?.rows ?? [];
  const updatedQuestion = currentQuestions.find(({ group }) => group === from.group);
  const openPart = updatedQuestion?.parts
    .slice(1)
    .find((one) => one.state === "open" && one.asked.length > 0);
  if (part && openPart) {
    state.patch({ part: keyIn(review, openPart.group) });
    return;
  }
  const at = rows.findIndex(({ group }) => group === from.group);
  const inTurn = [...rows.slice(at + 1), ...rows.slice(0, at)];
  const waitingGroups = new Set(currentQuestions.filter(isWaiting).map(({ group }) => group));
  const isLeft = part !== null && updatedQuestion !== undefined && isWaiting(updatedQuestion);
  const nextQuestion = isLeft
    ? from
    : (inTurn.find(({ group }) => waitingGroups.has(group)) ?? rows[at + 1] ?? from);
  state.patch({ current: keyIn(review, nextQuestion.group), part: null });
}

function groupOf(review: Review, decision: Decision): number | undefined {
  const { about, members } = decision;
  const index = groupIndexOf(review);
  for (const { annotator, unit } of members) {
    const at = columnOf(review, decision, annotator);
    const columns = about === "span" ? index.spans : index.cards;
    const group = unit === null || at === undefined ? undefined : columns[at]?.get(unit);
    if (group !== undefined) return group;
  }
  return undefined;
}
