// What the view alone and the whole application have in common when they are measured: one session, changed by the real
// commands, and an article on the screen to look at.
import type { Session } from "../../../renderer/state/session/session.ts";
import { deleteSpan, tagSelection } from "../../../shared/commands/index.ts";
import type { Id } from "../../../shared/model/id.ts";
import type { BenchDoc, BenchTag } from "../synthetic-article.ts";
import type { BenchArticle } from "./bench-article.ts";
import type { PeerBench } from "./peer-bench.ts";

export function annotated(
  article: () => BenchArticle,
  session: () => Session,
  doc: () => BenchDoc,
): Omit<PeerBench, "prepare" | "open"> {
  const added = new Map<string, Id>();
  const idOf = (tag: BenchTag): Id => added.get(tag.id) ?? tag.id;
  const element = (paragraph: number): Element | null =>
    document.querySelector(`.article p[data-p="${paragraph}"]`);
  const isMarked = (tag: BenchTag): boolean =>
    element(tag.p)?.querySelector(`.s-${idOf(tag)}`) !== null && element(tag.p) !== null;
  const scroller = (): HTMLElement => {
    const found = document.querySelector<HTMLElement>(".article-scroller");
    if (!found) throw new RangeError("No article is shown.");
    return found;
  };
  return {
    shown: ({ paras }) => paras.slice(0, 2).every(({ tags }) => tags.every(isMarked)),
    add(tag) {
      const outcome = session().run(tagSelection, {
        range: article().rangeOf(tag),
        type: tag.kind,
        snap: false,
        card: null,
      });
      if ("refusal" in outcome || outcome.focus.span === null)
        throw new RangeError("The tag could not be added.");
      added.set(tag.id, outcome.focus.span);
    },
    remove(tag) {
      session().run(deleteSpan, { span: idOf(tag) });
      added.delete(tag.id);
    },
    has: isMarked,
    paraShown(index) {
      const box = element(index)?.getBoundingClientRect();
      const frame = scroller().getBoundingClientRect();
      const visible = box !== undefined && box.bottom > frame.top && box.top < frame.bottom;
      return visible && (doc().paras[index]?.tags.every(isMarked) ?? false);
    },
    scrollToPara: (index) => element(index)?.scrollIntoView(),
    scroller,
  };
}
