// A preview of a change of the tagset: its effect on the tagset, and on the annotations in all and article by article.
import type { TagsetPreview } from "../../../shared/api/contract.ts";
import { type CarryOverCounts, sumOfCounts } from "../../../shared/tagsets/carry-over.ts";
import { type TagsetDifference, tagsetDifferences } from "../../../shared/tagsets/tagset-differences.ts";
import type { TagsetDraft } from "../../../shared/tagsets/tagset-draft.ts";
import { type Message, message } from "../../../shared/words/message.ts";
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
  const { say, tell } = useWords();
  const totals = sumOfCounts(preview.articles.map(({ counts }) => counts));
  const touchesNothing = kinds.every((kind) => totals[kind] === 0);
  const differences = tagsetDifferences(draft).map(differenceWords);
  const [only, second] = preview.articles;
  return (
    <div className="migration">
      {differences.length > 0 && (
        <>
          <p>{say("tagset.in-tagset")}</p>
          <ul className="migration-counts">
            {differences.map((words) => (
              <li key={tell(words)}>
                <OutsideText>{tell(words)}</OutsideText>
              </li>
            ))}
          </ul>
        </>
      )}
      <p>{say(touchesNothing ? "tagset.touches-nothing" : "tagset.in-annotations")}</p>
      {!touchesNothing && (
        <>
          <CountList counts={totals} />
          {only && !second && (
            <p>
              <OutsideText>{say("tagset.in-one-article", { title: only.title })}</OutsideText>
            </p>
          )}
          <details className="migration-articles" hidden={!second}>
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

function differenceWords(difference: TagsetDifference): Message {
  const { kind, name, field } = difference;
  if (difference.what === "new") return message("tagset.new-part", { name });
  if (difference.what === "renamed") return message("tagset.renamed", { name, to: difference.to });
  const { to } = difference;
  if (kind === "entity-field")
    return field === ""
      ? message("tagset.gone-entity-field", { name })
      : message("tagset.gone-entity-value", { name, field });
  if (kind === "field") return message("tagset.gone-field", { name });
  if (kind === "value")
    return to === null
      ? message("tagset.gone-value-nothing", { name, field })
      : message("tagset.gone-value", { name, field, to });
  return to === null
    ? message(`tagset.gone-${kind}-nothing`, { name })
    : message(`tagset.gone-${kind}`, { name, to });
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
