// The desktop's door: the one channel by which the page calls, the one by which events reach it, and the check of who calls.
import type { IpcMain, IpcMainInvokeEvent, WebContents } from "electron";
import type { Reply } from "../../../shared/api/client.ts";
import type { Event } from "../../../shared/api/contract.ts";
import type { Problem, ProblemDetail } from "../../../shared/errors/errors.ts";
import { problems } from "../../../shared/errors/errors.ts";
import type { Id } from "../../../shared/model/id.ts";
import type { Core } from "../../core/core.ts";
import { isOurPage } from "./protocol.ts";

/** The window behind a caller, as a client of the core. */
export interface WindowClient {
  readonly id: Id;
  readonly contents: WebContents;
  readonly mayCall: () => boolean;
}

/** `clientOf` returns `undefined` for contents that are no window of ours. */
export function answerCalls(
  ipcMain: IpcMain,
  core: Core,
  clientOf: (contents: WebContents) => WindowClient | undefined,
): void {
  ipcMain.handle("call", async (event, name: unknown, input: unknown): Promise<Reply> => {
    const client = clientOf(event.sender);
    if (client === undefined || !isFromPage(event)) return failure("session-expired");
    if (!client.mayCall()) return failure("host-unreachable", { reason: "too-many-calls" });
    if (typeof name !== "string") return failure("method-unknown", { method: String(name).slice(0, 100) });
    return core.dispatch(name, input, client.id);
  });
}

/** Passes the core's events on to the windows they are for. Returns the function that ends it. */
export function sendEvents(core: Core, clients: () => readonly WindowClient[]): () => void {
  return core.subscribe((event, to) => {
    for (const client of clients()) {
      if (to === undefined || to === client.id) sendEvent(client.contents, event);
    }
  });
}

export function sendEvent(contents: WebContents, event: Event): void {
  if (!contents.isDestroyed()) contents.send("event", event);
}

/** A frame within the page, a frame that is gone and a page of another address have no say. */
export function isFromPage({ senderFrame }: Pick<IpcMainInvokeEvent, "senderFrame">): boolean {
  return senderFrame !== null && senderFrame.parent === null && isOurPage(senderFrame.url);
}

function failure(problem: Problem, detail: ProblemDetail = {}): Reply {
  return { ok: false, error: { code: problems[problem], problem, detail } };
}
