// One row of the list: an article with its count, or a hit with what stands around it and whether it will be marked.
import type { OpenProject } from "../../../shared/api/contract.ts";
import { isMarked } from "../../../shared/model/annotation-set.ts";
import { contextLength } from "../../../shared/model/selector.ts";
import { typeName } from "../../../shared/words/tagset-words.ts";
import { goToHit } from "../../actions/find.ts";
import { createStore, useStore } from "../../lib/store.ts";
import type { Session } from "../../state/session/session.ts";
import { OutsideText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { TypeForm } from "../span/type-form.tsx";
import type { HitRow } from "./hit-rows.ts";
import { useFind } from "./use-find.ts";

interface Place {
  readonly at: number;
  readonly count: number;
  /** Pixels from the top of the list. */
  readonly top: number;
  /** Whether the Tab key comes to the list here. */
  readonly isEntry: boolean;
}

interface ArticleRowProps extends Place {
  readonly row: HitRow & { readonly kind: "article" };
  readonly title: string;
  readonly leftOut: ReadonlySet<string>;
}

export function ArticleRow({ row, title, leftOut, at, count, top, isEntry }: ArticleRowProps) {
  const { say } = useWords();
  const find = useFind();
  const out = row.keys.filter((key) => leftOut.has(key)).length;
  return (
    <li className="hit-row hit-article" style={{ top }} aria-setsize={count} aria-posinset={at + 1}>
      <label className="hit-label">
        <input
          type="checkbox"
          data-row={at}
          tabIndex={isEntry ? 0 : -1}
          checked={out === 0}
          ref={(box) => {
            if (box) box.indeterminate = out > 0 && out < row.keys.length;
          }}
          onChange={(event) => find.leaveOut(row.keys, !event.target.checked)}
        />
        <span className="hit-title cut">
          <OutsideText>{title}</OutsideText>
        </span>
        <span className="hit-count">{say("search.hit-count", { count: row.keys.length })}</span>
      </label>
    </li>
  );
}

interface HitItemProps extends Place {
  readonly row: HitRow & { readonly kind: "hit" };
  readonly project: OpenProject;
  /** The session of the hit's article, when that is on the screen. */
  readonly session: Session | null;
  readonly isShown: boolean;
  readonly isLeftOut: boolean;
}

/** Code units of a hit that a row shows. */
const longest = 80;
const closed = createStore(null);
const lineEnd = /[\n\r\u2028\u2029]/u;

/** What stands before a hit on its line, from a whole word on; short, so that the hit itself is in sight. */
const before = (prefix: string): string => {
  const line = prefix.split(lineEnd).at(-1) ?? "";
  const isCut = line === prefix && prefix.length >= contextLength;
  return isCut || line.length > 24 ? line.slice(-24).replace(/^\S*\s/u, "") : line;
};

/** What stands behind it on its line, to the last whole word. */
const after = (suffix: string): string => {
  const line = suffix.split(lineEnd)[0] ?? "";
  return line === suffix && suffix.length >= contextLength ? line.replace(/\s\S*$/u, " …") : line;
};

export function HitItem({
  row,
  project,
  session,
  isShown,
  isLeftOut,
  at,
  count,
  top,
  isEntry,
}: HitItemProps) {
  const { say, tell, list } = useWords();
  const panels = usePanels();
  const find = useFind();
  const { hit, key } = row;
  const { tagset } = project.project;
  // What is on the screen is asked itself: it may have been marked since.
  const marked = useStore(session?.shown ?? closed, (state) =>
    state
      ? tagset.spanTypes.map(({ id }) => id).filter((type) => isMarked(state.annotations.set, type, [hit]))
      : hit.marked,
  );
  const names = tagset.spanTypes.filter(({ id }) => marked.includes(id)).map((type) => tell(typeName(type)));
  return (
    <li
      className={isShown ? "hit-row shown" : "hit-row"}
      style={{ top }}
      aria-setsize={count}
      aria-posinset={at + 1}
      aria-current={isShown ? "true" : undefined}
    >
      <input
        type="checkbox"
        data-row={at}
        aria-label={say("search.include", {
          words: hit.quote.slice(0, longest),
          before: before(hit.prefix),
          after: after(hit.suffix),
        })}
        tabIndex={isEntry ? 0 : -1}
        checked={!isLeftOut}
        onChange={(event) => find.leaveOut([key], !event.target.checked)}
      />
      <button type="button" className="hit-words" tabIndex={-1} onClick={() => void goToHit(panels, row)}>
        <span className="hit-text" dir="auto">
          <OutsideText>{before(hit.prefix)}</OutsideText>
          <strong>
            <OutsideText>{hit.quote.slice(0, longest)}</OutsideText>
          </strong>
          <OutsideText>{after(hit.suffix)}</OutsideText>
        </span>
        {names.length > 0 && (
          <span className="hit-marked" title={say("search.marked-as", { types: list(names) })}>
            {marked.map((type) => (
              <TypeForm key={type} tagset={tagset} type={type} />
            ))}
            <span className="visually-hidden">{say("search.marked-as", { types: list(names) })}</span>
          </span>
        )}
      </button>
    </li>
  );
}
