// How much memory a program uses with all that it started. Linux tells it in files that cost nothing to read; elsewhere it is not known.
import { readdirSync, readFileSync } from "node:fs";

const pageKilobytes = 4;

/** Megabytes of the processes of a group; 0 where the system does not tell. */
export function memoryOf(group: number | undefined): number {
  if (process.platform !== "linux" || group === undefined) return 0;
  let pages = 0;
  for (const name of readdirSync("/proc")) if (/^\d+$/u.test(name)) pages += pagesOf(name, group);
  return Math.round((pages * pageKilobytes) / 1024);
}

/** The fields behind the name, which stands in brackets and may hold anything: state, parent, group … and at 21 the pages in memory. */
function pagesOf(process: string, group: number): number {
  try {
    const stat = readFileSync(`/proc/${process}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return Number(fields[2]) === group ? Number(fields[21] ?? 0) : 0;
  } catch {
    // It ended between the list and the look.
    return 0;
  }
}
