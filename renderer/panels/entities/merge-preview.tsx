// What a merge moves: every mention with its words and its article, and the names that the one that stays takes over.
import { type EntityGroup, namesOf } from "../../../shared/model/entity-groups.ts";
import { spanText } from "../../../shared/model/span.ts";
import { useStore } from "../../lib/store.ts";
import { OutsideText } from "../../ui/outside-text.tsx";
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { useMentions } from "./use-mentions.ts";

interface Props {
  readonly moved: readonly EntityGroup[];
}

/** More than these are counted and not listed. */
const most = 200;

export function MergePreview({ moved }: Props) {
  const { workspace } = usePanels();
  const { say, list } = useWords();
  const articles = useStore(workspace.state, (state) => state.articles);
  const mentions = useMentions(
    moved.flatMap(({ entity, merged }) => [entity.id, ...merged.map(({ id }) => id)]),
  );
  const titleOf = (article: string): string => articles.find(({ id }) => id === article)?.title ?? article;
  const names = [...new Set(moved.flatMap(namesOf))];
  return (
    <>
      <p className="quiet small">
        <OutsideText>{say("entities.merge-names", { names: list(names) })}</OutsideText>
      </p>
      {mentions && mentions.length > 0 && (
        <ScrollRegion className="merge-mentions" label={say("entities.merge-moves")}>
          <ul>
            {mentions.slice(0, most).map(({ article, span }) => (
              <li key={span.id}>
                <OutsideText cut>{spanText(span)}</OutsideText>
                <span className="quiet small cut">
                  <OutsideText>{titleOf(article)}</OutsideText>
                </span>
              </li>
            ))}
          </ul>
          {mentions.length > most && (
            <p className="quiet small">{say("entities.merge-more", { count: mentions.length - most })}</p>
          )}
        </ScrollRegion>
      )}
    </>
  );
}
