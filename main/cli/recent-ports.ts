// The ports that the browser host had lately, in the person's own folder. A host that is started again asks for the same
// one, because a window that outlived the host before it can only speak to the address that it came from.
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";

const recentPorts = z.object({ ports: z.array(z.number().int().min(1).max(65_535)) });
/** As many hosts as one person may reasonably run at a time. */
const remembered = 4;

const fileIn = (home: string): string => join(home, "ports.json");

/** The latest first; none where nothing can be read, which costs no more than another port. */
export async function portsBefore(home: string): Promise<readonly number[]> {
  try {
    const text = await readFile(fileIn(home), "utf8");
    return recentPorts.parse(JSON.parse(text)).ports.slice(0, remembered);
  } catch {
    return [];
  }
}

/** Puts a port first. Resolves with false where the folder cannot be written. */
export async function rememberPort(home: string, port: number): Promise<boolean> {
  const others = (await portsBefore(home)).filter((one) => one !== port);
  const temporaryFile = `${fileIn(home)}.${process.pid}`;
  try {
    await mkdir(home, { recursive: true });
    await writeFile(temporaryFile, `${JSON.stringify({ ports: [port, ...others].slice(0, remembered) })}\n`);
    await rename(temporaryFile, fileIn(home));
    return true;
  } catch {
    return false;
  }
}
