// The page before anything is compared: what it is for, the way to a fresh copy, and the revisions of the article on the screen.
import type { ReactNode } from "react";
import type { VersionRef } from "../../../shared/api/methods/comparisons.ts";
import type { ListedRevision } from "../../../shared/api/revisions.ts";
import type { ApiErrorData } from "../../../shared/errors/errors.ts";
import { explain } from "../../../shared/errors/explain.ts";
import type { Article } from "../../../shared/model/article.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { compareOtherText, takeOtherText } from "../correct/other-texts.ts";
import { refOf } from "./compared-choice.tsx";
import { OtherTextsList } from "./other-texts-list.tsx";
import { RevisionsList } from "./revisions-list.tsx";

interface Props {
  /** `null`: none is open. */
  readonly article: Article | null;
  readonly waiting: boolean;
  readonly problem: ApiErrorData | null;
  /** `null`: they are being read. */
  readonly revisions: readonly ListedRevision[] | null;
  /** Those that did not lead to the present text. */
  readonly others: readonly ListedRevision[];
  readonly canWrite: boolean;
  choose(): void;
  compare(before: VersionRef, after: VersionRef): void;
  /** How what could not be read may be read after all. */
  readonly children: ReactNode;
}

export function NothingCompared(props: Props) {
  const { article, waiting, problem, revisions, others, canWrite, choose, compare, children } = props;
  const panels = usePanels();
  const { workspace } = panels;
  const { say, tell } = useWords();
  const takeBack = (revision: ListedRevision): void => {
    if (article && revision.id !== null)
      void workspace.revising.takeBack({ article: article.id, revision: revision.id });
  };
  return (
    <section className="changes" aria-label={say("sidebar.changes")}>
      {problem && (
        <Banner tone="danger" title={tell(explain(problem).what)}>
          <p>{tell(explain(problem).advice)}</p>
          {children}
        </Banner>
      )}
      <ScrollRegion label={say("changes.title")} className="changes-start" pane="page">
        <div className="changes-empty">
          <h1>{say("changes.title")}</h1>
          {waiting ? (
            <p role="status">{say("changes.reading")}</p>
          ) : (
            <>
              <p>{say(article === null ? "changes.empty" : "changes.empty-open")}</p>
              <p className="quiet">{say("changes.empty-more")}</p>
              <Button look="primary" isDisabled={article === null} onPress={choose}>
                {say("changes.compare-with-copy")}
              </Button>
            </>
          )}
        </div>
        {article && revisions && !waiting && (
          <RevisionsList
            revisions={revisions}
            isReadOnly={!canWrite}
            showChange={(one, before) => compare(refOf(before), refOf(one))}
            showSince={(one) => compare(refOf(one), { kind: "present" })}
            takeBack={takeBack}
          />
        )}
        {article && others.length > 0 && !waiting && (
          <OtherTextsList
            others={others}
            isReadOnly={!canWrite}
            compare={(revision) => void compareOtherText(panels, { article: article.id, revision })}
            take={(revision) => void takeOtherText(panels, { article: article.id, revision })}
          />
        )}
      </ScrollRegion>
    </section>
  );
}
