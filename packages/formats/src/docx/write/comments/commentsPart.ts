import type { Language } from "@plenary/document";
import type { WordComment } from "../../read/readComments.ts";
import { wordDate } from "../revisions.ts";
import { textRun } from "../runs.ts";
import { escapeXml, namespaces, xmlDeclaration } from "../xml.ts";

const paragraphId = (n: number): string => (n + 1).toString(16).toUpperCase().padStart(8, "0");

/** The part of the comments, each line a paragraph. */
export function commentsPart(comments: readonly WordComment[], language: Language): string {
  const bidi = language === "ar" ? "<w:pPr><w:bidi/></w:pPr>" : "";
  const rtl = language === "ar" ? "<w:rPr><w:rtl/></w:rPr>" : "";
  const written = comments.map(({ author, date, words }, n) => {
    const lines = words.split("\n");
    const paragraphs = lines.map((line, i) => {
      const id = i === lines.length - 1 ? ` w14:paraId="${paragraphId(n)}"` : "";
      return `<w:p${id}>${bidi}${textRun(line, rtl, false)}</w:p>`;
    });
    const when = date === null ? "" : ` w:date="${escapeXml(wordDate(date))}"`;
    return `<w:comment w:id="${n}" w:author="${escapeXml(author ?? "Author")}"${when}>${paragraphs.join("")}</w:comment>`;
  });
  return (
    `${xmlDeclaration}<w:comments ${namespaces} xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" ` +
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="w14">' +
    `${written.join("")}</w:comments>`
  );
}

/** The part that says which comments answer which, and which are settled. */
export function commentLinksPart(comments: readonly WordComment[]): string {
  const place = new Map(comments.map(({ id }, n) => [id, n]));
  const written = comments.map(({ answers, resolved }, n) => {
    const parent = answers === null ? undefined : place.get(answers);
    const link = parent === undefined ? "" : ` w15:paraIdParent="${paragraphId(parent)}"`;
    return `<w15:commentEx w15:paraId="${paragraphId(n)}"${link} w15:done="${resolved ? 1 : 0}"/>`;
  });
  return (
    `${xmlDeclaration}<w15:commentsEx xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml">` +
    `${written.join("")}</w15:commentsEx>`
  );
}
