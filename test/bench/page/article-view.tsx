// The article view by itself, over a real session.
import { createRoot } from "react-dom/client";
import { ArticleEditor } from "../../../renderer/editor/article-editor.tsx";
import { detachedSession } from "../../../renderer/state/session/detached-session.ts";
import type { Session } from "../../../renderer/state/session/session.ts";
import { WordsProvider } from "../../../renderer/ui/words.tsx";
import { idFromBytes } from "../../../shared/model/id.ts";
import type { BenchDoc } from "../synthetic-article.ts";
import { annotated } from "./annotated.ts";
import { type BenchArticle, benchArticle } from "./bench-article.ts";
import type { PeerBench } from "./peer-bench.ts";
import { stubCore } from "./stub-core.ts";

interface Shown {
  readonly doc: BenchDoc;
  readonly article: BenchArticle;
  session: Session | null;
}

export function articleView(root: HTMLElement): PeerBench {
  let shown: Shown | null = null;
  const required = (): Shown & { session: Session } => {
    if (!shown?.session) throw new RangeError("Nothing is open.");
    return { ...shown, session: shown.session };
  };
  const react = createRoot(root);
  return {
    ...annotated(
      () => required().article,
      () => required().session,
      () => required().doc,
    ),
    prepare(doc) {
      shown = { doc, article: benchArticle(doc), session: null };
    },
    open() {
      if (!shown) return;
      const { project, opened } = shown.article;
      const session = detachedSession({
        client: stubCore(shown.article),
        project,
        opened,
        newId: () => idFromBytes(crypto.getRandomValues(new Uint8Array(16))),
        now: () => new Date().toISOString(),
      });
      shown = { ...shown, session };
      react.render(
        <WordsProvider setting="en">
          <ArticleEditor model={session} />
        </WordsProvider>,
      );
    },
  };
}
