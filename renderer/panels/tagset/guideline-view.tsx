// The guideline beside the article: its pages, one of them open, and the way to edit them and the tagset.
import { Pencil, SlidersHorizontal } from "lucide-react";
import { guidelineOf } from "../../../shared/tagsets/news-attribution.ts";
import { useStore } from "../../lib/store.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { Markdown } from "../../ui/markdown.tsx";
import { OutsideText } from "../../ui/outside-text.tsx";
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import type { SidebarView, ViewProps } from "../sidebar-view.ts";

export const guidelineView: SidebarView = { Body: GuidelineBody, Tools: GuidelineTools };

function GuidelineBody({ project }: ViewProps) {
  const { ui } = usePanels();
  const { say, language } = useWords();
  const pageId = useStore(ui, ({ guidelinePage }) => guidelinePage);
  const pages = guidelineOf(project.project.tagset, language);
  const page = pages.find(({ id }) => id === pageId) ?? pages[0];
  const edit = (): void =>
    ui.patch({ dialog: "tagset", tagsetPlace: { tab: "guideline", page: page?.id ?? null } });
  if (!page)
    return (
      <div className="guideline-empty">
        <p>{say("tagset.guideline-empty")}</p>
        {!project.readOnly && <Button onPress={edit}>{say("tagset.write-guideline")}</Button>}
      </div>
    );
  return (
    <div className="guideline">
      <ul className="guideline-pages" aria-label={say("tagset.pages")}>
        {pages.map(({ id, title }) => (
          <li key={id}>
            <button
              type="button"
              className="guideline-link"
              aria-current={id === page.id ? "page" : undefined}
              data-pane-start={id === page.id ? "" : undefined}
              onClick={() => ui.patch({ guidelinePage: id })}
            >
              <OutsideText cut>{title}</OutsideText>
            </button>
          </li>
        ))}
      </ul>
      <ScrollRegion className="guideline-text" label={page.title}>
        <header className="guideline-head">
          <h3>
            <OutsideText>{page.title}</OutsideText>
          </h3>
          {!project.readOnly && (
            <IconButton label={say("tagset.edit-page")} tiny onPress={edit}>
              <Pencil size={14} aria-hidden />
            </IconButton>
          )}
        </header>
        <Markdown text={page.text} />
      </ScrollRegion>
    </div>
  );
}

function GuidelineTools({ project }: ViewProps) {
  const { ui } = usePanels();
  const { say } = useWords();
  if (project.readOnly) return null;
  return (
    <IconButton
      label={say("tagset.edit-tagset")}
      tiny
      onPress={() => ui.patch({ dialog: "tagset", tagsetPlace: { tab: "types", page: null } })}
    >
      <SlidersHorizontal size={14} aria-hidden />
    </IconButton>
  );
}
