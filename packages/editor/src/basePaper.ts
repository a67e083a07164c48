import { type Clause, type Text, direction } from "@plenary/document";
import { contentDom, element } from "./redline/draw/pieces.ts";

/** The published text as a paper to read. */
export function basePaper(text: Text, name: string): HTMLElement {
  const paper = element("div", "paper-text paper-base");
  paper.setAttribute("role", "document");
  paper.setAttribute("aria-label", name);
  paper.append(...text.clauses.map((clause) => clauseDom(clause, text)));
  return paper;
}

function clauseDom(clause: Clause, text: Text): HTMLElement {
  if (clause.kind === "table") return tableDom(clause, text);
  const line = element("p", `clause clause-${clause.kind} level-${Math.min(clause.level, 9)}`);
  line.dataset["id"] = clause.id;
  line.dataset["kind"] = clause.kind;
  line.dir = direction(text.language);
  line.lang = text.language;
  if (clause.label !== null) line.append(element("span", "label", clause.label));
  line.append(contentDom(clause.content));
  return line;
}

function tableDom(clause: Clause, text: Text): HTMLElement {
  const table = element("table", "table");
  table.dataset["id"] = clause.id;
  table.dir = direction(text.language);
  const body = element("tbody", "");
  for (const row of clause.rows) {
    const line = element("tr", "");
    for (const cell of row.cells) {
      const box = element("td", "");
      box.append(...cell.clauses.map((inner) => clauseDom(inner, text)));
      line.append(box);
    }
    body.append(line);
  }
  table.append(body);
  return table;
}
