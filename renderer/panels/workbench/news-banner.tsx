// News from outside the project, in plain lines, each with its remedies. Stays until it is dismissed.

import type { OutsideNews } from "../../../shared/api/outside-news.ts";
import type { ApiErrorData } from "../../../shared/errors/errors.ts";
import { explain } from "../../../shared/errors/explain.ts";
import type { Id } from "../../../shared/model/id.ts";
import type { Words } from "../../../shared/words/say.ts";
import { useStore } from "../../lib/store.ts";
import { hasConflicts, newsNeedsLook, nextNews } from "../../state/project/sharing.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { OutsideText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { compareOtherText, takeOtherText } from "../correct/put-in.tsx";
import { cameWords } from "../exchange/team-dialog.tsx";
import { openForReading, openProject, recoverProject } from "../opening.ts";
import { titleInSentence } from "../title-in-sentence.tsx";

export function NewsBanner() {
  const { workspace, ui } = usePanels();
  const words = useWords();
  const { say } = words;
  const news = useStore(workspace.state, (state) => state.news);
  if (news.length === 0) return null;
  const shownNews = nextNews(news);
  const more = news.length - shownNews.length;
  const changed = new Map<string, string>();
  for (const newsItem of news)
    if (newsItem.what === "text-changed" && newsItem.canRestore)
      changed.set(newsItem.article, newsItem.title);
  return (
    <Banner
      tone={news.some(newsNeedsLook) ? "caution" : "plain"}
      title={say("outside.title")}
      onDismiss={() => workspace.dismissNews(shownNews)}
      buttons={
        <>
          {[...changed].map(([article, title]) => (
            <Button key={article} onPress={() => void workspace.restoreText(article)}>
              <OutsideText>{say("outside.restore-text", { title: titleInSentence(title) })}</OutsideText>
            </Button>
          ))}
          {shownNews.map(
            (one) =>
              "otherText" in one &&
              one.otherText !== null && (
                <OtherTextButtons
                  key={one.otherText}
                  article={one.article}
                  title={one.title}
                  revision={one.otherText}
                />
              ),
          )}
          {news.some(hasConflicts) && (
            <Button onPress={() => ui.patch({ dialog: "conflicts" })}>
              {say("outside.look-at-conflicts")}
            </Button>
          )}
          {news.some(({ what }) => what === "team") && (
            <Button onPress={() => ui.patch({ dialog: "team" })}>{say("team.show-came")}</Button>
          )}
          {news.some(({ what }) => what === "copies") && (
            <Button onPress={() => ui.patch({ dialog: "copies" })}>{say("outside.look-at-copies")}</Button>
          )}
        </>
      }
    >
      {newsLines(shownNews, words).map((line) => (
        <p key={line}>
          <OutsideText>{line}</OutsideText>
        </p>
      ))}
      {more > 0 && <p className="quiet">{say("workbench.more-problems", { count: more })}</p>}
    </Banner>
  );
}

interface Props {
  readonly article: Id;
  readonly title: string;
  /** The revision whose text it is. */
  readonly revision: Id;
}

/** Beside the news that both sides corrected an article's text: the other text taken into a correction, or compared. */
function OtherTextButtons({ article, title, revision }: Props) {
  const panels = usePanels();
  const { say } = useWords();
  return (
    <>
      <Button onPress={() => void compareOtherText(panels, { article, revision })}>
        <OutsideText>{say("outside.compare-other-text", { title: titleInSentence(title) })}</OutsideText>
      </Button>
      <Button onPress={() => void takeOtherText(panels, { article, revision })}>
        <OutsideText>{say("outside.take-other-text", { title: titleInSentence(title) })}</OutsideText>
      </Button>
    </>
  );
}

/** The news from outside as sentences, each once. */
function newsLines(news: readonly OutsideNews[], words: Words): readonly string[] {
  return [...new Set(news.map((one) => lineOf(one, words)))];
}

function lineOf(one: OutsideNews, words: Words): string {
  const { say, list } = words;
  const keptSentences = "keptAs" in one ? one.keptAs.map((file) => say("outside.kept-as", { file })) : [];
  const together = (...sentences: readonly string[]): string => [...sentences, ...keptSentences].join(" ");
  switch (one.what) {
    case "set-merged":
      return one.conflicts.length > 0
        ? [
            say("outside.set-merged", one),
            say("outside.set-conflicts", { count: one.conflicts.length }),
          ].join(" ")
        : say("outside.set-merged", one);
    case "set-carried":
      return one.conflicts.length > 0
        ? [
            say("outside.set-carried", one),
            say("outside.carried-conflicts", { count: one.conflicts.length }),
          ].join(" ")
        : say("outside.set-carried", one);
    case "registry":
      return together(
        say("outside.registry", one),
        ...(one.stayed > 0 ? [say("outside.registry-stayed", { count: one.stayed })] : []),
        ...(one.conflicts.length > 0
          ? [say("outside.registry-conflicts", { names: list(one.conflicts) })]
          : []),
      );
    case "text-changed":
      return say(one.canRestore ? "outside.text-changed" : "outside.text-changed-unknown", one);
    case "colleagues":
      return say("outside.colleagues", { names: list(one.names) });
    case "colleagues-lost":
      return say("outside.colleagues-lost", { title: one.title, names: list(one.names) });
    case "team":
      return [
        ...(cameWords(one, words) === "" ? [] : [say("team.news", { what: cameWords(one, words) })]),
        ...(one.differences > 0 ? [say("team.differences", { count: one.differences })] : []),
      ].join(" ");
    case "copies":
    case "conflicts":
      return say(`outside.${one.what}`, one);
    case "set-restored":
    case "set-joined":
      return together(say(`outside.${one.what}`, one));
    case "article-joined":
      return together(
        say("outside.article-joined", one),
        ...(one.differs ? [say("outside.article-differs")] : []),
        ...(one.otherText === null ? [] : [say("outside.article-other-text")]),
      );
    case "article-revised":
      return together(
        say("outside.article-revised", one),
        ...(one.otherText === null ? [] : [say("outside.revised-other-text")]),
      );
    case "file-restored":
    case "file-joined":
      return together(say(`outside.${one.what}`, one));
    case "article-sets":
      return together(say("outside.article-sets", { names: list(one.names) }));
    case "project":
    case "tagset":
    case "tagset-refused":
      return together(say(`outside.${one.what}`));
    default:
      return say(`outside.${one.what}`, one);
  }
}

// A failure in words, with the one thing that helps where there is one. Stays until it is dismissed.

interface ProblemBannerProps {
  readonly problem: ApiErrorData;
  /** How many more there are to be shown once this one is dismissed. */
  readonly more?: number;
  onDismiss(): void;
}

export function ProblemBanner({ problem, more = 0, onDismiss }: ProblemBannerProps) {
  const panels = usePanels();
  const { say, tell, when } = useWords();
  const { copiedAt, article } = problem.detail;
  const isReadOnly = useStore(panels.workspace.state, ({ project }) => project?.readOnly !== null);
  const requestedPath = useStore(panels.asked, (path) => path);
  const recover = recovering();
  const { what, advice } = explain(problem);
  const help = helpFor(problem.problem);
  return (
    <Banner
      tone={toneOf(problem)}
      title={<OutsideText>{tell(what)}</OutsideText>}
      onDismiss={onDismiss}
      buttons={
        <>
          {help === "read" && requestedPath !== null && (
            <Button onPress={() => openForReading(panels, requestedPath)}>
              {say("workbench.open-for-reading")}
            </Button>
          )}
          {help === "retry" && requestedPath !== null && (
            <Button onPress={() => openProject(panels, requestedPath)}>{say("ui.try-again")}</Button>
          )}
          {recover && (
            <Button onPress={recover}>
              {say("saving.recover-from", { time: when(new Date(String(copiedAt)), new Date()) })}
            </Button>
          )}
          {help === "close" && (
            <>
              <Button onPress={() => panels.ui.patch({ dialog: "save-copy" })}>
                {say("saving.save-copy")}
              </Button>
              <Button onPress={() => void panels.workspace.closeWithKept()}>
                {say("saving.close-with-kept")}
              </Button>
            </>
          )}
        </>
      }
    >
      <p>
        <OutsideText>{tell(advice)}</OutsideText>
      </p>
      {more > 0 && <p className="quiet">{say("workbench.more-problems", { count: more })}</p>}
    </Banner>
  );

  /** The way to the copy that is offered, of the project's own files or of one of its articles. */
  function recovering(): (() => void) | null {
    if (typeof copiedAt !== "string") return null;
    if (typeof article === "string")
      return isReadOnly ? null : () => void panels.workspace.recoverArticleFiles(article);
    return requestedPath === null ? null : () => recoverProject(panels, requestedPath);
  }
}

/** What was kept and is in the project now is good news. */
const toneOf = ({ problem, detail }: ApiErrorData): "danger" | "caution" | "good" => {
  if (problem === "changes-kept" && detail.why === "applied") return "good";
  return problem === "changes-waiting" || problem === "file-in-conflict" ? "caution" : "danger";
};

/** What a button can do about it. */
function helpFor(problem: ApiErrorData["problem"]): "read" | "retry" | "close" | null {
  if (problem === "changes-waiting") return "close";
  if (problem === "project-locked" || problem === "folder-not-writable" || problem === "project-newer")
    return "read";
  return problem === "folder-missing" || problem === "project-missing" ? "retry" : null;
}
