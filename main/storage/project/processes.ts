// Facts about the processes of this machine: whether one runs, when it began, and which start of the machine this is.
import { readFile } from "node:fs/promises";
import { errorCode } from "../files/storage-error.ts";

/** Differs after every start of the machine; `null` where the system does not tell. */
export async function bootId(): Promise<string | null> {
  return (await textOf("/proc/sys/kernel/random/boot_id"))?.trim() ?? null;
}

/** True also for a process that belongs to somebody else. */
export function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return errorCode(error) !== "ESRCH";
  }
}

/** When a process began, in the system's own ticks; `null` where the system does not tell. */
export async function startOf(pid: number): Promise<string | null> {
  const line = await textOf(`/proc/${pid}/stat`);
  // The name in brackets may hold spaces and brackets; the start is the 20th field after it.
  return line?.slice(line.lastIndexOf(")") + 2).split(" ")[19] ?? null;
}

async function textOf(path: string): Promise<string | null> {
  try {
    return await readFile(path, "utf8");
  } catch {
    return null;
  }
}
