// Finds out which host this page runs in, and returns the client to speak with it.
import { type Client, clientOver } from "../../shared/api/client.ts";
import { problems } from "../../shared/api/errors.ts";
import type { Transport } from "../../shared/api/transport.ts";
import { beginBrowserSession } from "./browser-session.ts";
import { browserTransport } from "./browser-transport.ts";
import { desktopTransport } from "./desktop-bridge.ts";
import { createHostStatus, type HostStatusSource } from "./status.ts";

export interface Connection {
  readonly client: Client;
  readonly status: HostStatusSource;
  /** The folder of the project to open at once, where Sayso was started with one. */
  readonly project: string | null;
}

/** Never rejects: where no host answers, every call is refused and `status` says so. */
export async function connect(): Promise<Connection> {
  if (window.sayso !== undefined) {
    const client = clientOver(desktopTransport(window.sayso));
    return { client, status: createHostStatus("connected"), project: takeProjectFromAddress() };
  }
  const { token, project, reached } = await beginBrowserSession();
  if (token === null) {
    const status = createHostStatus(reached ? "expired" : "unreachable");
    return { client: clientOver(silence(reached)), status, project: null };
  }
  const status = createHostStatus("connected");
  return { client: clientOver(browserTransport(token, status)), status, project };
}

/** The desktop's main process writes it into the fragment; a reload must not open the project over another. */
function takeProjectFromAddress(): string | null {
  const project = new URLSearchParams(location.hash.slice(1)).get("project");
  if (location.hash !== "") history.replaceState(null, "", location.pathname);
  return project;
}

function silence(reached: boolean): Transport {
  const problem = reached ? "session-expired" : "host-unreachable";
  return {
    call: async () => ({ ok: false, error: { code: problems[problem], problem, detail: {} } }),
    subscribe: () => () => undefined,
  };
}
