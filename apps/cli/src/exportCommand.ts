import { compare } from "@plenary/diff";
import { fileFormats, fileViews, isFileFormat } from "@plenary/formats/catalogue";
import type { CommandOptions, Place } from "./compareCommand.ts";
import { formatOf } from "./write/formatOf.ts";
import { makeFile } from "./write/makeFile.ts";
import { readTextFile } from "./readFile.ts";
import { UsageError } from "./usage.ts";
import { writeOut } from "./write/writeOut.ts";

/**
 * `plenary export TEXT -o FILE`: writes a text as a file, marked up against --base where that is given. The ending of
 * FILE says which kind. Gives 0.
 */
export async function exportCommand(files: readonly string[], options: CommandOptions, place: Place): Promise<number> {
  const [path] = files;
  if (path === undefined || files.length > 1) throw new UsageError("export takes one file: the text.");
  const { output } = options;
  if (output === undefined) throw new UsageError("export writes a file; name it with -o.");
  const format = options.format ?? formatOf(output);
  if (!isFileFormat(format)) {
    throw new UsageError(`export can not write "${format ?? output}"; take ${fileFormats.join(", ")}.`);
  }
  const named = options.view ?? (options.clean || options.base === undefined ? "clean" : "marked");
  const view = fileViews.find((each) => each === named);
  if (view === undefined) throw new UsageError(`There is no view "${named}"; take ${fileViews.join(", ")}.`);
  if (view !== "clean" && options.base === undefined) {
    throw new UsageError(`A ${view} file shows what changed; name the base text with --base.`);
  }
  const base = options.base === undefined ? null : (await readTextFile(options.base, place.cwd, options)).text;
  const { text } = await readTextFile(path, place.cwd, {
    ...options,
    language: options.language ?? base?.language ?? null,
  });
  const made = { title: path, author: options.author ?? "Plenary", date: new Date().toISOString() };
  await writeOut(await makeFile(compare(base ?? text, text), format, view, made), output, place);
  return 0;
}
