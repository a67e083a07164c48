import type { Element } from "../xml/element.ts";

/** The characters of the Symbol font by their codes. */
const symbolFont = new Map(
  (
    "61α 62β 63χ 64δ 65ε 66φ 67γ 68η 69ι 6aϕ 6bκ 6cλ 6dμ 6eν 6fο 70π 71θ 72ρ 73σ 74τ 75υ 76ϖ 77ω 78ξ 79ψ 7aζ 44Δ 47Γ " +
    "4cΛ 50Π 51Θ 53Σ 57Ω 46Φ 58Ξ 59Ψ a3≤ b3≥ b4× b1± b7• b0° ae→ d3© e3© b9≠ a5∞ b6∂ e5∑ d6√ ce∈ bb≈ 2d− 2a∗"
  )
    .split(" ")
    .map((entry) => [Number.parseInt(entry.slice(0, 2), 16), entry.slice(2)] as const),
);

/** The character that a symbol of a font stands for; "" when it names none. */
export function symbolText(symbol: Element): string {
  let code = Number.parseInt(symbol.attributes.get("char") ?? "0", 16);
  if (code >= 0xf000 && code <= 0xf0ff) code &= 0xff;
  if (!(code > 0 && code <= 0x10ffff)) return "";
  const font = symbol.attributes.get("font") ?? "";
  return (font.startsWith("Symbol") ? symbolFont.get(code) : undefined) ?? String.fromCodePoint(code);
}
