import { type Family, formatLabel } from "@plenary/document";

const families: Readonly<Record<string, Family>> = {
  lowerLetter: "letter",
  upperLetter: "LETTER",
  lowerRoman: "roman",
  upperRoman: "ROMAN",
  russianLower: "cyrillic",
  russianUpper: "CYRILLIC",
  arabicAbjad: "abjad",
  chineseCounting: "han",
  chineseCountingThousand: "han",
  taiwaneseCounting: "han",
  japaneseCounting: "han",
  ideographDigital: "han",
};
/** The letters of the Arabic alphabet in its order, which is not that of the abjad numerals. */
const alphabet = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي";

/** A counter as Word's number format writes it; formats that are not known are written in figures. */
export function formatNumber(value: number, format: string): string {
  if (format === "none" || format === "bullet") return "";
  if (value < 1) return String(value);
  const family = families[format];
  if (family) return formatLabel({ family, path: [value], derived: null, open: "", gap: "", close: "" });
  switch (format) {
    case "decimalZero":
      return String(value).padStart(2, "0");
    case "decimalFullWidth":
      return String(value).replace(/\d/g, (figure) => String.fromCodePoint(0xff10 + Number(figure)));
    case "decimalEnclosedCircle":
    case "decimalEnclosedCircleChinese":
      return value <= 20 ? String.fromCodePoint(0x245f + value) : String(value);
    case "arabicAlpha":
      return alphabet[(value - 1) % alphabet.length]!.repeat(Math.min(Math.ceil(value / alphabet.length), 20));
    case "ordinal":
      return value + ordinalEnding(value);
    default:
      return String(value);
  }
}

function ordinalEnding(value: number): string {
  if (value % 100 >= 11 && value % 100 <= 13) return "th";
  return ["th", "st", "nd", "rd"][value % 10] ?? "th";
}
