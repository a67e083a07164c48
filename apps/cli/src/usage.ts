/** A command typed wrongly. */
export class UsageError extends Error {}

/** What `plenary --help` prints. */
export const usage = `plenary: resolutions and what changes in them

  plenary compare BASE CURRENT [options]   the redline between two texts
  plenary import FILE [options]            read a text into clauses

Texts are .txt, .md or .json files (json as "plenary import --format json" prints it).

compare
  --format redline   [-deleted-]{+inserted+}, one paragraph a line (the default)
           json      one entry a paragraph: {"symbol", "hunks": [["=" | "-" | "+", text], ...]}
           html      the marked-up text as a page
           docx      a Word file with tracked changes (needs -o)
           text      the text with all changes accepted
  --clean            the current text alone, as html, docx or text (the default then)
  --author NAME      who made the changes, for docx; "Plenary" when left out
  --language CODE    en, fr, es, ru, ar or zh; found out from the text when left out
  -o, --output FILE  write to a file

import
  --format json      the clauses (the default)
           text      plain text, one clause a line
           outline   headings, lists, tables and sections, as JSON
  --language, -o     as above

Exit status: 0 no change (import: read), 1 changes, 2 an error.
`;
