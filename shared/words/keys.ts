// Tells whether there is a message of a name that is put together from data, such as the code of a problem.
import { en } from "./en/index.ts";
import type { Key } from "./message.ts";

const rooms: Readonly<Record<string, object>> = en;

export function isKey(name: string): name is Key {
  const [room = "", rest = ""] = name.split(".");
  return Object.hasOwn(rooms, room) && Object.hasOwn(rooms[room] ?? {}, rest);
}
