// Some of the project's articles, ticked in a list that can be narrowed.
import { useState } from "react";
import type { ArticleSummary } from "../../../shared/api/contract.ts";
import type { Id } from "../../../shared/model/id.ts";
import { Button } from "../../ui/button.tsx";
import { OutsideText } from "../../ui/outside-text.tsx";
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import { SearchField } from "../../ui/search-field.tsx";
import { useWords } from "../../ui/words.tsx";

interface Props {
  readonly articles: readonly ArticleSummary[];
  readonly chosen: ReadonlySet<Id>;
  onChoose(chosen: ReadonlySet<Id>): void;
}

/** Rows that are shown; the rest is found by narrowing the list. */
const mostShown = 200;

export function ChosenArticles({ articles, chosen, onChoose }: Props) {
  const { say } = useWords();
  const [query, setQuery] = useState("");
  const wanted = query.trim().toLowerCase();
  const found = articles.filter(({ title }) => title.toLowerCase().includes(wanted));
  const shown = found.slice(0, mostShown);
  const change = (ids: readonly Id[], isIn: boolean): void => {
    const next = new Set(chosen);
    for (const id of ids) isIn ? next.add(id) : next.delete(id);
    onChoose(next);
  };
  const ids = found.map(({ id }) => id);
  return (
    <fieldset className="export-articles">
      <legend className="visually-hidden">{say("dialogs.some-articles")}</legend>
      <div className="export-articles-head">
        <SearchField label={say("dialogs.find-articles")} value={query} onChange={setQuery} />
        <Button look="quiet-button" onPress={() => change(ids, true)}>
          {say("dialogs.choose-found", { count: found.length })}
        </Button>
        <Button look="quiet-button" isDisabled={chosen.size === 0} onPress={() => onChoose(new Set())}>
          {say("dialogs.choose-none")}
        </Button>
      </div>
      <ScrollRegion label={say("dialogs.some-articles")} className="export-articles-list">
        {shown.map(({ id, title }) => (
          <label key={id} className="export-tick">
            <input
              type="checkbox"
              checked={chosen.has(id)}
              onChange={(event) => change([id], event.target.checked)}
            />
            <OutsideText>{title}</OutsideText>
          </label>
        ))}
        {found.length > shown.length && (
          <p className="quiet">{say("dialogs.more-articles", { count: found.length - shown.length })}</p>
        )}
      </ScrollRegion>
      <p className="quiet" role="status">
        {say("dialogs.articles-chosen", { count: chosen.size })}
      </p>
    </fieldset>
  );
}
