// The place of the article while a page stands there.
import type { OpenProject } from "../../../shared/api/contract.ts";
import type { PageId } from "../../state/window/pages.ts";
import { standingOf, titleOf } from "../../state/window/places.ts";
import { useWords } from "../../ui/words.tsx";
import { PlaceTabs } from "../sidebar/place-tabs.tsx";
import { pageParts } from "./index.ts";
import "../../styles/pages.css";

interface Props {
  readonly page: PageId;
  readonly project: OpenProject;
}

export function PagePlace({ page, project }: Props) {
  const { tell } = useWords();
  const { Body } = pageParts[page];
  return (
    <main className="page-place" aria-label={tell(titleOf(page))}>
      {standingOf(page) && (
        <header className="page-head">
          <PlaceTabs shown={page} />
        </header>
      )}
      <Body project={project} />
    </main>
  );
}
