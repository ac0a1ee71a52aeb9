// The mentions of entities as the core knows them, asked again whenever a set or the registry has been saved anew.
import { useCallback, useEffect, useState } from "react";
import type { Mention } from "../../../shared/api/contract.ts";
import type { Id } from "../../../shared/model/id.ts";
import { latestAnswer } from "../../lib/latest-answer.ts";
import { afterSaves } from "../../state/window/after-saves.ts";
import { usePanels } from "../app-context.tsx";
import type { Counts } from "./entity-listing.ts";

type Ask<T> = () => Promise<T | null>;

/** The latest answer to `ask`, which is called at once and after each save; `null` until the first. */
function useAnswer<T>(ask: Ask<T>): T | null {
  const { workspace } = usePanels();
  const [answer, setAnswer] = useState<{ readonly to: Ask<T>; readonly value: T } | null>(null);
  useEffect(() => {
    const latest = latestAnswer(ask, (value) => setAnswer({ to: ask, value }));
    void latest.ask();
    const stop = afterSaves(workspace, () => void latest.ask());
    return () => {
      latest.stop();
      stop();
    };
  }, [ask, workspace]);
  return answer?.to === ask ? answer.value : null;
}

/** How often each entity is mentioned; `null` until that is known. */
export const useCounts = (): Counts | null => useAnswer(usePanels().workspace.registry.counts);

/** The colleagues who mention these entities, by name; `null` until they are known. */
export function useColleagues(entities: readonly Id[]): readonly string[] | null {
  const { registry } = usePanels().workspace;
  const joinedIds = entities.join(" ");
  return useAnswer(useCallback(() => registry.colleagues(joinedIds.split(" ")), [registry, joinedIds]));
}

/** The mentions of these entities; `null` until they are known. */
export function useMentions(entities: readonly Id[]): readonly Mention[] | null {
  const { registry } = usePanels().workspace;
  const joinedIds = entities.join(" ");
  return useAnswer(useCallback(() => registry.mentions(joinedIds.split(" ")), [registry, joinedIds]));
}
