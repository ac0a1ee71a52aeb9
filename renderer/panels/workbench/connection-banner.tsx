// The host does not answer: what stands only in this window, and what to do.
import type { Connection } from "../../state/workspace.ts";
import { Banner } from "../../ui/banner.tsx";
import { useWords } from "../../ui/words.tsx";
import { AddressForm } from "../address-form.tsx";
import { useUnsaved } from "../use-unsaved.ts";

export function ConnectionBanner({ connection }: { readonly connection: Exclude<Connection, "up"> }) {
  const { say } = useWords();
  const kept = say("connection.kept", { count: useUnsaved() });
  if (connection === "expired")
    return (
      <Banner tone="danger" title={say("connection.expired")}>
        <p>{kept}</p>
        <p>{say("connection.enter-address")}</p>
        <AddressForm />
      </Banner>
    );
  return (
    <Banner tone="danger" title={say("connection.stopped")}>
      <p>{kept}</p>
      <p>{say("connection.start-again")}</p>
    </Banner>
  );
}
