import { type Clause, type Language, term } from "@plenary/document";
import { said } from "./said.ts";

const field = /^([^:：]{1,30})[:：]\s*(.*)$/;

/** A letter that has attachments: head, addressees, subject, lists and signature, told apart by their order and shape. */
export function letterOutline(main: readonly Clause[], language: Language): Record<string, unknown> {
  const lines = main.filter((clause) => clause.kind === "paragraph").map(said);
  const first = lines.findIndex((line) => field.test(line));
  const head = lines.slice(0, Math.max(first, 0));
  const fields: [string, string][] = [];
  let at = Math.max(first, 0);
  for (let match = field.exec(lines[at] ?? ""); match; match = field.exec(lines[++at] ?? "")) {
    fields.push([match[1] ?? "", match[2] ?? ""]);
  }
  const subject = lines.findIndex((line, i) => i >= at && field.test(line));
  const dated = head.find((line) => /\d{4}/.test(line)) ?? "";
  const [date = "", place = ""] = dated
    .split(/[，,،]\s*/)
    .toSorted((a, b) => Number(/\d{4}/.test(b)) - Number(/\d{4}/.test(a)));
  const value = (shape: RegExp) => fields.find(([, given]) => shape.test(given))?.[1] ?? null;
  const phone = fields.findIndex(([, given]) => /^\+?[\d ().-]{7,}$/.test(given));
  const attachment = term("attachment", language);
  const enclosed = lines.findIndex((line) => line.startsWith(attachment) && field.test(line));
  const signature: string[] = [];
  for (let i = (enclosed < 0 ? lines.length : enclosed) - 1; i > subject; i--) {
    const line = lines[i]!;
    if (line.length > 40 || /[!！.。,，;；:：؛،]$/.test(line)) break;
    signature.unshift(line);
  }
  return {
    office: head.find((line) => line !== dated) ?? null,
    date,
    place,
    symbol: value(/^[A-Z]{1,6}[-/\d]/),
    contact: phone > 0 ? fields[phone - 1]![1] : null,
    phone: fields[phone]?.[1] ?? null,
    email: value(/^\S+@\S+$/),
    addressees: lines.slice(at, Math.max(subject, at)),
    subject: field.exec(lines[subject] ?? "")?.[2] ?? null,
    salutation: subject < 0 ? null : (lines[subject + 1] ?? null),
    lists: listsOf(main),
    signature,
    attachments_listed: lines.filter(
      (line) => line.startsWith(attachment) && /^\s*\d/.test(line.slice(attachment.length)),
    ).length,
  };
}

function listsOf(main: readonly Clause[]): { style: string; items: number }[] {
  const lists: { style: string; items: number }[] = [];
  main.forEach((clause, i) => {
    if (clause.kind !== "item") return;
    const last = lists.at(-1);
    if (last && main[i - 1]?.kind === "item") last.items++;
    else lists.push({ style: clause.label ?? "", items: 1 });
  });
  return lists;
}
