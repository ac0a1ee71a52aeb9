// The windows and tabs that show the page: each is one client of the core and holds one WebSocket, over which events go out
// and nothing comes in. A closed socket is a closed window, unless it returns soon: then it is told what it missed.
import { randomBytes } from "node:crypto";
import type { WebSocket } from "ws";
import type { Event } from "../../../shared/api/contract.ts";
import { type Id, idFromBytes } from "../../../shared/model/id.ts";
import type { Core } from "../../core/core.ts";
import { createRateLimit } from "../rate-limit.ts";

/** Bytes that may wait for a window that does not read; it is cut off beyond that, and connects anew. */
const maxBacklog = 64 * 1024 * 1024;
/** Milliseconds between two looks at whether a window still answers. */
const heartbeat = 15_000;

interface Window {
  readonly id: Id;
  /** Whether it may make one more call now. */
  readonly mayCall: () => boolean;
}

export interface Windows {
  /** The window that a token and the page's own tab id stand for. */
  of(token: string, tab: string): Window;
  /** `heard`: how many events have come in at the window so far. */
  connect(token: string, tab: string, heard: number, socket: WebSocket): void;
  close(): void;
}

interface WindowsOptions {
  readonly core: Core;
  /** Milliseconds that a window may be away before it counts as closed. */
  readonly grace: number;
  readonly onLastGone: () => void;
  readonly onBug: (error: unknown) => void;
}

interface Entry extends Window {
  readonly told: ToldEvents;
  socket: WebSocket | null;
  timer: NodeJS.Timeout | undefined;
}

interface WindowsState extends WindowsOptions {
  readonly entries: Map<string, Entry>;
  isClosed: boolean;
}

export function createWindows(options: WindowsOptions): Windows {
  const windows: WindowsState = { ...options, entries: new Map(), isClosed: false };
  const unsubscribe = options.core.subscribe((event, to) => emit(windows, event, to));
  return {
    of: (token, tab) => entryOf(windows, token, tab),
    connect: (token, tab, heard, socket) => connect(windows, { token, tab, heard }, socket),
    close() {
      windows.isClosed = true;
      unsubscribe();
      for (const entry of windows.entries.values()) {
        clearTimeout(entry.timer);
        if (entry.socket !== null) sayGoodbye(entry.socket);
        entry.socket = null;
      }
      windows.entries.clear();
    },
  };
}

function emit({ entries }: WindowsState, event: Event, to: Id | undefined): void {
  const message = JSON.stringify(event);
  for (const { id, told, socket } of entries.values()) {
    if (to !== undefined && to !== id) continue;
    told.add(message);
    if (socket !== null) send(socket, message);
  }
}

function connect(
  windows: WindowsState,
  { token, tab, heard }: { readonly token: string; readonly tab: string; readonly heard: number },
  socket: WebSocket,
): void {
  // It was on its way in when the host was told to stop.
  if (windows.isClosed) {
    sayGoodbye(socket);
    return;
  }
  const entry = entryOf(windows, token, tab);
  clearTimeout(entry.timer);
  entry.socket?.terminate();
  entry.socket = socket;
  keepAlive(socket, entry.told);
  for (const message of entry.told.since(heard)) send(socket, message);
  // Nothing is expected from a window. 1003: binary; 1008: against the rules.
  socket.on("message", (_data, isBinary) => socket.close(isBinary ? 1003 : 1008));
  socket.on("error", () => socket.terminate());
  socket.on("close", () => {
    if (entry.socket !== socket) return;
    entry.socket = null;
    expectSoon(windows, `${token} ${tab}`, entry);
  });
}

const entryOf = (windows: WindowsState, token: string, tab: string): Entry => {
  const key = `${token} ${tab}`;
  const entry = windows.entries.get(key) ?? {
    id: idFromBytes(randomBytes(16)),
    mayCall: createRateLimit(),
    told: createToldEvents(),
    socket: null,
    timer: undefined,
  };
  windows.entries.set(key, entry);
  if (entry.socket === null && !windows.isClosed) expectSoon(windows, key, entry);
  return entry;
};

/** What has no socket is gone after a while; each sign of life puts that off. */
const expectSoon = (windows: WindowsState, key: string, entry: Entry) => {
  clearTimeout(entry.timer);
  entry.timer = setTimeout(() => void removeEntry(windows, key, entry).catch(windows.onBug), windows.grace);
};

const removeEntry = async (windows: WindowsState, key: string, entry: Entry) => {
  windows.entries.delete(key);
  await windows.core.clientGone(entry.id);
  if (![...windows.entries.values()].some(({ socket }) => socket !== null)) windows.onLastGone();
};

/** A window that does not answer, because it sleeps, must not keep the host from ending. */
function sayGoodbye(socket: WebSocket): void {
  const timer = setTimeout(() => socket.terminate(), 500);
  socket.on("close", () => clearTimeout(timer));
  // 1001: going away.
  socket.close(1001);
}

function send(socket: WebSocket, message: string): void {
  if (socket.readyState !== socket.OPEN) return;
  if (socket.bufferedAmount > maxBacklog) socket.terminate();
  else socket.send(message);
}

/**
 * A window whose machine or tunnel died says no goodbye: it is noticed by a missing answer. An answer, which repeats what it answers,
 * says also that everything told before has come in.
 */
function keepAlive(socket: WebSocket, told: ToldEvents): void {
  let answered = true;
  const timer = setInterval(() => {
    if (!answered) socket.terminate();
    answered = false;
    socket.ping(String(told.count()));
  }, heartbeat);
  socket.on("pong", (count) => {
    answered = true;
    if (/^\d{1,15}$/.test(String(count))) told.confirm(Number(count));
  });
  socket.on("close", () => clearInterval(timer));
}

/** Characters of events that are kept for a window at most. */
const maxKept = 8 * 1024 * 1024;

/** What a window is told, in order, and kept until it has come in: a connection that breaks loses nothing that was on its way. Both sides count, so that nothing is told twice. */
interface ToldEvents {
  /** How many there were so far. */
  count(): number;
  add(message: string): void;
  /** The first `count` of them have come in. */
  confirm(count: number): void;
  /** What a window that has heard so many is to be told next: what it missed, or that this is not known any more. */
  since(count: number): readonly string[];
}

const missed: Event = { type: "missed" };

function createToldEvents(): ToldEvents {
  /** How many there were before the first that is kept. */
  let forgottenCount = 0;
  let messages: string[] = [];
  let size = 0;

  const forget = (count: number): void => {
    for (const message of messages.splice(0, count)) size -= message.length;
    forgottenCount += count;
  };

  const add = (message: string): void => {
    messages.push(message);
    size += message.length;
    let tooMany = 0;
    for (let remainingSize = size; remainingSize > maxKept; tooMany += 1)
      remainingSize -= messages[tooMany]?.length ?? remainingSize;
    forget(tooMany);
  };

  return {
    count: () => forgottenCount + messages.length,
    add,
    confirm(count) {
      forget(Math.max(0, Math.min(count - forgottenCount, messages.length)));
    },
    since(count) {
      if (count < forgottenCount || count > forgottenCount + messages.length) {
        messages = [];
        size = 0;
        forgottenCount = count;
        add(JSON.stringify(missed));
      } else forget(count - forgottenCount);
      return [...messages];
    },
  };
}
