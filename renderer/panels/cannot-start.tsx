// The page when nothing could be opened at all: no host answered, or the settings could not be read.

import type { ApiErrorData } from "../../shared/errors/errors.ts";
import { explain } from "../../shared/errors/explain.ts";
import { Button } from "../ui/button.tsx";
import { useWords } from "../ui/words.tsx";
import { AddressForm } from "./address-form.tsx";

export function CannotStart({ error }: { readonly error: ApiErrorData }) {
  const { say, tell } = useWords();
  const { what, advice } = explain(error);
  return (
    <main className="lone-message">
      <h1>{tell(what)}</h1>
      <p className="quiet">{tell(advice)}</p>
      {error.problem === "session-expired" && <AddressForm />}
      <Button look="primary" onPress={() => location.reload()}>
        {say("ui.try-again")}
      </Button>
    </main>
  );
}
