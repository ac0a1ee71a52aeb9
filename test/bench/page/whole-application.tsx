// The whole application over a core in memory: panes, cards, list, undo and saving all at work.
import "../../../renderer/styles/all.ts";
import { createRoot } from "react-dom/client";
import { App } from "../../../renderer/app.tsx";
import { createStore, type Store } from "../../../renderer/lib/store.ts";
import { createWorkspace, type Workspace } from "../../../renderer/state/project/workspace.ts";
import type { Session } from "../../../renderer/state/session/session.ts";
import { createUiState, type UiState } from "../../../renderer/state/window/ui-state.ts";
import { WordsProvider } from "../../../renderer/ui/words.tsx";
import { idFromBytes } from "../../../shared/model/id.ts";
import { noOutbox } from "../../helpers/memory-outbox.ts";
import type { BenchDoc } from "../synthetic-article.ts";
import { annotated } from "./annotated.ts";
import { type BenchArticle, benchArticle } from "./bench-article.ts";
import { commandBench } from "./commands.ts";
import type { PeerBench } from "./peer-bench.ts";
import { stubCore } from "./stub-core.ts";

interface Prepared {
  readonly doc: BenchDoc;
  readonly article: BenchArticle;
  readonly workspace: Workspace;
  readonly ui: Store<UiState>;
}

export function wholeApplication(root: HTMLElement): PeerBench {
  let prepared: Prepared | null = null;
  const required = (): Prepared => {
    if (!prepared) throw new RangeError("Nothing is open.");
    return prepared;
  };
  const session = (): Session => {
    const open = required().workspace.state.get().session;
    if (!open) throw new RangeError("No article is open.");
    return open;
  };
  return {
    ...annotated(
      () => required().article,
      session,
      () => required().doc,
    ),
    async prepare(doc) {
      const article = benchArticle(doc);
      const workspace = await createWorkspace({
        client: stubCore(article),
        newId: () => idFromBytes(crypto.getRandomValues(new Uint8Array(16))),
        now: () => new Date().toISOString(),
        connection: createStore("up"),
        outbox: noOutbox,
      });
      const ui = createUiState();
      prepared = { doc, article, workspace, ui };
      createRoot(root).render(
        <WordsProvider setting="en">
          <App context={{ workspace, ui }} openings={[]} />
        </WordsProvider>,
      );
      await workspace.openProject("bench", "write");
    },
    commands: () =>
      commandBench({
        session,
        ui: required().ui,
        words(index) {
          const tag = required().doc.extra[index];
          if (!tag) throw new RangeError(`There are no words ${index}.`);
          return required().article.rangeOf(tag);
        },
        undo: async () => void (await required().workspace.history.undo()),
      }),
    open: () => required().workspace.openArticle(required().article.opened.article.id),
  };
}
