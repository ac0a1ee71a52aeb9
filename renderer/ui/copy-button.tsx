// Puts a text on the clipboard and says so.
import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { Button } from "./button.tsx";
import { useWords } from "./words.tsx";

interface Props {
  readonly label: string;
  readonly text: string;
}

export function CopyButton({ label, text }: Props) {
  const { say } = useWords();
  const [state, setState] = useState<"ready" | "done" | "refused">("ready");
  const copy = (): void => {
    navigator.clipboard.writeText(text).then(
      () => setState("done"),
      () => setState("refused"),
    );
  };
  const words = { ready: label, done: say("ui.copied"), refused: say("ui.copy-refused") };
  return (
    <Button onPress={copy}>
      {state === "done" ? <Check size={14} aria-hidden /> : <Copy size={14} aria-hidden />}
      <span aria-live="polite">{words[state]}</span>
    </Button>
  );
}
