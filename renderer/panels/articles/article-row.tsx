// One article in the list: its title, its state, how much is marked in it and up to where. The article on the screen counts
// as it changes.
import { StickyNote } from "lucide-react";
import { ListBoxItem } from "react-aria-components";
import type { ArticleSummary } from "../../../shared/api/contract.ts";
import { articleNoteOf, articleStateOf } from "../../../shared/model/article-state.ts";
import { useStore } from "../../lib/store.ts";
import { OutsideText, plainText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels, useSession } from "../app-context.tsx";
import { noSession } from "./no-session.ts";
import { StateMark } from "./state-mark.tsx";

export function ArticleRow({ article }: { readonly article: ArticleSummary }) {
  const { ui } = usePanels();
  const session = useSession();
  const { say, percent } = useWords();
  const isCurrent = session?.article.id === article.id;
  const live = useStore(isCurrent ? session.shown : noSession, (value) => {
    if (!value) return null;
    const { set } = value.annotations;
    return {
      spans: value.spanOrder.length,
      attributions: value.cardOrder.length,
      state: articleStateOf(set),
      hasNote: articleNoteOf(set) !== "",
    };
  });
  const { spans, attributions, state, hasNote } = live ?? article;
  const share = shareOf({ ...article, state });
  const counts =
    spans === 0 ? say("articles.nothing-marked") : say("articles.counts", { spans, cards: attributions });
  const stateWords = say(`articles.state-${state}`);
  return (
    <ListBoxItem
      id={article.id}
      className="article-row"
      onContextMenu={(event) => {
        event.preventDefault();
        ui.patch({ dialog: "article-about", aboutArticle: article.id });
      }}
      textValue={`${plainText(article.title)}, ${stateWords}`}
    >
      <span className="article-row-title">
        <StateMark state={state} />
        <OutsideText cut>{article.title}</OutsideText>
        {hasNote && <StickyNote size={12} aria-hidden className="article-row-note" />}
      </span>
      <span className="article-row-counts">
        <span className="visually-hidden">
          {stateWords}, {hasNote && say("articles.has-note")}{" "}
        </span>
        <span className="cut">{counts}</span>
        {share > 0 && (
          <span className="article-row-share" title={say("articles.marked-up-to", { share: percent(share) })}>
            <span className="share-track">
              <span className="share" style={{ inlineSize: `${share * 100}%` }} />
            </span>
          </span>
        )}
      </span>
    </ListBoxItem>
  );
}

/** How far down the text the marks reach; all of it for what is done. */
function shareOf({ state, markedTo, length }: Pick<ArticleSummary, "state" | "markedTo" | "length">): number {
  if (state === "done") return 1;
  return length === 0 ? 0 : markedTo / length;
}
