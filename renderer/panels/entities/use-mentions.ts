// What the core knows of the mentions of entities, asked again whenever a set or the registry has been saved anew.
import { useCallback, useEffect, useState } from "react";
import type { Mention } from "../../../shared/api/contract.ts";
import type { Id } from "../../../shared/model/id.ts";
import { usePanels } from "../app-context.tsx";
import type { Counts } from "./entity-listing.ts";

/** Milliseconds of rest before asking again. */
const rest = 150;

type Ask<T> = () => Promise<T | null>;

/** The latest answer to `ask`, which is called at once and after each save; `null` until the first. */
function useAnswer<T>(ask: Ask<T>): T | null {
  const { workspace } = usePanels();
  const [answer, setAnswer] = useState<{ readonly to: Ask<T>; readonly value: T } | null>(null);
  useEffect(() => {
    let isWanted = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const load = async (): Promise<void> => {
      const value = await ask();
      if (isWanted && value !== null) setAnswer({ to: ask, value });
    };
    void load();
    let { articles, entities } = workspace.state.get();
    const stop = workspace.state.subscribe(() => {
      const now = workspace.state.get();
      // The list of articles is told anew after each save of a set.
      if (now.articles === articles && now.entities === entities) return;
      ({ articles, entities } = now);
      clearTimeout(timer);
      timer = setTimeout(load, rest);
    });
    return () => {
      isWanted = false;
      clearTimeout(timer);
      stop();
    };
  }, [ask, workspace]);
  return answer?.to === ask ? answer.value : null;
}

/** How often each entity is mentioned; `null` until that is known. */
export const useCounts = (): Counts | null => useAnswer(usePanels().workspace.registry.counts);

/** The mentions of these entities; `null` until they are known. */
export function useMentions(entities: readonly Id[]): readonly Mention[] | null {
  const { registry } = usePanels().workspace;
  const asked = entities.join(" ");
  return useAnswer(useCallback(() => registry.mentions(asked.split(" ")), [registry, asked]));
}
