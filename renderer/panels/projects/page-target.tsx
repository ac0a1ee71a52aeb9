// Choosing where one page to print or send is written, and, where the host prints, whether as HTML or as PDF.
import { type ReactNode, useState } from "react";
import { useStore } from "../../lib/store.ts";
import { SegmentedField } from "../../ui/segmented-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { type FileTarget, useFileTarget } from "./file-target.tsx";

interface PageTarget {
  readonly target: FileTarget;
  /** The choice between the two; nothing where there is none. */
  readonly formatField: ReactNode;
}

/** `name`: what is suggested, without an ending. The rest is as with any file. */
export function usePageTarget(
  name: string,
  write: (path: string, overwrite: boolean) => Promise<boolean>,
  done: () => void,
): PageTarget {
  const { workspace } = usePanels();
  const { say } = useWords();
  const printsPdf = useStore(workspace.state, ({ host }) => host.host === "electron");
  const [ending, setEnding] = useState<"html" | "pdf">("html");
  const target = useFileTarget(`${name}.${ending}`, write, done);
  const formatField = printsPdf && (
    <SegmentedField
      label={say("dialogs.page-as")}
      value={ending}
      options={[
        { id: "html", name: "HTML" },
        { id: "pdf", name: "PDF" },
      ]}
      onChange={(id) => {
        setEnding(id);
        target.forgetName();
      }}
    />
  );
  return { target, formatField };
}
