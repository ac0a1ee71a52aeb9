// The way back to a host that was started again, for whoever asks a person for its address.
import { createContext, useContext } from "react";
import type { Renewal } from "../host/browser-session.ts";

type Renew = (address: string) => Promise<Renewal>;

export const RenewContext = createContext<Renew | null>(null);

/** Throws where no `RenewContext` is above: a bug of ours. */
export function useRenew(): Renew {
  const renew = useContext(RenewContext);
  if (!renew) throw new Error("A panel that asks for an address stands outside the window.");
  return renew;
}
