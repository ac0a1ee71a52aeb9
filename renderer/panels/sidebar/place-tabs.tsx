// The tabs of a place: its sections, and below them what the section shows, where that is several things. A place of one thing has its
// title there.
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
            <li key={id}>
              <Press
                className="tab"
                aria-current={id === shown ? "true" : undefined}
                onPress={() => enterAfter(() => showTab(ui, id))}
              >
                {tell((id === section.shows[0] && section.firstTitle) || titleOf(id))} <Count of={id} />
              </Press>
            </li>
          ))}
        </ul>
      )}
    </nav>
  );
}

/** How many there are; nothing where that is not known or nobody counts. */
function Count({ of }: { readonly of: ShownId }) {
  const useCount = isPage(of) ? undefined : views[of].useCount;
  return useCount ? <Counted key={of} useCount={useCount} /> : null;
}

function Counted({ useCount }: { readonly useCount: () => number | null }) {
  const count = useCount();
  const { number } = useWords();
  return count === null ? null : <span className="pane-count">{number(count)}</span>;
}
