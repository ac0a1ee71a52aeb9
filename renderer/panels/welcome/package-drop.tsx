// A colleague's package that is dropped where no project is open: the offer to start one with it.
import { useState } from "react";
import { Banner } from "../../ui/banner.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { filesOf } from "../articles/chosen-files.ts";
import { readReview } from "../articles/read-review.ts";
import { useDrop } from "../articles/use-drop.ts";

export function PackageDrop() {
  const { ui } = usePanels();
  const { say } = useWords();
  const [isOther, setIsOther] = useState(false);
  async function take(files: ReturnType<typeof filesOf>): Promise<void> {
    const [first] = (await files).files;
    const text = first ? await readReview(first.file) : null;
    setIsOther(text === null);
    if (first && text !== null)
      ui.patch({ dialog: "from-package", takeInQueue: [{ name: first.file.name, text }] });
  }
  const over = useDrop(true, (data) => void take(filesOf(data)));
  return (
    <>
      {isOther && (
        <Banner tone="caution" title={say("welcome.no-package")} onDismiss={() => setIsOther(false)} />
      )}
      {over && <div className="drop-veil">{say("projects.from-package")}</div>}
    </>
  );
}
