// Asks for the address that a host printed which was started again, and goes on with it.
import { createContext, type FormEvent, useContext, useState } from "react";
import type { Renewal } from "../host/browser-session.ts";
import { Button } from "../ui/button.tsx";
import { TextField } from "../ui/text-field.tsx";
import { useWords } from "../ui/words.tsx";

export function AddressForm() {
  const { say } = useWords();
  const renew = useRenew();
  const [address, setAddress] = useState("");
  const [answer, setAnswer] = useState<Renewal | null>(null);

  const goOn = async (): Promise<void> => setAnswer(await renew(address));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void goOn();
  };

  const error =
    answer === null || answer === "renewed"
      ? null
      : answer === "elsewhere"
        ? say("connection.elsewhere", { port: location.port })
        : say(`connection.${answer}`);
  return (
    <form className="address-form" onSubmit={submit}>
      <TextField
        label={say("connection.address")}
        placeholder={`http://${location.host}/#…`}
        value={address}
        onChange={(words) => {
          setAddress(words);
          setAnswer(null);
        }}
        error={error}
      />
      <Button isDisabled={address.trim() === ""} onPress={() => void goOn()}>
        {say("connection.go-on")}
      </Button>
    </form>
  );
}

// The way back to a host that was started again, for whoever asks a person for its address.

type Renew = (address: string) => Promise<Renewal>;

export const RenewContext = createContext<Renew | null>(null);

/** Throws where no `RenewContext` is above: a bug of ours. */
function useRenew(): Renew {
  const renew = useContext(RenewContext);
  if (!renew) throw new Error("A panel that asks for an address stands outside the window.");
  return renew;
}
