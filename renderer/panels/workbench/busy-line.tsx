// The line that says what is being waited for, where anything is.
import { useStore } from "../../lib/store.ts";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";

export function BusyLine() {
  const { tell } = useWords();
  const busy = useStore(usePanels().workspace.state, (state) => state.busy);
  return (
    <p className="busy" role="status">
      {busy !== null && tell(busy)}
    </p>
  );
}
