import { Button, Group, Text } from "@mantine/core";
import type { Language } from "@plenary/document";
import type { ClauseEdit } from "@plenary/editor";
import type { OpenBracket } from "./openBrackets.ts";
import type { StaleReference } from "./staleReferences.ts";

/** What {@link CheckItem} shows and does. */
export interface CheckItemProps {
  readonly found: OpenBracket | StaleReference;
  readonly look: {
    readonly language: Language;
    readonly dir: "ltr" | "rtl";
    readonly places: ReadonlyMap<string, string>;
    readonly onGo: (clause: string) => void;
  };
  /** What is said beside it; "" for nothing. */
  readonly note: string;
  /** The ways to settle it, each one click. */
  readonly acts: readonly { readonly name: string; readonly id: string; readonly edits: readonly ClauseEdit[] }[];
  readonly onEdit: (clause: string, said: string, edits: readonly ClauseEdit[]) => void;
}

/** How many characters are shown on either side. */
const AROUND = 36;

/** One thing to look at: where it is, the words around it, and the ways to settle it. */
export function CheckItem({ found, look, note, acts, onEdit }: CheckItemProps) {
  const { clause, said, from, to } = found;
  const { language, dir, places, onGo } = look;
  return (
    <li className="check" data-testid="check">
      <button type="button" className="card-words" onClick={() => onGo(clause)}>
        <bdi className="card-place" lang={language}>
          {places.get(clause) ?? ""}
        </bdi>
        <span className="card-change" lang={language} dir={dir}>
          {from > AROUND && "…"}
          {said.slice(Math.max(0, from - AROUND), from)}
          <mark>{said.slice(from, to)}</mark>
          {said.slice(to, to + AROUND)}
          {said.length > to + AROUND && "…"}
        </span>
      </button>
      {note !== "" && (
        <Text size="xs" c="dimmed" px={12} pb={8}>
          {note}
        </Text>
      )}
      {acts.length > 0 && (
        <Group gap={6} className="card-verdict">
          {acts.map(({ name, id, edits }) => (
            <Button
              key={`${id} ${name}`}
              size="compact-xs"
              variant="default"
              onClick={() => onEdit(clause, said, edits)}
              data-act
              data-testid={`check-${id}`}
            >
              <bdi>{name}</bdi>
            </Button>
          ))}
        </Group>
      )}
    </li>
  );
}
