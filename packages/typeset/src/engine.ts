import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { type TypstCompiler, TypstCompilerBuilder, initSync } from "@myriaddreamin/typst-ts-web-compiler";
import { template } from "@plenary/formats/pdf";
import { readFonts, scriptsOf } from "./fonts.ts";

const main = "/main.typ";
/** Diagnostics as objects with the place. */
const withPlaces = 3;

/** Sets pages, one after the other. */
export interface Engine {
  /** The PDF of a `PrintedPage` as JSON; the same page gives the same bytes. */
  set(page: string): Promise<Uint8Array>;
}

/** Loads the compiler; the fonts of a script are read when a page first needs them. */
export async function createEngine(): Promise<Engine> {
  initSync({ module: await readFile(fileURLToPath(import.meta.resolve("@myriaddreamin/typst-ts-web-compiler/wasm"))) });
  const compilers = new Map<string, TypstCompiler>();
  return {
    async set(page) {
      const scripts = scriptsOf(page);
      const key = JSON.stringify(scripts);
      let compiler = compilers.get(key);
      if (!compiler) {
        const builder = new TypstCompilerBuilder();
        builder.set_dummy_access_model();
        for (const font of await readFonts(scripts)) await builder.add_raw_font(font);
        compiler = await builder.build();
        compilers.set(key, compiler);
      }
      compiler.add_source(main, template);
      const compiled: unknown = compiler.compile(main, [["doc", page]], "pdf", withPlaces);
      const result: unknown = Reflect.get(Object(compiled), "result");
      if (result instanceof Uint8Array) return result;
      throw new Error(`The PDF could not be set: ${JSON.stringify(Reflect.get(Object(compiled), "diagnostics"))}`);
    },
  };
}
