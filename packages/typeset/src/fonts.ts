import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

/** The faces of the fonts that a PDF is set in; all are under the Open Font License. */
const faces = {
  latin: [
    "400Regular/NotoSerif_400Regular",
    "400Regular_Italic/NotoSerif_400Regular_Italic",
    "700Bold/NotoSerif_700Bold",
    "700Bold_Italic/NotoSerif_700Bold_Italic",
  ].map((face) => `noto-serif/${face}`),
  arabic: [
    "400Regular/Amiri_400Regular",
    "400Regular_Italic/Amiri_400Regular_Italic",
    "700Bold/Amiri_700Bold",
    "700Bold_Italic/Amiri_700Bold_Italic",
  ].map((face) => `amiri/${face}`),
  han: ["400Regular/NotoSerifSC_400Regular", "700Bold/NotoSerifSC_700Bold"].map((face) => `noto-serif-sc/${face}`),
};

/** The scripts beyond Latin, Cyrillic and Greek that a page needs a font for. */
export interface Scripts {
  readonly arabic: boolean;
  readonly han: boolean;
}

/** Which fonts these words need. What else is loaded does not depend on anything but them. */
export function scriptsOf(words: string): Scripts {
  return {
    arabic: /\p{Script=Arabic}/u.test(words),
    han: /[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF]/u.test(words),
  };
}

/** The font files for these scripts. */
export async function readFonts({ arabic, han }: Scripts): Promise<Uint8Array[]> {
  const needed = [...faces.latin, ...(arabic ? faces.arabic : []), ...(han ? faces.han : [])];
  return Promise.all(
    needed.map((face) => readFile(fileURLToPath(import.meta.resolve(`@expo-google-fonts/${face}.ttf`)))),
  );
}
