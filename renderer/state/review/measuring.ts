// The measurement of agreement of the window: what was chosen, what came of it, and which number's disagreements are shown.

import type { Event } from "../../../shared/api/contract.ts";
import type { MeasuredAgreement } from "../../../shared/api/methods/agreement.ts";
import { ApiError, type ApiErrorData } from "../../../shared/errors/errors.ts";
import { isEmptyChange } from "../../../shared/model/change.ts";
import type { Id } from "../../../shared/model/id.ts";
import { memoize } from "../../../shared/model/memoize.ts";
import type { Annotator } from "../../../shared/model/project.ts";
import type { WorkProgress } from "../../../shared/model/work.ts";
import type { How, QuestionId } from "../../../shared/review/agreement/answers.ts";
import {
  type DisputedUnit,
  type DisputeFilter,
  disagreementsOf,
  filterOf,
} from "../../../shared/review/agreement/disputed.ts";
import { edgePolicies } from "../../../shared/review/edge-policies.ts";
import { personOf } from "../../../shared/review/one-person.ts";
import type { Text } from "../../../shared/words/message.ts";
import { createStore, type ReadableStore, type Store } from "../../lib/store.ts";
import { latestRecord } from "../history/history.ts";
import type { Workspace } from "../project/workspace.ts";
import { followProject } from "../project/workspace-state.ts";

interface MeasuringChoice {
  /** `null`: everybody who can be measured together. */
  readonly annotators: readonly Id[] | null;
  readonly articles: readonly Id[] | null;
  readonly types: readonly string[] | null;
  readonly policies: readonly string[];
  readonly gamma: boolean;
}

/** A number that was opened: what its disagreements are, and what they are called. */
interface Door {
  readonly filter: DisputeFilter;
  readonly title: Text;
}

export interface MeasuringState {
  readonly choice: MeasuringChoice;
  readonly result: MeasuredAgreement | null;
  /** Whether sets were changed since. */
  readonly isStale: boolean;
  /** How far the measurement that runs is; `null` when none does. */
  readonly progress: WorkProgress | null;
  readonly problem: ApiErrorData | null;
  readonly question: QuestionId;
  /** The measure whose pairs are shown, where the question has it. */
  readonly measure: string;
  readonly how: How;
  readonly door: Door | null;
}

export interface Measuring {
  readonly state: ReadableStore<MeasuringState>;
  /** Measures what is chosen, unless that was done and nothing became another. */
  look(): void;
  /** Measures anew whatever was measured. */
  refresh(): void;
  choose(part: Partial<MeasuringChoice>): void;
  show(part: Partial<Pick<MeasuringState, "question" | "measure" | "how" | "door">>): void;
  stop(): void;
}

/** The measurement of a window: the same one every time. */
export const measuringOf = memoize(createMeasuring);

/** What the list of disagreements shows: those of the number that was opened, or all. */
export function listedDisagreements({ result, door, how }: MeasuringState): readonly DisputedUnit[] {
  const disputedUnits = result?.report?.disputed ?? none;
  return disagreementsOf(disputedUnits, door?.filter ?? { how });
}
const none: readonly DisputedUnit[] = [];

export const doorOf = (question: QuestionId, measure: string, how: How, title: Text): Door => ({
  filter: filterOf(question, measure, how),
  title,
});

/** Of gamma, each draw is an alignment: fewer than the command line takes, so that a window does not wait for minutes. */
const gammaSamples = 30;

/** Who counts as whom, and who was said to be two people, as a value to compare. */
function countingOf(annotators: readonly Annotator[]): string {
  const person = personOf(annotators);
  return JSON.stringify(
    annotators.flatMap(({ id, notSameAs = [] }) =>
      person(id) === id && notSameAs.length === 0 ? [] : [[id, person(id), notSameAs]],
    ),
  );
}

const nothingMeasured = {
  result: null,
  isStale: false,
  progress: null,
  problem: null,
  door: null,
} satisfies Partial<MeasuringState>;

const initialChoice: MeasuringChoice = {
  annotators: null,
  articles: null,
  types: null,
  policies: edgePolicies.map(({ id }) => id),
  gamma: false,
};

interface MeasuringParts {
  readonly workspace: Workspace;
  readonly state: Store<MeasuringState>;
  /** Of the latest measurement, so that an overtaken one is forgotten. */
  measurementCount: number;
  /** Who counts as whom, as it was last told. */
  countedBy: string;
}

function createMeasuring(workspace: Workspace): Measuring {
  const { client } = workspace;
  const state = createStore<MeasuringState>({
    ...nothingMeasured,
    choice: initialChoice,
    question: "marks",
    measure: "span-f1-strict",
    how: "strict",
  });
  const parts: MeasuringParts = { workspace, state, measurementCount: 0, countedBy: countingIn(workspace) };
  followHistory(parts);
  client.subscribe((event) => onEvent(parts, event));
  followProject(workspace.state, () => {
    parts.countedBy = countingIn(workspace);
    parts.measurementCount += 1;
    state.patch({ ...nothingMeasured, choice: initialChoice });
  });
  return {
    state,
    look() {
      const { result, progress } = state.get();
      if (result === null && progress === null) void measure(parts);
    },
    refresh: () => void measure(parts),
    choose(part) {
      state.patch({ choice: { ...state.get().choice, ...part } });
      void measure(parts);
    },
    show: (part) => state.patch(part),
    stop: () => workspace.stop((handle) => client.call("agreement.stop", { project: handle })),
  };
}

const countingIn = ({ state }: Workspace): string =>
  countingOf(state.get().project?.project.annotators ?? []);

/** What this window does itself is told to others only. */
function followHistory({ workspace, state }: MeasuringParts): void {
  let seen: Id | null = null;
  workspace.history.state.subscribe(() => {
    const record = latestRecord(workspace.history.state.get().history);
    if (!record || record.id === seen) return;
    seen = record.id;
    const { result } = state.get();
    if (result && record.parts.some(({ change }) => !isEmptyChange(change))) state.patch({ isStale: true });
  });
}

function onEvent(parts: MeasuringParts, event: Event): void {
  const { workspace, state } = parts;
  const { project } = workspace.state.get();
  if (!("project" in event) || event.project !== project?.handle) return;
  // Who counts as whom is part of the question, not of the answer: a window shows no figures that were measured otherwise.
  if (event.type === "annotators" && parts.countedBy !== countingOf(event.annotators)) {
    parts.countedBy = countingOf(event.annotators);
    if (state.get().result) void measure(parts);
  }
  if (event.type === "set" || event.type === "sets") state.patch({ isStale: state.get().result !== null });
  if (event.type === "measuring" && state.get().progress !== null)
    state.patch({ progress: { done: event.done, of: event.of } });
}

async function measure(parts: MeasuringParts): Promise<void> {
  const { workspace, state } = parts;
  parts.measurementCount += 1;
  const measurementNumber = parts.measurementCount;
  const { annotators, articles, types, policies, gamma } = state.get().choice;
  state.patch({ progress: { done: 0, of: 0 }, problem: null, isStale: false });
  try {
    const result = await workspace.call((project) =>
      workspace.client.call("agreement.run", {
        project,
        annotators: annotators && [...annotators],
        articles: articles && [...articles],
        types: types && [...types],
        questions: null,
        policies: [...policies],
        measures: null,
        gamma,
        samples: gammaSamples,
      }),
    );
    if (measurementNumber === parts.measurementCount) state.patch({ result, progress: null, door: null });
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (measurementNumber === parts.measurementCount)
      state.patch({ problem: error.toData(), progress: null });
  }
}
