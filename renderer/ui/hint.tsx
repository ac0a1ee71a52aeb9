// A tooltip with the keys that do the same as what it belongs to.
import type { ReactElement } from "react";
import { Tooltip, type TooltipProps, TooltipTrigger } from "react-aria-components";
import { Keys } from "./keys.tsx";

interface Props {
  readonly text: string;
  /** Combinations such as `Mod+z`; only the first is shown. */
  readonly keys?: readonly string[];
  readonly placement?: TooltipProps["placement"];
  /** The element it belongs to: a button of `react-aria-components`. */
  readonly children: ReactElement;
}

export function Hint({ text, keys = [], placement = "top", children }: Props) {
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      {children}
      <Tooltip className="tooltip" placement={placement} offset={6}>
        {text}
        {keys[0] && <Keys combination={keys[0]} />}
      </Tooltip>
    </TooltipTrigger>
  );
}
