// The pane beside a view of Insight with what one of its numbers or names opened. Escape or its button closes it, and the keyboard is back where
// it was opened.
import { X } from "lucide-react";
import { type ReactNode, useId } from "react";
import { enterPaneOnceShown } from "../../actions/panes.ts";
import { IconButton } from "../../ui/button.tsx";
import { OutsideText } from "../../ui/outside-text.tsx";

interface Props {
  readonly title: string;
  /** What the title is followed by, such as how many there are. */
  readonly about?: ReactNode;
  /** What the button that closes it says. */
  readonly closeLabel: string;
  readonly children: ReactNode;
  onClose(): void;
}

export function DetailsPane({ title, about, closeLabel, children, onClose }: Props) {
  const id = useId();
  function close(): void {
    const door = document.querySelector<HTMLElement>(
      '[data-pane="page"] [aria-pressed="true"]:is(.insight-door, .insight-chart-door, [data-part])',
    );
    onClose();
    if (door) door.focus();
    else enterPaneOnceShown("page");
  }
  return (
    <section
      className="insight-cards"
      data-pane="page-details"
      tabIndex={-1}
      aria-labelledby={id}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        close();
      }}
    >
      <header className="insight-cards-head">
        <div>
          <h2 id={id}>
            <OutsideText cut="after-two">{title}</OutsideText>
          </h2>
          {about}
        </div>
        <IconButton label={closeLabel} tiny onPress={close}>
          <X size={14} aria-hidden />
        </IconButton>
      </header>
      {children}
    </section>
  );
}
