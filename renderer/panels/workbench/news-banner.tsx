// What came into the project from outside, in plain lines, with what can be done about it. Stays until it is dismissed.

import { useStore } from "../../lib/store.ts";
import { hasConflicts, needsLook, nextNews } from "../../state/project/news.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { OutsideText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { newsLines } from "./news-lines.ts";
import { OtherTextButtons } from "./other-text-buttons.tsx";

export function NewsBanner() {
  const { workspace, ui } = usePanels();
  const words = useWords();
  const { say } = words;
  const news = useStore(workspace.state, (state) => state.news);
  if (news.length === 0) return null;
  const shown = nextNews(news);
  const more = news.length - shown.length;
  const changed = new Map<string, string>();
  for (const one of news)
    if (one.what === "text-changed" && one.canRestore) changed.set(one.article, one.title);
  return (
    <Banner
      tone={news.some(needsLook) ? "caution" : "plain"}
      title={say("outside.title")}
      onDismiss={() => workspace.dismissNews(shown)}
      buttons={
        <>
          {[...changed].map(([article, title]) => (
            <Button key={article} onPress={() => void workspace.restoreText(article)}>
              <OutsideText>{say("outside.restore-text", { title })}</OutsideText>
            </Button>
          ))}
          {shown.map(
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
          {news.some(({ what }) => what === "copies") && (
            <Button onPress={() => ui.patch({ dialog: "copies" })}>{say("outside.look-at-copies")}</Button>
          )}
        </>
      }
    >
      {newsLines(shown, words).map((line) => (
        <p key={line}>
          <OutsideText>{line}</OutsideText>
        </p>
      ))}
      {more > 0 && <p className="quiet">{say("workbench.more-problems", { count: more })}</p>}
    </Banner>
  );
}
