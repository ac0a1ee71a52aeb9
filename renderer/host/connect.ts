// Finds out which host this page runs in, and returns the client to speak with it.
import { type Client, clientOver } from "../../shared/api/client.ts";
import type { Transport } from "../../shared/api/transport.ts";
import { problems } from "../../shared/errors/errors.ts";
import {
  beginBrowserSession,
  codeOf,
  keepToken,
  onOpenedAddress,
  onSharedToken,
  type Renewal,
  renewBrowserSession,
} from "./browser-session.ts";
import { browserTransport } from "./browser-transport.ts";
import { desktopTransport } from "./desktop-bridge.ts";
import { createHostStatus, type HostStatusSource } from "./status.ts";

export interface Connection {
  readonly client: Client;
  readonly status: HostStatusSource;
  /** The folder of the project to open at once, where Sayso was started with one. */
  readonly project: string | null;
  /** Goes on with the address that a host printed which was started again. */
  renew(address: string): Promise<Renewal>;
}

/** Never rejects: where no host answers, every call is refused and `status` says so. */
export async function connect(): Promise<Connection> {
  if (window.sayso !== undefined) {
    const client = clientOver(desktopTransport(window.sayso));
    return { client, status: createHostStatus("connected"), project: takeProjectFromAddress(), renew: never };
  }
  const { token, project, reached } = await beginBrowserSession();
  if (token === null) {
    const status = createHostStatus(reached ? "expired" : "unreachable");
    onSharedToken(beginWith);
    onOpenedAddress((code) => void beginAt(code));
    return { client: clientOver(silence(reached)), status, project: null, renew: beginAt };
  }
  const status = createHostStatus("connected");
  const transport = browserTransport(token, status);
  const goOnWith = (next: string): void => {
    keepToken(next);
    transport.renew(next);
  };
  onSharedToken((next) => {
    if (status.get() === "expired") goOnWith(next);
  });
  const renew = async (address: string): Promise<Renewal> => {
    const renewed = await renewBrowserSession(address);
    if (renewed.renewal === "renewed") goOnWith(renewed.token);
    return renewed.renewal;
  };
  onOpenedAddress((code) => {
    if (status.get() === "expired") void renew(code);
  });
  return { client: clientOver(transport), status, project, renew };
}

/** The desktop's session ends with its window. */
const never = async (): Promise<Renewal> => "refused";

/** A page that never had a session has nothing to lose by being loaded again. */
function beginWith(token: string): void {
  keepToken(token);
  location.reload();
}

async function beginAt(address: string): Promise<Renewal> {
  const code = codeOf(address);
  if (code === null) return "elsewhere";
  history.replaceState(null, "", `${location.pathname}#${code}`);
  location.reload();
  return "renewed";
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
