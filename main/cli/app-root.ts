// The folder of the application, which holds `out`, seen from the sources and from the built command line alike.
import { join } from "node:path";

export const appRoot = join(import.meta.dirname, "../..");
export const pageFolder = join(appRoot, "out/renderer");
