import type { Language } from "@plenary/document";

/** What a screen reader says around deletions and insertions: start and end of each. */
const spoken: Record<Language, readonly [string, string, string, string]> = {
  en: ["deletion starts", "deletion ends", "insertion starts", "insertion ends"],
  fr: ["début de suppression", "fin de suppression", "début d’insertion", "fin d’insertion"],
  es: ["comienza supresión", "termina supresión", "comienza inserción", "termina inserción"],
  ru: ["начало удаления", "конец удаления", "начало вставки", "конец вставки"],
  ar: ["بداية الحذف", "نهاية الحذف", "بداية الإضافة", "نهاية الإضافة"],
  zh: ["删除开始", "删除结束", "插入开始", "插入结束"],
};

/** The style sheet of a stand-alone page in that language. */
export function stylesheet(language: Language): string {
  const [deletion, deletionEnd, insertion, insertionEnd] = spoken[language];
  return `
:root { color-scheme: light dark; }
body { margin: 0; background: light-dark(#eef0f2, #17191c); color: light-dark(#1a1a1a, #e6e6e6); }
main { box-sizing: border-box; max-width: 210mm; margin: 1.5rem auto; padding: 20mm 22mm;
  background: light-dark(#fff, #202327); font: 12pt/1.5 "Times New Roman", "Noto Serif", "Noto Serif SC", Amiri, SimSun, serif; }
.frame { margin-block-end: 2em; }
.frame p { margin: 0.2em 0 0; text-align: inherit; }
.frame .top { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 2em; font-weight: bold; text-align: start;
  border-block-end: 2px solid currentColor; padding-block-end: 0.5em; }
.frame .source, .frame .about { text-align: center; margin-top: 1em; font-size: 1.15em; }
.frame .about + .about { margin-top: 0.2em; }
.frame .proposal { margin-top: 2em; font-weight: bold; white-space: pre-wrap; tab-size: 6em; }
.clause { position: relative; margin: 0.5em 0 0; font-size: 1em; font-weight: normal; white-space: pre-wrap; tab-size: 3em;
  overflow-wrap: anywhere; unicode-bidi: plaintext; text-align: start; }
.source, .number, .title, .reference, .annexNumber, .annexTitle { text-align: center; margin-top: 1em; }
.source, .title, .annexTitle, .heading, .field .label, .reasons .label { font-weight: bold; }
.number, .title, .annexNumber, .annexTitle { font-size: 1.15em; }
.annexNumber { margin-top: 2.5em; }
.call { font-style: italic; margin-inline-start: 3em; margin-top: 0.8em; }
:lang(zh) .call, :lang(ar) .call { font-style: normal; }
.level-1 { margin-inline-start: 1.5em; } .level-2 { margin-inline-start: 3em; } .level-3 { margin-inline-start: 4.5em; }
.level-4, .level-5, .level-6 { margin-inline-start: 6em; }
.heading { margin-inline-start: 0; margin-top: 1.2em; }
.footnote { font-size: 0.85em; margin-inline-start: 0; }
.notes { border-block-start: 1px solid currentColor; margin-block-start: 2em; }
.anchor { line-height: 0; } .back { text-decoration: none; margin-inline-start: 0.4em; }
table { border-collapse: collapse; width: 100%; margin-block: 0.8em; }
td { border: 1px solid currentColor; padding: 0.3em 0.5em; vertical-align: top; }
td > .clause:first-child { margin-top: 0; }
.comparison td { width: 50%; } .comparison thead td, .comparison .sign { width: 4em; border: 0; }
.comparison thead { display: table-header-group; } .comparison thead th { border: 1px solid currentColor; padding: 0.3em; }
.comparison .sign { font: 600 8pt/2 system-ui, sans-serif; vertical-align: top; }
.comparison tr { break-inside: avoid; }
.symbol { position: absolute; inset-inline-start: -17mm; font: 600 8pt/2 system-ui, sans-serif; color: light-dark(#555, #aaa); }
del { color: light-dark(#b3261e, #ff8a80); text-decoration: line-through; }
ins { color: light-dark(#0b5cad, #8ab8ff); text-decoration: underline; }
del.moved, ins.moved { color: light-dark(#2e7d32, #81c784); }
del.moved { text-decoration: line-through double; } ins.moved { text-decoration: underline double; }
.joint > span::before { content: "¶"; }
del::before, del::after, ins::before, ins::after { position: absolute; width: 1px; height: 1px; overflow: hidden;
  clip-path: inset(50%); white-space: nowrap; }
del::before { content: " [${deletion}] "; } del::after { content: " [${deletionEnd}] "; }
ins::before { content: " [${insertion}] "; } ins::after { content: " [${insertionEnd}] "; }
@media (max-width: 700px) { main { padding: 1rem 1rem 1rem 3.2rem; margin: 0; } .symbol { inset-inline-start: -2.8rem; } }
@media print { body { background: none; color: #000; } main { margin: 0; background: none; max-width: none; } .back { display: none; } }
`;
}
