// One article in the list: its title and how much is marked in it. The article on the screen counts as it changes.
import { ListBoxItem } from "react-aria-components";
import type { ArticleSummary } from "../../../shared/api/contract.ts";
import { useStore } from "../../state/store.ts";
import { counted } from "../../ui/format-words.ts";
import { OutsideText, plainText } from "../../ui/outside-text.tsx";
import { useSession } from "../app-context.tsx";
import { noSession } from "./no-session.ts";

export function ArticleRow({ article }: { readonly article: ArticleSummary }) {
  const session = useSession();
  const own = session?.article.id === article.id;
  const live = useStore(own ? session.state : noSession, (state) =>
    state ? { spans: state.spanOrder.length, cards: state.cardOrder.length } : null,
  );
  const { spans, cards } = live ?? { spans: article.spans, cards: article.attributions };
  return (
    <ListBoxItem id={article.id} className="article-row" textValue={plainText(article.title)}>
      <span className="article-row-title">
        <OutsideText cut>{article.title}</OutsideText>
      </span>
      <span className="article-row-counts">
        {spans === 0 ? "nothing marked yet" : `${counted(spans, "span")} · ${counted(cards, "card")}`}
      </span>
    </ListBoxItem>
  );
}
