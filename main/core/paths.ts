// Paths as they come through the door.
import { isAbsolute, normalize } from "node:path";
import { ApiError } from "../../shared/errors/errors.ts";

/** Refuses what would depend on where the process was started, and what the system would misread. */
export function absolutePath(path: string): string {
  if (path.includes("\0"))
    throw new ApiError("input-invalid", { path: "path", problem: "holds a NUL character" });
  if (!isAbsolute(path))
    throw new ApiError("input-invalid", { path: "path", problem: "is not an absolute path" });
  return normalize(path);
}
