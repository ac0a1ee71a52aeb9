// Asks who writes before the first thing that goes into a project in somebody's name, and goes on with that once they have said it.
import type { Client } from "../../../shared/api/client.ts";
import type { OpenProject, Settings } from "../../../shared/api/contract.ts";
import { ApiError } from "../../../shared/errors/errors.ts";
import { tableOf } from "../../../shared/model/table.ts";
import { message } from "../../../shared/words/message.ts";
import type { Store } from "../../lib/store.ts";
import type { Attempt } from "./attempts.ts";
import type { OpenSessions } from "./open-sessions.ts";
import type { ProjectLink } from "./project-link.ts";
import type { WorkspaceState } from "./workspace-state.ts";

export interface NamePrompt {
  /** Asks for a name where none was given. Resolves once it is known who writes in the open project; false: they gave none. */
  requireName(): Promise<boolean>;
  /** Runs this once it is known who writes, at once where it is; never where they give no name. */
  whenNamed(run: () => void): void;
  /** The same for what could not be done as yet: runs it once the open sets are those of who writes. */
  askName(run: () => void): void;
  /** Runs this at once. Where a name is asked for on the way, all of it runs again once that is given. */
  asWhole(run: () => void): void;
  /** Keeps the name, enters the person in the open project, and goes on with what waits for it. */
  setAnnotatorName(name: string): Promise<void>;
  /** They give none: nothing is done of what waits for it. */
  giveNoName(): void;
}

interface NamingPorts {
  readonly client: Client;
  readonly state: Store<WorkspaceState>;
  readonly link: Pick<ProjectLink, "openAnew">;
  readonly sessions: Pick<OpenSessions, "takeRegistry" | "takeAnew">;
  readonly attempt: Attempt;
  /** Reads the history of the project. */
  load(project: OpenProject): Promise<void>;
}

interface WaitingAction {
  /** What runs then, once however often it was asked for. */
  readonly run: unknown;
  goOn(isNamed: boolean): void;
}

const busy = message("workbench.saving-name");

export function createNaming(ports: NamingPorts): NamePrompt {
  const { client, state, attempt } = ports;
  let waiting: readonly WaitingAction[] = [];
  let whole: (() => void) | null = null;

  function settle(isNamed: boolean): void {
    const settled = waiting;
    waiting = [];
    state.patch({ isNameAsked: false });
    for (const { goOn } of settled) goOn(isNamed);
  }
  function ask(one: WaitingAction): void {
    if (waiting.some(({ run }) => run === one.run)) return;
    waiting = [...waiting, one];
    if (waiting.length > 1) return;
    state.patch({ isNameAsked: true });
    void goOnIfGiven();
  }
  async function goOnIfGiven(): Promise<void> {
    const settings = await settingsWithName(client);
    if (!settings) return;
    state.patch({ settings });
    settle(await attempt(busy, () => enter(ports)));
  }
  function requireName(): Promise<boolean> {
    if (isNamed(state.get())) return Promise.resolve(true);
    return new Promise((goOn) => ask({ run: goOn, goOn }));
  }
  function askName(run: () => void): void {
    const again = whole ?? run;
    ask({
      run: again,
      goOn(isGiven) {
        if (isGiven) again();
      },
    });
  }
  return {
    requireName,
    whenNamed: (run) => (isNamed(state.get()) ? run() : askName(run)),
    askName,
    asWhole(run) {
      const outer = whole;
      whole ??= run;
      try {
        run();
      } finally {
        whole = outer;
      }
    },
    async setAnnotatorName(annotatorName) {
      const isGiven = await attempt(busy, async () => {
        state.patch({ settings: await client.call("settings.set", { annotatorName }) });
        if (waiting.length > 0 || isNameless(state.get())) await enter(ports);
      });
      settle(isGiven);
    },
    giveNoName: () => settle(false),
  };
}

/** The settings where a name was given in another window of this person's; else `null`. */
async function settingsWithName(client: Client): Promise<Settings | null> {
  try {
    const settings = await client.call("settings.get", {});
    return settings.annotatorName === null ? null : settings;
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return null;
  }
}

/** Whether the project that is open can be written by somebody who has not said who they are. */
const isNameless = ({ project }: Pick<WorkspaceState, "project">): boolean =>
  project !== null && project.readOnly === null && project.annotator === null;

const isNamed = (state: WorkspaceState): boolean =>
  state.settings.annotatorName !== null && !isNameless(state);

/** Opens the project as the one of who has a name now, under all that is shown of it. */
async function enter({ state, link, sessions, load }: NamingPorts): Promise<void> {
  if (isNameless(state.get())) {
    const project = await link.openAnew({ lock: null, isTaken: false });
    sessions.takeRegistry(tableOf(project.entities));
    void load(project);
  }
  await sessions.takeAnew();
}
