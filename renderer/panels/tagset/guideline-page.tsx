// The guideline's pages, to be written: Markdown on one side, what it looks like on the other.
import { useState } from "react";
import type { GuidelinePage as Page } from "../../../shared/model/tagset.ts";
import { guidelineOf } from "../../../shared/tagsets/news-attribution.ts";
import { idFor, type TagsetDraft, withTagset } from "../../../shared/tagsets/tagset-draft.ts";
import { Button } from "../../ui/button.tsx";
import { Markdown } from "../../ui/markdown.tsx";
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { ItemList } from "./item-list.tsx";

interface Props {
  readonly draft: TagsetDraft;
  /** The page to begin with. */
  readonly first: string | null;
  onChange(draft: TagsetDraft): void;
}

export function GuidelinePage({ draft, first, onChange }: Props) {
  const { say, language } = useWords();
  const pages = guidelineOf(draft.tagset, language);
  const [chosenId, setChosenId] = useState(first);
  const page = pages.find(({ id }) => id === chosenId) ?? pages[0];
  // Pages carry a `name` for the list, which the tagset does not know.
  const items = pages.map((one) => ({ ...one, name: one.title }));
  const putAll = (guideline: readonly Page[]): void =>
    onChange(withTagset(draft, { ...draft.tagset, guideline }));
  const putPage = (next: Page): void => putAll(pages.map((one) => (one.id === next.id ? next : one)));
  return (
    <div className="tagset-page">
      <ItemList
        label={say("tagset.guideline")}
        addLabel={say("tagset.new-page")}
        items={items}
        chosen={page?.id ?? null}
        onChoose={setChosenId}
        onOrder={(ordered) => putAll(ordered.map(({ name: _name, ...one }) => one))}
        onAdd={(title) => {
          const id = pageIdFor(title, draft, pages);
          putAll([...pages, { id, title, text: "" }]);
          setChosenId(id);
        }}
      />
      {page && (
        <div className="tagset-form" key={page.id}>
          <TextField
            label={say("tagset.page-title")}
            value={page.title}
            maxLength={100}
            onChange={(title) => putPage({ ...page, title })}
          />
          <div className="guideline-sides">
            <TextField
              label={say("tagset.page-text")}
              help={say("tagset.markdown-help")}
              rows={16}
              value={page.text}
              maxLength={100_000}
              onChange={(text) => putPage({ ...page, text })}
            />
            <ScrollRegion label={say("tagset.preview")} className="guideline-preview">
              <Markdown text={page.text} />
            </ScrollRegion>
          </div>
          <Button onPress={() => putAll(pages.filter(({ id }) => id !== page.id))}>
            {say("tagset.remove-page")}
          </Button>
        </div>
      )}
    </div>
  );
}

/** The id of the type or field of this name where it has no page yet, so that the page is opened from there. */
function pageIdFor(title: string, { tagset }: TagsetDraft, pages: readonly Page[]): string {
  const lowerTitle = title.trim().toLowerCase();
  const about = [...tagset.spanTypes, ...tagset.fields].find(({ name }) => name.toLowerCase() === lowerTitle);
  const isFree = about && !pages.some(({ id }) => id === about.id);
  return isFree ? about.id : idFor(title, [...pages, ...tagset.spanTypes, ...tagset.fields]);
}
