import { type Language, languages } from "../language.ts";

/** Words that a proposal is set with, in the order of {@link languages}. */
const terms = {
  reasons: ["Reasons:", "Motifs:", "Motivos:", "Основания:", "الأسباب:", "理由："],
  annex: ["ANNEX", "ANNEXE", "ANEXO", "ПРИЛОЖЕНИЕ", "الملحق", "附件"],
  appendix: ["APPENDIX", "APPENDICE", "APÉNDICE", "ДОПОЛНЕНИЕ", "التذييل", "附录"],
  attachment: ["Attachment", "Pièce jointe", "Adjunto", "Прилагаемый документ", "المرفق", "后附资料"],
  summary: ["Summary:", "Résumé:", "Resumen:", "Резюме:", "ملخص:", "概要："],
  priorityArea: [
    "Priority area:",
    "Domaine prioritaire:",
    "Área prioritaria:",
    "Приоритетная область:",
    "مجال الأولوية:",
    "重点领域：",
  ],
  expectedResults: [
    "Expected results:",
    "Résultats attendus:",
    "Resultados esperados:",
    "Ожидаемые результаты:",
    "النتائج المتوخاة:",
    "预期结果：",
  ],
  references: ["References:", "Références:", "Referencias:", "Справочные документы:", "المراجع:", "参考文件："],
  plenary: [
    "PLENARY MEETING",
    "SÉANCE PLÉNIÈRE",
    "SESIÓN PLENARIA",
    "ПЛЕНАРНОЕ ЗАСЕДАНИЕ",
    "الجلسة العامة",
    "全体会议",
  ],
} as const;

/** The name of a term, the same in all languages. */
export type Term = keyof typeof terms;

/** A term as a text of this language prints it: `term("reasons", "fr")` is "Motifs:". */
export function term(key: Term, language: Language): string {
  return terms[key][languages.indexOf(language)] ?? terms[key][0];
}
