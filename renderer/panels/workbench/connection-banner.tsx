// The host does not answer: what stands only in this window, and what to do.

import { createStore, useStore } from "../../lib/store.ts";
import { correctionDraftsOf } from "../../state/articles/correction-drafts.ts";
import type { Connection } from "../../state/project/workspace.ts";
import type { SaveStatus } from "../../state/session/save-queue.ts";
import { Banner } from "../../ui/banner.tsx";
import { useWords } from "../../ui/words.tsx";
import { AddressForm } from "../address-form.tsx";
import { usePanels, useSession } from "../app-context.tsx";

export function ConnectionBanner({ connection }: { readonly connection: Exclude<Connection, "up"> }) {
  const { say } = useWords();
  const unsaved = useUnsaved();
  const texts = useStore(correctionDraftsOf(usePanels().workspace).state, ({ size }) => size);
  const marks =
    unsaved === 0 && texts > 0 ? say("connection.marks-saved") : say("connection.kept", { count: unsaved });
  const keptSentence = texts > 0 ? `${marks} ${say("connection.texts-kept", { count: texts })}` : marks;
  if (connection === "expired")
    return (
      <Banner tone="danger" title={say("connection.expired")}>
        <p>{keptSentence}</p>
        <p>{say("connection.enter-address")}</p>
        <AddressForm />
      </Banner>
    );
  return (
    <Banner tone="danger" title={say("connection.stopped")}>
      <p>{keptSentence}</p>
      <p>{say("connection.start-again")}</p>
    </Banner>
  );
}

const nothing = createStore<SaveStatus>({ kind: "saved", at: null });

function useUnsaved(): number {
  const session = useSession();
  return useStore(session?.queue.status ?? nothing, (status) =>
    status.kind === "saved" ? 0 : status.waiting,
  );
}
