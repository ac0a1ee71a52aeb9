// Ribbons at the left edge of the article, level with the words that have a bookmark. For the eye: the list of bookmarks says the same.
import { useMemo } from "react";
import type { Range } from "../../../shared/model/range.ts";
import { rangeOfBookmark } from "../../actions/bookmarks.ts";
import { useStore } from "../../lib/store.ts";
import type { Session } from "../../state/session/session.ts";
import { deskOf } from "../../state/window/desk.ts";
import { usePanels } from "../app-context.tsx";
import { useLineMarks } from "../margin/use-line-marks.ts";
import "../../styles/bookmarks.css";

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
