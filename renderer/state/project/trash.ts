// Putting articles, colleagues and entities in the trash of the open project, and having them back.
import type { Client } from "../../../shared/api/client.ts";
import type { ArticlePutAway } from "../../../shared/api/contract.ts";
import type { InTrash, TrashItem, TrashKind } from "../../../shared/api/trash.ts";
import { putAwayCommand, takeBackCommand } from "../../../shared/model/entity-put-away.ts";
import type { Id, NewId } from "../../../shared/model/id.ts";
import type { Step } from "../../../shared/model/step.ts";
import { type Message, message } from "../../../shared/words/message.ts";
import type { Store } from "../../lib/store.ts";
import { withEntitiesOf } from "../history/project-steps.ts";
import type { HistoryWalk } from "../history/walk-history.ts";
import type { HandingOver } from "./left-behind.ts";
import type { OpenSessions } from "./open-sessions.ts";
import type { ProjectLink } from "./project-link.ts";
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

export interface TrashOptions {
  readonly client: Client;
  readonly newId: NewId;
  readonly link: ProjectLink;
  readonly state: Store<WorkspaceState>;
  readonly sessions: OpenSessions;
  readonly handingOver: Pick<HandingOver, "toArticles">;
  readonly history: Pick<HistoryWalk, "note" | "record">;
  attempt(busy: Message, action: () => Promise<void>): Promise<boolean>;
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
  const { client, link, state, sessions, handingOver } = options;
  if (kind === "entity") {
    await entityStep(options, "trash.takeEntityBack", takeBackCommand, id);
    return;
  }
  const { article } = await link.call((project) => client.call("trash.takeBack", { project, kind, id }));
  if (!article) return;
  const { articles } = state.get();
  if (!articles.some((one) => one.id === article.id)) state.patch({ articles: [...articles, article] });
  await handingOver.toArticles(state.get().articles);
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
