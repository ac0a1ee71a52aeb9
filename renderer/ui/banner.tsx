// Something that must be seen until it is dealt with: what happened, what to do, and the buttons for it.
import { X } from "lucide-react";
import type { ReactNode } from "react";
import { IconButton } from "./button.tsx";
import { useWords } from "./words.tsx";

interface Props {
  readonly tone: "danger" | "caution" | "good" | "plain";
  readonly title: ReactNode;
  readonly children?: ReactNode;
  readonly buttons?: ReactNode;
  /** Absent: it goes only when its cause goes. */
  readonly onDismiss?: () => void;
}

export function Banner({ tone, title, children, buttons, onDismiss }: Props) {
  const { say } = useWords();
  const urgent = tone === "danger" || tone === "caution";
  return (
    <div className={`banner ${tone}`} role={urgent ? "alert" : "status"}>
      <div className="banner-words">
        <p className="banner-title">{title}</p>
        {children}
      </div>
      <div className="banner-buttons">
        {buttons}
        {onDismiss && (
          <IconButton label={say("ui.dismiss")} tiny onPress={onDismiss}>
            <X size={14} aria-hidden />
          </IconButton>
        )}
      </div>
    </div>
  );
}
