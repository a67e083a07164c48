import { type Text, flatten } from "@plenary/document";
import type { Command } from "../../commands/command.ts";
import { placesOf } from "../review/placesOf.ts";

/** The clauses of a text as places to go, each by how it is cited and what it says. */
export function clauseCommands(text: Text, onGo: (clause: string) => void): readonly Command[] {
  const places = placesOf(text);
  return text.clauses.flatMap(({ id, content, rows }): Command[] => {
    const inside = rows.flatMap((row) =>
      row.cells.flatMap(({ clauses }) => clauses.map((one) => flatten(one.content))),
    );
    const said = [flatten(content), ...inside]
      .join(" ")
      .replaceAll(/[\u2028\uFFFC\s]+/g, " ")
      .trim();
    const title = places.get(id) || said;
    if (title === "") return [];
    const hint = said.startsWith(title.replace("…", "")) && said.length <= title.length ? {} : { hint: said };
    return [{ id: `clause-${id}`, area: "go", title, ...hint, language: text.language, keys: [], run: () => onGo(id) }];
  });
}
