// Puts a text on the clipboard and says so.
import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { writeClipboard } from "../lib/clipboard.ts";
import { Button } from "./button.tsx";
import { useWords } from "./words.tsx";

interface Props {
  readonly label: string;
  readonly text: string;
}

export function CopyButton({ label, text }: Props) {
  const { say } = useWords();
  const [state, setState] = useState<"ready" | "done" | "refused">("ready");
  const words = { ready: label, done: say("ui.copied"), refused: say("ui.copy-failed") };
  return (
    <Button onPress={() => setState(writeClipboard({ "text/plain": text }) ? "done" : "refused")}>
      {state === "done" ? <Check size={14} aria-hidden /> : <Copy size={14} aria-hidden />}
      <span aria-live="polite">{words[state]}</span>
    </Button>
  );
}
