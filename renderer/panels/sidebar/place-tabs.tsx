// The tabs of a place: its sections, and below them what the section shows, where that is several things. A place of one thing has its
// title there.

import type { Message } from "../../../shared/words/message.ts";
import { enterPane } from "../../actions/panes.ts";
import { isPage, type ShownId, standingOf, titleOf } from "../../state/window/places.ts";
import { shownIn, showSection, showTab } from "../../state/window/ui-state.ts";
import { Press } from "../../ui/button.tsx";
import { useTabStrip } from "../../ui/use-tab-strip.ts";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { views } from "./index.ts";

export function PlaceTabs({ shown }: { readonly shown: ShownId }) {
  const { ui } = usePanels();
  const { tell } = useWords();
  /** The tab that was pressed keeps the keyboard, where it is still there. */
  const enterAfter = (act: () => void): void => {
    act();
    requestAnimationFrame(() => {
      const nowShown = shownIn(ui.get());
      if (document.activeElement === document.body)
        enterPane(nowShown !== null && isPage(nowShown) ? "page" : "sidebar");
    });
  };
  const standing = standingOf(shown);
  const sections = useTabStrip<HTMLUListElement>(standing?.place.sections.indexOf(standing.section) ?? 0);
  const parts = useTabStrip<HTMLUListElement>(standing?.section.shows.indexOf(shown) ?? 0);
  if (!standing) return null;
  const { place, section } = standing;
  const title = tell(place.title);
  if (place.sections.length === 1)
    return (
      <h2 className="pane-title">
        {title} <Count of={shown} />
      </h2>
    );
  return (
    <nav className="place-tabs" aria-label={title}>
      <h2 className="visually-hidden">{tell(titleOf(shown))}</h2>
      <ul {...sections}>
        {place.sections.map((one) => (
          <li key={one.shows[0]}>
            <Press
              className="tab"
              aria-current={one === section ? "true" : undefined}
              onPress={() => enterAfter(() => showSection(ui, one))}
            >
              {tell(one.title)} <Count of={one.shows[0]} />
            </Press>
          </li>
        ))}
      </ul>
      {section.shows.length > 1 && (
        <ul {...parts} className={`${parts.className} place-parts`}>
          {section.shows.map((id) => (
            <PartTab
              key={id}
              title={(id === section.shows[0] && section.firstTitle) || titleOf(id)}
              isCurrent={id === shown}
              isOnDemand={section.tabOnDemand?.includes(id) ?? false}
              useCount={countOf(id)}
              onPress={() => enterAfter(() => showTab(ui, id))}
            />
          ))}
        </ul>
      )}
    </nav>
  );
}

const noCount = (): null => null;

/** How many it has, as a hook; `null` where that is not known or nobody counts. */
const countOf = (id: ShownId): (() => number | null) =>
  isPage(id) ? noCount : (views[id].useCount ?? noCount);

interface PartTabProps {
  readonly title: Message;
  readonly isCurrent: boolean;
  readonly isOnDemand: boolean;
  readonly useCount: () => number | null;
  onPress(): void;
}

/** A tab of a section; none where it would lead to nothing and is not shown. */
function PartTab({ title, isCurrent, isOnDemand, useCount, onPress }: PartTabProps) {
  const { tell } = useWords();
  const count = useCount();
  if (isOnDemand && !isCurrent && count === null) return null;
  return (
    <li>
      <Press className="tab" aria-current={isCurrent ? "true" : undefined} onPress={onPress}>
        {tell(title)} <CountSign count={count} />
      </Press>
    </li>
  );
}

function Count({ of }: { readonly of: ShownId }) {
  return <Counted key={of} useCount={countOf(of)} />;
}

function Counted({ useCount }: { readonly useCount: () => number | null }) {
  return <CountSign count={useCount()} />;
}

function CountSign({ count }: { readonly count: number | null }) {
  const { number } = useWords();
  return count === null ? null : <span className="pane-count">{number(count)}</span>;
}
