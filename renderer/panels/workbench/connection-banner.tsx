// The host does not answer: what stands only in this window, and what to do.
import type { Connection } from "../../state/workspace.ts";
import { Banner } from "../../ui/banner.tsx";
import { counted } from "../../ui/format-words.ts";
import { useUnsaved } from "../use-unsaved.ts";

export function ConnectionBanner({ connection }: { readonly connection: Exclude<Connection, "up"> }) {
  const unsaved = useUnsaved();
  const kept =
    unsaved === 0
      ? "Everything you did so far is saved."
      : `Your ${counted(unsaved, "unsaved change")} ${unsaved === 1 ? "is" : "are"} kept in this window: leave it open.`;
  if (connection === "expired")
    return (
      <Banner tone="danger" title="This window is no longer known to Sayso.">
        <p>{kept} Open the address that Sayso printed when it was started, in another window.</p>
      </Banner>
    );
  return (
    <Banner tone="danger" title="Sayso’s host has stopped or cannot be reached.">
      <p>
        {kept} If it still runs, this window goes on by itself as soon as it answers. Otherwise start Sayso
        again and open the address that it prints: all that was saved is there.
      </p>
    </Banner>
  );
}
