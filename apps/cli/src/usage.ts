/** A command typed wrongly. */
export class UsageError extends Error {}

/** What `plenary --help` prints. */
export const usage = `plenary: resolutions and what changes in them

  plenary compare BASE CURRENT [options]     the redline between two texts
  plenary merge BASE AMENDMENT... [options]  several amended texts as one, and where they collide
  plenary import FILE... [options]           read texts into clauses
  plenary export TEXT -o FILE [options]      write a text as a file, by the ending of its name
  plenary verify FILE [options]              whether an export still says what it was written from
  plenary backup FILE|FOLDER                 copy the database while the server runs
  plenary restore FILE [--force]             put a backup in its place, the server stopped
  plenary ledger [--rebuild]                 whether who wrote what is kept as the log gives it

Texts are .docx, .txt, .md, .json (as "plenary import --format json" prints it, or an export), .html (an export), .akn or
.xml files (Akoma Ntoso). A file with changes counts with all of them accepted. One text of an .akn or .xml file that holds several
is named by its place or number: acts.xml#3, "acts.xml#RESOLUTION 11"; of a marked-up one the base and the current
text: amendment.akn#base, amendment.akn#current (the default).

compare
  --format redline   [-deleted-]{+inserted+}, one paragraph a line (the default)
           json      one entry a paragraph: {"symbol", "hunks": [["=" | "-" | "+", text], ...]}
           html      the marked-up text as a page
           docx      a Word file with tracked changes (needs -o)
           akn       Akoma Ntoso 3.0: the amendment together with the base
           pdf       the marked-up text in print (needs -o)
           markdown  the marked-up text with CriticMarkup
           text      the text with all changes accepted
                     left out, the ending of the file named with -o says it
  --clean            the current text alone, as html, docx, pdf, markdown, akn or text (the default then)
  --author NAME      who made the changes, for docx; "Plenary" when left out
  --text WHICH       which text, for files that hold several
  --language CODE    en, fr, es, ru, ar or zh; found out from the text when left out
  -o, --output FILE  write to a file; its ending (.docx, .html, .json) tells the format

merge
  --format redline   from the base to the merged text (the default)
           json      {"text", "collisions": [{"alternatives": [{"owners", "changes"}]}]}
           html, docx, pdf, markdown, akn, text, and --clean, --author, --text, --language, -o as above
  --insertions stack    keep different insertions at one point, in order (the default)
               collide  leave the choice to people
  Where amendments collide the base's words are left; every alternative is said on standard error.

import
  --format json      the clauses (the default)
           text      plain text, one paragraph a line
           changes   tracked changes of a Word file, one a line: type, author, date,
                     words, with tabs between
           outline   headings, lists, tables and sections, as JSON
  --side base        of a Word file, page, JSON or .akn file with changes the text with these rejected
         current     with its changes accepted (the default)
  -o, --output       a file; a folder for several files
  --text, --language as above

export
  --format           docx, pdf, html, markdown, text, json or akn; the ending of FILE says it when left out
  --base BASE        the text it amends
  --view marked      every change shown against the base (the default with a base)
         clean       the current text alone (the default without one)
         table       base and current text side by side: docx, pdf, html
  --author, --language as above

verify
  --base BASE        also whether FILE is of this base
  --head HASH        of an audit log (GET /api/audit): also whether it holds the entry with that hash
  Reads .docx, .html, .json and .akn exports and audit logs. Status 1 and the first line that differs when it does not.

backup, restore
  DATA=FOLDER or DATABASE_URL says where the database is, as for the server. A backup is one file and FILE.sha256 beside
  it, and of the same kind for SQLite and PostgreSQL: either restores from it. restore checks both files; --force puts a
  database that is there aside.

ledger
  Makes the ledger of each draft anew from its log and holds it against the one that is kept beside the draft's
  snapshot; status 1 names the drafts where they differ. --rebuild keeps the log's. Servers may run meanwhile.

Exit status: 0 no change (merge: no collision; import, export: done; verify: as written), 1 changes (merge: collisions;
verify: not as written), 2 an error.
`;
