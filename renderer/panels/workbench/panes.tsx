// The article with the panes beside it, whose edges are moved by mouse or keyboard. In a narrow window a pane lies over the
// article instead.
import { type ReactNode, useRef } from "react";
import { Group, type Layout, Panel, Separator } from "react-resizable-panels";
import { enterPane } from "../../actions/panes.ts";
import { useStore } from "../../lib/store.ts";
import { isPaneShown, type SidePane, setPaneShown } from "../../state/window/ui-state.ts";
import { useWords } from "../../ui/words.tsx";
import { type Panels, usePanels } from "../app-context.tsx";

interface Props {
  readonly sidebar: ReactNode;
  readonly article: ReactNode;
  readonly beside: ReactNode;
  /** `null` where there is nothing to show beside the article. */
  readonly cards: ReactNode | null;
}

/** CSS pixels. A pane that is made smaller than half its least width is put away. */
const bounds = {
  sidebar: { minSize: 180, maxSize: 560 },
  article: { minSize: 340 },
  beside: { minSize: 280, maxSize: 2_000 },
  cards: { minSize: 260, maxSize: 720 },
} as const;

const widths = { sidebar: "sidebarWidth", beside: "besideWidth", cards: "cardsWidth" } as const;

export function Panes({ sidebar, article, beside, cards }: Props) {
  const { ui } = usePanels();
  const { narrow, ...shown } = useStore(ui, (state) => ({
    narrow: state.narrow,
    sidebar: isPaneShown(state, "sidebar"),
    beside: isPaneShown(state, "beside"),
    cards: cards !== null && isPaneShown(state, "cards"),
  }));
  const columns = {
    sidebar: shown.sidebar && !narrow,
    beside: shown.beside && !narrow,
    cards: shown.cards && !narrow,
  };
  const group = useRef<HTMLDivElement>(null);

  const paneBeside = (pane: SidePane, content: ReactNode): ReactNode => (
    <Panel
      key={pane}
      id={pane}
      className="pane"
      collapsible
      {...bounds[pane]}
      defaultSize={ui.get()[widths[pane]]}
      groupResizeBehavior={pane === "beside" ? "preserve-relative-size" : "preserve-pixel-size"}
    >
      {content}
    </Panel>
  );
  return (
    <div className="panes">
      <Group
        className="pane-group"
        disableCursor
        elementRef={group}
        onLayoutChanged={(layout, { isUserInteraction }) => {
          if (isUserInteraction && group.current) keepWidths(ui, { layout, group: group.current, columns });
        }}
      >
        {columns.sidebar && paneBeside("sidebar", sidebar)}
        {columns.sidebar && <PaneEdge key="sidebar-edge" pane="sidebar" />}
        <Panel key="article" id="article" className="pane" {...bounds.article}>
          {article}
        </Panel>
        {columns.beside && <PaneEdge key="beside-edge" pane="beside" />}
        {columns.beside && paneBeside("beside", beside)}
        {columns.cards && <PaneEdge key="cards-edge" pane="cards" />}
        {columns.cards && paneBeside("cards", cards)}
      </Group>
      {narrow && shown.sidebar && <Drawer side="left">{sidebar}</Drawer>}
      {narrow && shown.cards && <Drawer side="right">{cards}</Drawer>}
      {narrow && shown.beside && <Drawer side="right">{beside}</Drawer>}
    </div>
  );
}

function PaneEdge({ pane }: { readonly pane: SidePane }) {
  const { say } = useWords();
  return <Separator className="pane-edge" disableDoubleClick title={say(`workbench.${pane}-width`)} />;
}

interface MovedEdges {
  readonly layout: Layout;
  readonly group: HTMLElement;
  readonly columns: Readonly<Record<SidePane, boolean>>;
}

/** What a person made of the widths. Those that follow from the window's size are not theirs. */
function keepWidths(ui: Panels["ui"], { layout, group, columns }: MovedEdges): void {
  // The edges take their pixel each; the shares are of what is left.
  const room = group.clientWidth - group.querySelectorAll("[role=separator]").length;
  for (const pane of ["sidebar", "beside", "cards"] as const) {
    const share = layout[pane];
    if (share === 0) setPaneShown(ui, pane, false);
    else if (share !== undefined && columns[pane])
      ui.patch({ [widths[pane]]: Math.round((share / 100) * room) });
  }
}

/** A pane over the article. Escape closes it from wherever the keyboard is in it; a field with words is emptied first. */
function Drawer({ side, children }: { readonly side: "left" | "right"; readonly children: ReactNode }) {
  const { ui } = usePanels();
  return (
    <div
      className={`drawer ${side}`}
      onKeyDownCapture={(event) => {
        const isTyping = event.target instanceof HTMLInputElement && event.target.value !== "";
        if (event.key !== "Escape" || isTyping) return;
        event.stopPropagation();
        ui.patch({ drawer: null });
        enterPane("article");
      }}
    >
      {children}
    </div>
  );
}
