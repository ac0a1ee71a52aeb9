// The transport inside the desktop application: the two functions that its preload puts on the window.
import type { Event } from "../../shared/api/contract.ts";
import type { Reply, Transport } from "../../shared/api/transport.ts";

export interface DesktopBridge {
  call(name: string, input: unknown): Promise<Reply>;
  subscribe(listener: (event: Event) => void): () => void;
}

declare global {
  interface Window {
    /** There in the desktop application only. */
    readonly sayso?: DesktopBridge;
  }
}

/** The main process ends together with its window; a call that fails all the same is answered, not thrown. */
export function desktopTransport(bridge: DesktopBridge): Transport {
  return {
    async call(name, input) {
      try {
        return await bridge.call(name, input);
      } catch (error) {
        const detail = { message: error instanceof Error ? error.message : String(error) };
        return { ok: false, error: { code: "unreachable", problem: "host-unreachable", detail } };
      }
    },
    subscribe: (listener) => bridge.subscribe(listener),
  };
}
