// Putting articles away and taking them back.
import type { Client } from "../../shared/api/client.ts";
import type { ArticlePutAway } from "../../shared/api/contract.ts";
import type { Id } from "../../shared/model/id.ts";
import { type Message, message } from "../../shared/words/message.ts";
import type { OpenSessions } from "./open-sessions.ts";
import type { ProjectLink } from "./project-link.ts";
import type { Store } from "./store.ts";
import type { WorkspaceState } from "./workspace-state.ts";

export interface Trash {
  /** Waits until all is saved, puts the article away, and shows the next one in its place. */
  putAway(article: Id): Promise<void>;
  /** What is in the trash, the latest first; `null` when that cannot be told, which the window shows. */
  listTrash(): Promise<readonly ArticlePutAway[] | null>;
  /** True when the article is back; it is shown then. */
  takeBack(article: Id): Promise<boolean>;
}

export interface TrashOptions {
  readonly client: Client;
  readonly link: ProjectLink;
  readonly state: Store<WorkspaceState>;
  readonly sessions: OpenSessions;
  attempt(busy: Message, action: () => Promise<void>): Promise<boolean>;
}

export function createTrash({ client, link, state, sessions, attempt }: TrashOptions): Trash {
  return {
    async putAway(article) {
      await attempt(message("trash.putting-away"), async () => {
        await sessions.allSaved();
        const report = await link.call((project) => client.call("article.putAway", { project, article }));
        await sessions.leave(article);
        state.patch({ report: { kind: "put-away", report } });
      });
    },
    async listTrash() {
      let found: readonly ArticlePutAway[] | null = null;
      await attempt(message("trash.listing"), async () => {
        found = (await link.call((project) => client.call("trash.list", { project }))).articles;
      });
      return found;
    },
    takeBack: (article) =>
      attempt(message("trash.taking-back"), async () => {
        const back = await link.call((project) => client.call("trash.takeBack", { project, article }));
        const { articles } = state.get();
        if (!articles.some(({ id }) => id === back.id)) state.patch({ articles: [...articles, back] });
        await sessions.open(link.project(), article);
      }),
  };
}
