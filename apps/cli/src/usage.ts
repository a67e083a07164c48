/** A command typed wrongly. */
export class UsageError extends Error {}

/** What `plenary --help` prints. */
export const usage = `plenary: resolutions and what changes in them

  plenary compare BASE CURRENT [options]   the redline between two texts
  plenary import FILE [options]            read a text into clauses

Texts are .txt, .md, .json (as "plenary import --format json" prints it), .akn or .xml files (Akoma Ntoso). One text
of an .akn or .xml file that holds several is named by its place or number: acts.xml#3, "acts.xml#RESOLUTION 11"; of a
marked-up one the base and the current text: amendment.akn#base, amendment.akn#current (the default).

compare
  --format redline   [-deleted-]{+inserted+}, one paragraph a line (the default)
           json      one entry a paragraph: {"symbol", "hunks": [["=" | "-" | "+", text], ...]}
           html      the marked-up text as a page
           docx      a Word file with tracked changes (needs -o)
           akn       Akoma Ntoso 3.0: the amendment together with the base
           text      the text with all changes accepted
  --clean            the current text alone, as html, docx, akn or text (the default then)
  --author NAME      who made the changes, for docx; "Plenary" when left out
  --text WHICH       which text, for files that hold several
  --language CODE    en, fr, es, ru, ar or zh; found out from the text when left out
  -o, --output FILE  write to a file

import
  --format json      the clauses (the default)
           text      plain text, one clause a line
           outline   headings, lists, tables and sections, as JSON
  --text, --language, -o   as above

Exit status: 0 no change (import: read), 1 changes, 2 an error.
`;
