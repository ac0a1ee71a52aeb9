// Some paragraphs of the compared text: a box that the browser skips while it is far away, and whose marks are drawn only near
// the window.
import { type CSSProperties, memo, type RefObject, useEffect, useRef, useState } from "react";
import type { Message } from "../../../shared/words/message.ts";
import { estimatedLines, type Layout } from "../../editor/layout.ts";
import { useWords } from "../../ui/words.tsx";
import { type RowShape, TextRow } from "./text-row.tsx";

interface Props {
  readonly shape: RowShape;
  readonly layout: Layout;
  readonly section: number;
  readonly scroller: RefObject<HTMLElement | null>;
  /** By paragraph: what it is set as. */
  roleOf(paragraph: number): string;
  /** What the first difference of a group is called, for the edge of the text. */
  labelOf(group: number): Message | null;
}

/** Labels of one paragraph; more are counted. */
const mostLabels = 3;
/** How much narrower a column is than the article, about. */
const narrower = 1.5;

export const TextSection = memo(function TextSection({
  shape,
  layout,
  section,
  scroller,
  roleOf,
  labelOf,
}: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState(section < 2);
  useEffect(() => {
    if (!box.current) return;
    const observer = new IntersectionObserver((entries) => setNear(entries.at(-1)?.isIntersecting ?? false), {
      root: scroller.current,
      rootMargin: "100% 0px",
    });
    observer.observe(box.current);
    return () => observer.disconnect();
  }, [scroller]);
  const firstIndex = layout.sectionStarts[section] ?? 0;
  const paragraphs = layout.paragraphs.slice(firstIndex, layout.sectionStarts[section + 1]);
  const lines = paragraphs.reduce((sum, paragraph) => sum + estimatedLines(paragraph), 0);
  return (
    <div
      ref={box}
      className="article-section compared-section"
      style={sized(Math.ceil(lines * (shape.lanes ? 1 : narrower)), paragraphs.length)}
    >
      {paragraphs.map(({ start, end }, at) => (
        <div key={start} className="compared-row">
          <Labels groups={shape.compared.differencesIn(firstIndex + at)} labelOf={labelOf} />
          <TextRow
            shape={shape}
            paragraph={firstIndex + at}
            start={start}
            end={end}
            role={roleOf(firstIndex + at)}
            near={near}
          />
        </div>
      ))}
    </div>
  );
});

/** From which the browser guesses the height of what it has not laid out. */
const sized = (lines: number, paragraphs: number) =>
  ({ "--lines": lines, "--paragraphs": paragraphs }) as CSSProperties;

/** What differs in a paragraph, at its edge. The list says the same to those who do not see it. */
function Labels({ groups, labelOf }: { readonly groups: readonly number[] } & Pick<Props, "labelOf">) {
  const { say, tell } = useWords();
  const shownGroups = groups.length > mostLabels + 1 ? groups.slice(0, mostLabels) : groups;
  return (
    <div className="compared-labels" aria-hidden>
      {shownGroups.map((group) => {
        const label = labelOf(group);
        return (
          label && (
            <span key={group} className="compared-label cut" data-groups={group}>
              {tell(label)}
            </span>
          )
        );
      })}
      {shownGroups.length < groups.length && (
        <span className="compared-label" data-groups={groups[shownGroups.length]}>
          {say("compare.more", { count: groups.length - shownGroups.length })}
        </span>
      )}
    </div>
  );
}
