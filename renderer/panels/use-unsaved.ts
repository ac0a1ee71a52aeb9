// How many changes of the article on the screen are not yet safe on the disk.

import { createStore, useStore } from "../lib/store.ts";
import type { SaveStatus } from "../state/session/save-queue.ts";
import { useSession } from "./app-context.tsx";

const nothing = createStore<SaveStatus>({ kind: "saved", at: null });

export function useUnsaved(): number {
  const session = useSession();
  return useStore(session?.queue.status ?? nothing, (status) =>
    status.kind === "saved" ? 0 : status.waiting,
  );
}
