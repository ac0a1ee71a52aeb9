// The folder of the application, which holds `out`, seen from the sources and from the built command line alike.
import { join } from "node:path";

export const appRoot = join(import.meta.dirname, "../..");
/** Whose works are in the program, as the build has listed it. */
export const worksFile = join(appRoot, "out/main/bundled-works.json");
export const pageFolder = join(appRoot, "out/renderer");
