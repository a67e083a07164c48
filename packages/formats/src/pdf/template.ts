/**
 * The one Typst source of all PDF files. What a text says never becomes source: it comes in as JSON (a `PrintedPage`)
 * and is set as strings.
 */
export const template = String.raw`#let doc = json(bytes(sys.inputs.doc))
#let right-to-left = doc.direction == "rtl"
#let families = (ar: ("Amiri", "Noto Serif"), zh: ("Noto Serif SC", "Noto Serif", "Amiri"))
#let red = rgb("#b3261e")
#let blue = rgb("#0b5cad")
#let green = rgb("#2e7d32")

#let body-size = if right-to-left { 12.5pt } else { 11pt }

#set document(
  title: doc.title,
  keywords: doc.keywords,
  date: datetime(year: doc.date.at(0), month: doc.date.at(1), day: doc.date.at(2)),
)
#set page(
  paper: "a4",
  flipped: doc.landscape,
  margin: (x: 25mm, y: 22mm),
  footer: context align(center, text(size: 9pt, counter(page).display("1 / 1", both: true))),
)
#set text(
  font: families.at(doc.language, default: ("Noto Serif", "Amiri", "Noto Serif SC")),
  size: body-size,
  lang: doc.language,
  dir: if right-to-left { rtl } else { ltr },
)
#set par(leading: 0.65em, spacing: 0.85em, justify: false)
#set footnote.entry(gap: 0.5em)
#show heading: set text(size: body-size, weight: "regular")
#show heading: set block(above: 0.85em, below: 0.85em, sticky: true)

// Words deleted, inserted or moved: colour, and a line that tells them without colour.
#let fate(op, moved, body) = {
  if op == "-" {
    if moved { text(fill: green, strike(stroke: (thickness: 0.8pt, dash: "densely-dashed"), body)) } else { text(fill: red, strike(body)) }
  } else if op == "+" {
    text(fill: blue, underline(stroke: 0.8pt, body))
  } else if moved { text(fill: green, underline(stroke: (thickness: 0.8pt, dash: "densely-dashed"), body)) } else { body }
}

#let formatted(said, marks) = {
  let body = text(said)
  if "underline" in marks { body = underline(stroke: 0.4pt, offset: 2.6pt, body) }
  if "subscript" in marks { body = sub(body) }
  if "superscript" in marks { body = super(body) }
  if "italic" in marks { body = emph(body) }
  if "bold" in marks { body = strong(body) }
  body
}

#let piece(one) = {
  let body = if one.type == "break" { linebreak() } else if one.type == "anchor" {
    footnote(numbering: (..) => fate(one.op, one.moved, one.label), one.pieces.map(piece).join())
  } else if one.type == "reference" { super(one.text) } else { formatted(one.text, one.marks) }
  if one.type == "break" or one.type == "anchor" { body } else { fate(one.op, one.moved, body) }
}
#let pieces(list) = list.map(piece).join()

#let indents = (0em, 2.4em, 4.2em, 6em)
#let indent(level) = indents.at(calc.min(level, 3)) + calc.max(0, level - 3) * 1.2em

#let symbol(clause) = if clause.symbol != "" {
  let away = 19mm + indent(clause.level)
  box(width: 0pt, place(start + bottom, dx: if right-to-left { away } else { -away }, box(width: 17mm, align(start, text(
    size: 6.5pt, fill: luma(80), weight: "regular", style: "normal", dir: ltr, clause.symbol,
  )))))
}

// A label in a column of its own width, or wider when it needs more.
#let labelled(clause) = {
  symbol(clause)
  if clause.label.len() > 0 {
    context {
      let label = pieces(clause.label)
      let room = measure(label).width + 0.6em.to-absolute()
      box(width: calc.max(room, 2.4em.to-absolute() * clause.column), label)
    }
  }
  pieces(clause.pieces)
}

#let set-clause(clause) = {
  let kind = clause.kind
  let body = labelled(clause)
  if kind in ("source", "title", "annexTitle", "heading") { body = strong(body) }
  let large = kind in ("source", "number", "title", "annexNumber", "annexTitle")
  if clause.heading > 0 { body = heading(level: clause.heading, if large { text(size: 1.15em, body) } else { body }) }
  if large or kind == "reference" {
    align(center, block(above: if kind in ("number", "annexNumber") { 1.8em } else { 1.2em }, sticky: true, body))
  } else if kind == "call" {
    let style = if doc.language in ("ar", "zh") { "normal" } else { "italic" }
    block(above: 1.2em, sticky: true, pad(left: if right-to-left { 0em } else { 2.4em }, right: if right-to-left { 2.4em } else { 0em }, text(style: style, body)))
  } else if kind == "heading" { block(above: 1.4em, sticky: true, body) }
  else if kind == "footnote" { par(hanging-indent: 2.4em, text(size: 0.85em, body)) }
  else if kind == "field" { block(stroke: 0.4pt + luma(140), inset: 5pt, width: 100%, body) }
  else {
    let by = indent(clause.level)
    pad(left: if right-to-left { 0em } else { by }, right: if right-to-left { by } else { 0em },
      par(hanging-indent: if clause.label.len() > 0 { 2.4em * clause.column } else { 0em }, body))
  }
}

#let set-all(clauses) = for clause in clauses {
  if clause.symbol != "" and clause.label.len() + clause.pieces.len() == 0 and clause.kind != "table" {
    text(size: 7pt, fill: luma(80), dir: ltr, clause.symbol)
  } else if clause.kind == "table" {
    if clause.symbol != "" { block(below: 0.2em, sticky: true, text(size: 6.5pt, fill: luma(80), dir: ltr, clause.symbol)) }
    table(
      columns: if clause.comparison { (auto, 1fr, 1fr) } else { (1fr,) * clause.columns },
      stroke: 0.4pt,
      inset: 5pt,
      ..if clause.header.len() > 0 { (table.header(..clause.header.map(head => table.cell(fill: luma(235), strong(head)))),) },
      ..clause.cells.map(cell => table.cell(
        colspan: cell.span,
        fill: if cell.op == "+" { rgb("#e8f1fb") } else if cell.op == "-" { rgb("#fbecea") } else { none },
        set-all(cell.clauses),
      )),
    )
  } else { set-clause(clause) }
}

// What stands around the text: whose meeting, which document, who submits what, then symbol and number.
#let plain-lines(said) = said.filter(line => line != none and line != "").map(line => text(line)).join(linebreak())
#let frame-head(frame) = {
  grid(
    columns: (1fr, auto), column-gutter: 2em,
    strong(plain-lines((frame.meeting, frame.sitting))),
    strong(plain-lines(frame.facts)),
  )
  line(length: 100%, stroke: 1.2pt)
  if frame.source != none and frame.source != "" {
    align(center, block(above: 1.4em, strong(text(size: 1.15em, frame.source))))
  }
  if frame.about.len() > 0 { align(center, block(above: 1.4em, text(size: 1.15em, plain-lines(frame.about)))) }
  block(above: 2em, sticky: true, strong({
    box(width: 4.8em, align(if right-to-left { right } else { left }, text(dir: ltr, frame.symbol)))
    text(dir: ltr, frame.number)
  }))
}
#if doc.frame != none { frame-head(doc.frame) }
#set-all(doc.clauses)
`;
