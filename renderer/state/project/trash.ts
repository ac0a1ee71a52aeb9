// Moves articles, colleagues and entities to the trash of the open project, and whole projects to that of the home; and restores them.
import type { Client } from "../../../shared/api/client.ts";
import type { ArticlePutAway } from "../../../shared/api/contract.ts";
import type {
  InTrash,
  ProjectInTrash,
  ProjectsInTrash,
  TrashItem,
  TrashKind,
} from "../../../shared/api/trash.ts";
import { ApiError } from "../../../shared/errors/errors.ts";
import { putAwayCommand, takeBackCommand } from "../../../shared/model/entity-put-away.ts";
import type { Id } from "../../../shared/model/id.ts";
import type { Step } from "../../../shared/model/step.ts";
import { type Message, message } from "../../../shared/words/message.ts";
import { createStore, type ReadableStore, type Store } from "../../lib/store.ts";
import { withEntitiesOf } from "../history/project-steps.ts";
import type { HistoryWalk } from "../history/walk-history.ts";
import type { WorkspacePorts } from "./attempts.ts";
import type { UnsavedRecovery } from "./unsaved-recovery.ts";
import type { WorkspaceState } from "./workspace-state.ts";

export interface Trash {
  /** Waits until all is saved, puts it away, and says so with the way back. True when it is away. */
  putAway(kind: TrashKind, id: Id): Promise<boolean>;
  /** What is in the trash, the latest first; `null` when that cannot be told, which the window shows. */
  list(): Promise<readonly InTrash[] | null>;
  /** True when it is back, which is said; an article is shown then. */
  takeBack(item: TrashItem): Promise<boolean>;
  /** Deletes for good. What is left, or `null` when that failed, which the window shows. */
  empty(items: readonly TrashItem[]): Promise<readonly InTrash[] | null>;
}

interface TrashOptions extends WorkspacePorts {
  readonly unsavedRecovery: Pick<UnsavedRecovery, "toArticles">;
  readonly history: Pick<HistoryWalk, "note" | "record">;
}

export function createTrash(options: TrashOptions): Trash {
  const { client, state, sessions, attempt } = options;
  return {
    putAway: (kind, id) =>
      attempt(message("trash.putting-away"), async () => {
        await sessions.allSaved();
        await putAwayByKind[kind](options, id);
      }),
    list: () =>
      listed(options, message("trash.listing"), (project) => client.call("trash.list", { project })),
    takeBack: (item) =>
      attempt(message("trash.taking-back"), async () => {
        await sessions.allSaved();
        await takeBack(options, item);
        state.patch({ report: { kind: "taken-back", report: item } });
      }),
    empty: (items) =>
      listed(options, message("trash.emptying"), (project) =>
        client.call("trash.empty", { project, items: items.map(({ kind, id }) => ({ kind, id })) }),
      ),
  };
}

const putAwayByKind = {
  async article(options, article) {
    const { client, link, sessions } = options;
    const report: ArticlePutAway = await link.call((project) =>
      client.call("article.putAway", { project, article }),
    );
    await sessions.leave(article);
    showPutAway(options, { kind: "article", id: article, name: report.title });
  },
  async annotator(options, annotator) {
    const { client, link } = options;
    showPutAway(
      options,
      await link.call((project) => client.call("annotator.putAway", { project, annotator })),
    );
  },
  async entity(options, entity) {
    const { entities } = await entityStep(options, "entity.putAway", putAwayCommand, entity);
    showPutAway(options, { kind: "entity", id: entity, name: entities?.removed[0]?.name ?? "" });
  },
} satisfies Readonly<Record<TrashKind, (options: TrashOptions, id: Id) => Promise<void>>>;

const showPutAway = ({ state }: TrashOptions, report: TrashItem): void =>
  state.patch({ report: { kind: "put-away", report } });

async function takeBack(options: TrashOptions, { kind, id }: TrashItem): Promise<void> {
  const { client, link, state, sessions, unsavedRecovery } = options;
  if (kind === "entity") {
    await entityStep(options, "trash.takeEntityBack", takeBackCommand, id);
    return;
  }
  const { article } = await link.call((project) => client.call("trash.takeBack", { project, kind, id }));
  if (!article) return;
  const { articles } = state.get();
  if (!articles.some((one) => one.id === article.id)) state.patch({ articles: [...articles, article] });
  await unsavedRecovery.toArticles(state.get().articles);
  await sessions.open(link.project(), id);
}

/** The entity's way there or back is a step like any other: the window takes it in, and can take it back. */
async function entityStep(
  { client, newId, link, state, sessions, history }: TrashOptions,
  method: "entity.putAway" | "trash.takeEntityBack",
  command: string,
  entity: Id,
): Promise<Step> {
  const input = { entity, opId: newId(), step: history.note(command) };
  const { step, revisions } = await link.call((project) => client.call(method, { project, ...input }));
  const { entities, parts } = step;
  if (entities) sessions.takeEntities(withEntitiesOf(state.get().entities, { entities }));
  sessions.takeParts(parts, revisions);
  history.record(step);
  return step;
}

async function listed(
  { link, attempt }: TrashOptions,
  busy: Message,
  call: (project: Id) => Promise<{ readonly items: readonly InTrash[] }>,
): Promise<readonly InTrash[] | null> {
  let trashItems: readonly InTrash[] | null = null;
  await attempt(busy, async () => {
    trashItems = (await link.call(call)).items;
  });
  return trashItems;
}

/** Whole projects: moved aside from the list of projects, had back, and deleted when somebody asks for it. */
export interface ProjectTrash {
  readonly found: ReadableStore<ProjectsInTrash>;
  /** Looks what is there. */
  load(): Promise<void>;
  putAway(path: string): Promise<void>;
  takeBack(path: string): Promise<void>;
  deleteForGood(paths: readonly string[]): Promise<void>;
}

export function createProjectTrash(
  client: Client,
  state: Store<WorkspaceState>,
  attempt: (busy: Message, action: () => Promise<void>) => Promise<boolean>,
): ProjectTrash {
  const projectsInTrash = createStore<ProjectsInTrash>({ projects: [], unread: [] });
  const show = (projects: readonly ProjectInTrash[]): void => projectsInTrash.patch({ projects });
  const others = (path: string) => projectsInTrash.get().projects.filter((one) => one.path !== path);
  return {
    found: projectsInTrash,
    async load() {
      try {
        projectsInTrash.patch(await client.call("projects.inTrash", {}));
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        state.patch({ problem: error.toData() });
      }
    },
    async putAway(path) {
      await attempt(message("trash.putting-project"), async () => {
        const { item, settings } = await client.call("project.putAway", { path });
        show([item, ...others(item.path)]);
        state.patch({ settings, report: { kind: "project-put-away", report: item } });
      });
    },
    async takeBack(path) {
      await attempt(message("trash.taking-project"), async () => {
        const { settings } = await client.call("projects.takeBack", { path });
        show(others(path));
        state.patch({ settings });
      });
    },
    async deleteForGood(paths) {
      await attempt(message("trash.emptying"), async () =>
        projectsInTrash.patch(await client.call("projects.deleteForGood", { paths: [...paths] })),
      );
    },
  };
}
