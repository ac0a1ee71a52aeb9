// The tags of an article where articles are listed.
import { OutsideText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";

/** On one line, cut where there is no room; nothing where there are none. */
export function ArticleTags({ tags = [] }: { readonly tags: readonly string[] | undefined }) {
  const { say, list } = useWords();
  if (tags.length === 0) return null;
  return (
    <span className="article-tags cut">
      <span className="visually-hidden">{say("articles.tagged")} </span>
      <OutsideText cut>{list(tags)}</OutsideText>
    </span>
  );
}
