import type { Language } from "../language.ts";

/** How the enacting clause of each body begins: conference, assembly, Council, forum. */
const openings: Readonly<Record<Language, RegExp>> = {
  en: /^The (Plenipotentiary Conference|World (Telecommunication|Radiocommunication) |(ITU )?Radiocommunication Assembly|(ITU )?Council\b|\w+ World Telecommunication)/i,
  fr: /^(La Conférence (de plénipotentiaires|mondiale)|L['’]Assemblée (mondiale|des radiocommunications)|Le Conseil\b|Le \S+ Forum mondial)/i,
  es: /^(La (Conferencia (de Plenipotenciarios|Mundial)|Asamblea (Mundial|de Radiocomunicaciones))|El Consejo\b|El \S+ Foro Mundial)/i,
  ru: /^(Полномочная конференция|Всемирная (конференция|ассамблея)|Ассамблея радиосвязи|Совет(?![а-я])|\S+ Всемирный форум)/i,
  ar: /^إن (مؤتمر المندوبين|المؤتمر العالمي|الجمعية العالمية|جمعية الاتصالات|المجلس|مجلس الاتحاد|المنتدى العالمي)/,
  zh: /^(国际电信联盟|国际电联|世界电信|世界无线电|无线电通信全会|理事会|全权代表大会|第\S+届世界电信)/,
};

/** Whether a line is an enacting clause: it names the body that adopts the text and ends with a comma. */
export function isOpening(line: string, language: Language): boolean {
  const said = line.trim();
  return said.length <= 160 && /[,،，]$/.test(said) && openings[language].test(said);
}
