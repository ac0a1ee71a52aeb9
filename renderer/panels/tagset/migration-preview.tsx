// What a change of the tagset will do to the annotations, before it does it: in all, and article by article.
import type { TagsetPreview } from "../../../shared/api/contract.ts";
import { type CarryOverCounts, sumOfCounts } from "../../../shared/tagsets/carry-over.ts";
import type { TagsetDraft } from "../../../shared/tagsets/tagset-draft.ts";
import { partsGone } from "../../../shared/tagsets/tagset-moves.ts";
import { OutsideText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";

interface Props {
  readonly preview: TagsetPreview;
  readonly draft: TagsetDraft;
}

const kinds = [
  "spansRetyped",
  "spansRemoved",
  "entitiesUnlinked",
  "cardsChanged",
  "cardsRemoved",
  "linksRemoved",
] as const satisfies readonly (keyof CarryOverCounts)[];

export function MigrationPreview({ preview, draft }: Props) {
  const { say } = useWords();
  const all = sumOfCounts(preview.articles.map(({ counts }) => counts));
  const touchesNothing = kinds.every((kind) => all[kind] === 0);
  const gone = partsGone(draft.before, draft.tagset).length;
  return (
    <div className="migration">
      <p>{touchesNothing ? say("tagset.touches-nothing") : say("tagset.touches", { count: gone })}</p>
      {!touchesNothing && (
        <>
          <CountList counts={all} />
          <details className="migration-articles">
            <summary>{say("tagset.by-article", { count: preview.articles.length })}</summary>
            {preview.articles.map(({ article, title, counts }) => (
              <section key={article}>
                <h3>
                  <OutsideText>{title}</OutsideText>
                </h3>
                <CountList counts={counts} />
              </section>
            ))}
          </details>
        </>
      )}
      {preview.others.map(({ annotator, records }) => (
        <p key={annotator} className="note caution">
          {say("tagset.of-others", { name: annotator, count: records })}
        </p>
      ))}
      <p className="quiet">{say("tagset.can-be-undone")}</p>
    </div>
  );
}

function CountList({ counts }: { readonly counts: CarryOverCounts }) {
  const { say } = useWords();
  return (
    <ul className="migration-counts">
      {kinds
        .filter((kind) => counts[kind] > 0)
        .map((kind) => (
          <li key={kind}>{say(`tagset.count-${kind}`, { count: counts[kind] })}</li>
        ))}
    </ul>
  );
}
