import { readable } from "./readFile.ts";
import { UsageError } from "./usage.ts";

/** What a person at the shell reads about an error: what happened, and what to do where that is known. */
export function errorText(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof UsageError) return `${error.message}\nRun "plenary --help" to see how it is used.`;
  if ("code" in error && "path" in error) {
    const path = String(error.path);
    if (error.code === "ENOENT") return `${path}: there is no such file or folder; check the path.`;
    if (error.code === "EISDIR") return `${path} is a folder; name a ${readable} file.`;
    if (error.code === "EACCES") return `${path} may not be opened; check its permissions.`;
  }
  return error.message;
}
