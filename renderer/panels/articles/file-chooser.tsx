// A button that opens the system's own dialog for several files, or for a folder.
import type { LucideIcon } from "lucide-react";
import { useRef } from "react";
import type { ChosenFile } from "../../state/window/ui-state.ts";
import { Button } from "../../ui/button.tsx";
import { chosenIn } from "./chosen-files.ts";

interface Props {
  readonly label: string;
  readonly picture: LucideIcon;
  readonly folder?: boolean;
  onChoose(files: readonly ChosenFile[]): void;
}

export function FileChooser({ label, picture: Picture, folder = false, onChoose }: Props) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button onPress={() => input.current?.click()}>
        <Picture size={14} aria-hidden /> {label}
      </Button>
      <input
        ref={(element) => {
          input.current = element;
          // React knows no such property.
          element?.toggleAttribute("webkitdirectory", folder);
        }}
        type="file"
        aria-label={label}
        hidden
        multiple
        onChange={({ currentTarget }) => {
          const files = chosenIn(currentTarget);
          if (files.length > 0) onChoose(files);
        }}
      />
    </>
  );
}
