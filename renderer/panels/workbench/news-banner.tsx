// What came into the project from outside, in plain lines, with what can be done about it. Stays until it is dismissed.
import type { OutsideNews } from "../../../shared/api/outside.ts";
import { useStore } from "../../state/store.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { OutsideText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { newsLines } from "./news-lines.ts";

/** Lines that are shown at most; the latest of them. */
const shown = 8;

export function NewsBanner() {
  const { workspace, ui } = usePanels();
  const words = useWords();
  const { say } = words;
  const news = useStore(workspace.state, (state) => state.news);
  if (news.length === 0) return null;
  const changed = new Map<string, string>();
  for (const one of news)
    if (one.what === "text-changed" && one.canRestore) changed.set(one.article, one.title);
  return (
    <Banner
      tone={news.some(needsLook) ? "caution" : "plain"}
      title={say("outside.title")}
      onDismiss={workspace.dismissNews}
      buttons={
        <>
          {[...changed].map(([article, title]) => (
            <Button key={article} onPress={() => void workspace.restoreText(article)}>
              <OutsideText>{say("outside.restore-text", { title })}</OutsideText>
            </Button>
          ))}
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
      {newsLines(news, words)
        .slice(-shown)
        .map((line) => (
          <p key={line}>
            <OutsideText>{line}</OutsideText>
          </p>
        ))}
    </Banner>
  );
}

/** What somebody should do something about, or know before they go on. */
function needsLook(one: OutsideNews): boolean {
  return hasConflicts(one) || ["text-changed", "tagset-refused", "article-gone", "copies"].includes(one.what);
}

const hasConflicts = (one: OutsideNews): boolean =>
  one.what === "conflicts" || ("conflicts" in one && one.conflicts.length > 0);
