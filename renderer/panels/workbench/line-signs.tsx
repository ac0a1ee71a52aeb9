// Signs beside the lines of the article, for what is near the screen: ribbons for bookmarks, quiet marks for what a check has something
// to say about, and for open threads. For the eye and the pointer: by keyboard one goes through the lists of them.
import { MessageSquare } from "lucide-react";
import { useEffect, useMemo, useState } from "react";
import { findingKey } from "../../../shared/checks/finding.ts";
import type { Range } from "../../../shared/model/range.ts";
import { rangeOfBookmark } from "../../actions/bookmarks.ts";
import { goToFinding } from "../../actions/checks.ts";
import { goToThread } from "../../actions/talk.ts";
import type { ArticleEditorHandle } from "../../editor/editor-model.ts";
import { followNear } from "../../editor/follow-near.ts";
import { useStore } from "../../lib/store.ts";
import { liveChecksOf } from "../../state/articles/live-checks.ts";
import { talkOf } from "../../state/review/talk.ts";
import type { Session } from "../../state/session/session.ts";
import { deskOf } from "../../state/window/desk.ts";
import { showView } from "../../state/window/ui-state.ts";
import { Press } from "../../ui/button.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { SeverityIcon } from "../checks/severity-icon.tsx";
import "../../styles/bookmarks.css";
import "../../styles/checks.css";
import "../../styles/talk.css";

// Bookmarks: ribbons at the left edge.

export function BookmarkSigns({ session }: { readonly session: Session }) {
  const { workspace, ui } = usePanels();
  const bookmarks = useStore(deskOf(workspace, ui).state, (state) => state.bookmarks);
  const placed = useMemo(
    () =>
      bookmarks
        .flatMap((one) => {
          const isHere = one.kind === "article" && one.article === session.article.id;
          const range = isHere ? rangeOfBookmark(session, one) : null;
          return range ? [{ range }] : [];
        })
        .sort((a, b) => a.range.start - b.range.start),
    [bookmarks, session],
  );
  return placed.length > 0 && <Signs session={session} placed={placed} />;
}

interface SignsProps {
  readonly session: Session;
  /** In reading order. */
  readonly placed: readonly { readonly range: Range }[];
}

function Signs({ session, placed }: SignsProps) {
  const { marks } = useLineMarks(session, placed);
  return (
    <div className="bookmark-signs" aria-hidden>
      {marks.map(({ level }) => (
        <span key={level} className="bookmark-sign" style={{ top: level }} />
      ))}
    </div>
  );
}

// Findings of the checks, at the left.

export function CheckMarks({ session }: { readonly session: Session }) {
  const { ui } = usePanels();
  const { say, tell } = useWords();
  const checks = liveChecksOf(session);
  const findings = useStore(checks.state, ({ open }) => open);
  const chosenKey = useStore(checks.chosen, (one) => one?.key ?? null);
  const { marks, left } = useLineMarks(session, findings);

  return (
    <div className="check-marks" style={{ left }}>
      {marks.map(({ level, items }) => {
        const [first] = items;
        if (!first) return null;
        const words = say("checks.in-margin", { count: items.length, says: tell(first.says) });
        return (
          <Press
            key={findingKey(first)}
            className="check-mark"
            aria-label={words}
            data-hint={words}
            tabIndex={-1}
            style={{ top: level }}
            aria-current={items.some((finding) => findingKey(finding) === chosenKey) ? "true" : undefined}
            onPress={() => {
              showView(ui, "checks");
              goToFinding(session, first);
            }}
          >
            <SeverityIcon severity={first.severity} size={13} />
          </Press>
        );
      })}
    </div>
  );
}

// Open threads, at the right.

export function TalkMarks({ session }: { readonly session: Session }) {
  const panels = usePanels();
  const { say } = useWords();
  const talk = talkOf(panels.workspace);
  const { threads } = useStore(talk.state, (state) => state);
  const chosenId = useStore(talk.chosen, (id) => id);
  const placed = useMemo(
    () =>
      threads
        .filter(({ article, isResolved }) => article === session.article.id && !isResolved)
        .flatMap((thread) => {
          const range = talk.placeOf(thread);
          return range ? [{ thread, range }] : [];
        })
        .sort((a, b) => a.range.start - b.range.start),
    [threads, session, talk],
  );
  const { marks, right } = useLineMarks(session, placed);
  return (
    <div className="talk-marks" style={{ left: right }}>
      {marks.map(({ level, items }) => {
        const [first] = items;
        if (!first) return null;
        const words = say("talk.in-margin", { count: items.length });
        return (
          <Press
            key={first.thread.id}
            className="talk-mark"
            aria-label={words}
            data-hint={words}
            tabIndex={-1}
            style={{ top: level }}
            aria-current={items.some(({ thread }) => thread.id === chosenId) ? "true" : undefined}
            onPress={() => void goToThread(panels, first.thread)}
          >
            <MessageSquare size={13} aria-hidden />
          </Press>
        );
      })}
    </div>
  );
}

// Where the signs are.

/** Pixels within which several share a mark: less than any line is high. */
const oneLine = 16;

interface LineLayout<T> {
  readonly marks: readonly LineMark<T>[];
  /** The text's edges, in pixels from the scroller's left edge. */
  readonly left: number;
  readonly right: number;
}

const nowhere: LineLayout<never> = { marks: [], left: 0, right: 0 };

/** `all`: in reading order, and the same list until it is another one. */
function useLineMarks<T extends OfPlace>(session: Session, all: readonly T[]): LineLayout<T> {
  const [placed, setPlaced] = useState<LineLayout<T>>(nowhere);
  useEffect(() => {
    const handle = session.view.current;
    if (!handle) return;
    return followNear(handle, (near, scroller) =>
      setPlaced(placedIn(session, handle, scroller, markedNear(all, near))),
    );
  }, [session, all]);
  return placed;
}

function placedIn<T extends OfPlace>(
  session: Session,
  handle: ArticleEditorHandle,
  scroller: HTMLElement,
  near: readonly T[],
): LineLayout<T> {
  const text = scroller.querySelector(".article")?.getBoundingClientRect();
  if (!text || near.length === 0) return nowhere;
  const frame = scroller.getBoundingClientRect();
  const origin = frame.top - scroller.scrollTop;
  const { length } = session.text.text;
  const levelOf = (start: number): number | null => {
    const box = handle.rectOf({ start, end: Math.min(start + 1, length) });
    return box && box.top + box.height / 2 - origin;
  };
  const marks = lineMarks(near, levelOf, oneLine);
  return { marks, left: text.left - frame.left, right: text.right - frame.left };
}

// Finds the things that have their mark in a part of the article, one mark a line, by a binary search in their list, which is in reading
// order.

/** Something that has a mark beside the line on which it begins; `null`: it is about no place. */
interface OfPlace {
  readonly range: Range | null;
}

/** `level`: pixels from the article's start to the middle of the line. */
interface LineMark<T> {
  readonly level: number;
  readonly items: readonly T[];
}

/** Those that begin in the range. */
export function markedNear<T extends OfPlace>(all: readonly T[], { start, end }: Range): readonly T[] {
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((all[middle]?.range?.start ?? Infinity) < start) low = middle + 1;
    else high = middle;
  }
  const near: T[] = [];
  for (let at = low; (all[at]?.range?.start ?? Infinity) <= end; at += 1) {
    const item = all[at];
    if (item) near.push(item);
  }
  return near;
}

/** One mark a line; lines that are nearer than this many pixels are one. */
export function lineMarks<T extends OfPlace>(
  all: readonly T[],
  levelOf: (start: number) => number | null,
  nearness: number,
): readonly LineMark<T>[] {
  const marks: { level: number; items: T[] }[] = [];
  for (const item of all) {
    const level = item.range ? levelOf(item.range.start) : null;
    if (level === null) continue;
    const lastMark = marks.at(-1);
    if (lastMark && Math.abs(lastMark.level - level) < nearness) lastMark.items.push(item);
    else marks.push({ level, items: [item] });
  }
  return marks;
}
