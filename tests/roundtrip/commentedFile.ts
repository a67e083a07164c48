import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import type { By } from "./trackedFile.ts";

/** What was said about words of a file: the first comment and the answers to it. */
export interface Commented {
  /** Words of one run, kept, inserted or deleted; the first place where they stand. */
  readonly about: string;
  readonly said: readonly (By & { readonly words: string })[];
  readonly resolved?: boolean;
}

const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** A Word file of `trackedFile` with comments, as Word keeps them; written without the product's writer. */
export function commentedFile(file: Uint8Array, comments: readonly Commented[]): Uint8Array {
  const parts = unzipSync(file);
  let document = strFromU8(parts["word/document.xml"] ?? new Uint8Array());
  const [written, links]: [string[], string[]] = [[], []];
  let id = 0;
  for (const { about, said, resolved = false } of comments) {
    const ids = said.map(() => (id += 1));
    document = marked(document, about, ids);
    for (const [i, { author, date, words }] of said.entries()) {
      const [own, first] = [paraId(ids[i]), paraId(ids[0])];
      const lines = words.split("\n").map((line, n, all) => {
        const named = n === all.length - 1 ? ` w14:paraId="${own}"` : "";
        return `<w:p${named}><w:r><w:t>${escaped(line)}</w:t></w:r></w:p>`;
      });
      written.push(
        `<w:comment w:id="${ids[i]}" w:author="${escaped(author)}" w:date="${date}">${lines.join("")}</w:comment>`,
      );
      const parent = i === 0 ? "" : ` w15:paraIdParent="${first}"`;
      links.push(`<w15:commentEx w15:paraId="${own}"${parent} w15:done="${resolved ? 1 : 0}"/>`);
    }
  }
  const files = {
    ...parts,
    "word/document.xml": strToU8(document),
    "word/comments.xml": strToU8(
      `<w:comments ${word} xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml">${written.join("")}</w:comments>`,
    ),
    "word/commentsExtended.xml": strToU8(
      `<w15:commentsEx xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml">${links.join("")}</w15:commentsEx>`,
    ),
    "word/_rels/document.xml.rels": strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="c1" Type="${office}/comments" Target="comments.xml"/><Relationship Id="c2" Type="http://schemas.microsoft.com/office/2011/relationships/commentsExtended" Target="commentsExtended.xml"/></Relationships>`,
    ),
  };
  return zipSync(files);
}

function marked(document: string, about: string, ids: readonly number[]): string {
  const at = document.indexOf(escaped(about));
  if (at < 0) throw new Error(`no run of the file says ${about}`);
  const name = document.lastIndexOf("<w:delText", at) > document.lastIndexOf("<w:t", at) ? "delText" : "t";
  const run = (words: string): string => `<w:r><w:${name} xml:space="preserve">${words}</w:${name}></w:r>`;
  const open = `<w:r><w:${name} xml:space="preserve">`;
  const starts = ids.map((id) => `<w:commentRangeStart w:id="${id}"/>`).join("");
  const ends = ids.map((id) => `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`);
  const middle = starts + run(escaped(about)) + ends.join("");
  const rest = document.slice(at + escaped(about).length);
  return `${document.slice(0, at)}</w:${name}></w:r>${middle}${open}${rest}`;
}

function paraId(n = 0): string {
  return (0x10 + n).toString(16).toUpperCase().padStart(8, "0");
}

function escaped(words: string): string {
  return words.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
