// The place of the article while a page stands there.
import type { OpenProject } from "../../../shared/api/contract.ts";
import { type PageId, pages } from "../../state/window/pages.ts";
import { useWords } from "../../ui/words.tsx";
import { pageParts } from "./index.ts";
import "../../styles/pages.css";

interface Props {
  readonly page: PageId;
  readonly project: OpenProject;
}

export function PagePlace({ page, project }: Props) {
  const { tell } = useWords();
  const { Body } = pageParts[page];
  const title = pages.find(({ id }) => id === page)?.title ?? page;
  return (
    <main className="page-place" aria-label={tell(title)}>
      <Body project={project} />
    </main>
  );
}
