// A pane at a side of a page, which keeps its width when the window becomes wider or narrower.
import type { ReactNode } from "react";
import { Panel } from "react-resizable-panels";

interface Props {
  readonly id: string;
  /** In pixels. */
  readonly width: { readonly least: number; readonly first: number; readonly most: number };
  readonly children: ReactNode;
}

export function SidePanel({ id, width: { least, first, most }, children }: Props) {
  return (
    <Panel
      id={id}
      className="pane compare-side"
      defaultSize={first}
      minSize={least}
      maxSize={most}
      groupResizeBehavior="preserve-pixel-size"
    >
      {children}
    </Panel>
  );
}
