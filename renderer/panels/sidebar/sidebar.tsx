// The left edge of the window: the rail, with one button a place, and the view of the sidebar that was chosen, under the tabs of its
// place.
import { CircleHelp, type LucideIcon, Settings } from "lucide-react";
import { memo } from "react";
import { Button } from "react-aria-components";
import type { OpenProject } from "../../../shared/api/contract.ts";
import { isPerson } from "../../../shared/model/curation.ts";
import type { Message } from "../../../shared/words/message.ts";
import { runAction } from "../../actions/keyboard.ts";
import { enterPane } from "../../actions/panes.ts";
import { useStore } from "../../lib/store.ts";
import {
  isPage,
  type Place,
  type PlaceId,
  places,
  type ShownId,
  standingOf,
  titleOf,
} from "../../state/window/places.ts";
import { shownIn, showSection, showTab, toggleShownPlace } from "../../state/window/ui-state.ts";
import { Press } from "../../ui/button.tsx";
import { Hint } from "../../ui/hint.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { useKeyboard } from "../use-keyboard.ts";
import { placeParts, views, type Waiting } from "./index.ts";

export const Sidebar = memo(function Sidebar({ project }: { readonly project: OpenProject }) {
  const id = useStore(usePanels().ui, ({ sidebar }) => sidebar);
  const { Body, Tools } = views[id];
  const title = useWords().tell(titleOf(id));
  return (
    <aside className="side left" aria-label={title} data-pane="sidebar" data-view={id} tabIndex={-1}>
      <header className="pane-head">
        <PlaceTabs shown={id} />
        {Tools && <Tools project={project} />}
      </header>
      <Body key={id} project={project} />
    </aside>
  );
});

// The rail: the places, and below them what one needs anywhere. Pressing the place that is shown puts it away.

/** Not drawn again with each article that is opened. */
export const Rail = memo(function Rail({ project }: { readonly project: OpenProject }) {
  const { ui, workspace } = usePanels();
  const { say } = useWords();
  const page = useStore(ui, (state) => state.page);
  const current = useStore(ui, (state) => {
    const shown = shownIn(state);
    return (shown && standingOf(shown)?.place.id) ?? null;
  });
  // A sole annotator has nothing to compare, and without a card there is nothing to count.
  const isAlone = project.project.annotators.filter(isPerson).length < 2;
  const hasCards = useStore(workspace.state, ({ articles }) => articles.some((one) => one.attributions > 0));
  const hiddenPlaces: readonly PlaceId[] = isAlone ? (hasCards ? ["review"] : ["review", "insight"]) : [];
  const railPlaces = places.filter(({ id }) => id === current || !hiddenPlaces.includes(id));
  const placeButtons = (isTool: boolean) =>
    railPlaces
      .filter((place) => (place.isTool ?? false) === isTool)
      .map((place) => <PlaceButton key={place.id} place={place} isCurrent={place.id === current} />);
  return (
    <nav className="rail" aria-label={say("sidebar.places")}>
      {placeButtons(false)}
      <span className="spring" />
      {placeButtons(true)}
      <CommandButton action="settings" icon={Settings} title={say("sidebar.settings")} />
      <CommandButton
        action="show-guide"
        icon={CircleHelp}
        title={say("sidebar.help")}
        isCurrent={page === "guide"}
      />
    </nav>
  );
});

function PlaceButton({ place, isCurrent }: { readonly place: Place; readonly isCurrent: boolean }) {
  const { ui } = usePanels();
  const { tell, list, number } = useWords();
  const { keysOf } = useKeyboard();
  const { icon: Icon, useWaiting = useNothingWaiting } = placeParts[place.id];
  const { count, says } = useWaiting();
  const title = tell(place.title);
  const waiting = list(says.map(tell));
  return (
    <Hint
      text={count === 0 ? title : `${title}: ${waiting}`}
      keys={keysOf(`show-${place.sections[0].shows[0]}`)}
      placement="end"
    >
      <Button
        className={isCurrent ? "rail-button current" : "rail-button"}
        {...(isCurrent && { "aria-current": true })}
        onPress={() => toggleShownPlace(ui, place)}
      >
        <Icon size={18} aria-hidden />
        <span className="rail-title">{title}</span>
        {count > 0 && (
          <>
            <span className="rail-badge" aria-hidden>
              {number(count)}
            </span>
            <span className="visually-hidden">: {waiting}</span>
          </>
        )}
      </Button>
    </Hint>
  );
}

const useNothingWaiting = (): Waiting => nothingWaiting;
const nothingWaiting: Waiting = { count: 0, says: [] };

interface CommandButtonProps {
  /** The id of its action. */
  readonly action: string;
  readonly icon: LucideIcon;
  readonly title: string;
  /** Whether what it shows is on the screen. */
  readonly isCurrent?: boolean;
}

function CommandButton({ action, icon: Icon, title, isCurrent = false }: CommandButtonProps) {
  const panels = usePanels();
  const { keysOf } = useKeyboard();
  return (
    <Hint text={title} keys={keysOf(action)} placement="end">
      <Button
        className={isCurrent ? "rail-button current" : "rail-button"}
        {...(isCurrent && { "aria-current": true })}
        onPress={() => runAction(panels, action)}
      >
        <Icon size={18} aria-hidden />
        <span className="rail-title">{title}</span>
      </Button>
    </Hint>
  );
}

// The tabs of a place: its sections, and below them what the section shows, where that is several things. A place of one thing has its
// title there.

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
      <ul className="place-sections">
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
        <ul className="place-parts">
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
