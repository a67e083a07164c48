/** What holds no words of a text, whatever it says. */
const wordless = new Set(
  "SCRIPT STYLE TEMPLATE NOSCRIPT IFRAME OBJECT EMBED SVG MATH CANVAS AUDIO VIDEO SELECT TEXTAREA BUTTON INPUT TITLE META LINK HEAD DEL XML".split(
    " ",
  ),
);

/** Word's own elements for comments and what it only keeps for itself. */
const aside = /mso-element:\s*comment|mso-hide:\s*all|mso-special-character:\s*comment/i;
const unseen =
  /display:\s*none|visibility:\s*(?:hidden|collapse)|opacity:\s*0(?:\.0+)?(?![\d.])|font-size:\s*0(?:\.0+)?(?:px|pt|em|rem|%)?\s*(?:;|$)/i;
const away = /(?:left|top|right|text-indent|margin-left):\s*-\d{4,}/i;

/** Whether an element of pasted markup is nothing that its reader saw as part of the text, deleted words included. */
export function isHidden(element: Element): boolean {
  if (wordless.has(element.tagName.toUpperCase()) || element.hasAttribute("hidden")) return true;
  if (element.classList.contains("MsoCommentReference") || element.tagName.includes(":OLE")) return true;
  const style = element.getAttribute("style") ?? "";
  return style !== "" && (aside.test(style) || unseen.test(style) || away.test(style));
}
