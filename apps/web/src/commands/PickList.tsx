import { Kbd, TextInput } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import { type KeyboardEvent, useId, useState } from "react";
import { commandPressed } from "./commandPressed.ts";
import "./pickList.css";

/** A line to pick. */
export interface PickItem {
  readonly id: string;
  readonly title: string;
  readonly hint?: string | undefined;
  /** The language of its words, where it is not that of the interface. */
  readonly language?: string | undefined;
  /** The name of the key that does the same. */
  readonly key?: string | undefined;
  readonly chosen?: boolean | undefined;
}

/** Lines under one title; "" for none. */
export interface PickGroup {
  readonly title: string;
  readonly items: readonly PickItem[];
}

/** What {@link PickList} shows and does. */
export interface PickListProps {
  readonly label: string;
  readonly placeholder: string;
  /** What is said when there is nothing to pick. */
  readonly none: string;
  readonly size: "xs" | "md";
  readonly groups: readonly PickGroup[];
  readonly words: string;
  readonly onWords: (words: string) => void;
  readonly onPick: (id: string) => void;
  readonly onLeave: () => void;
}

const keys = ["list.next", "list.previous", "list.down", "list.up", "list.pick", "list.leave", "list.erase"] as const;

/** So many lines are one page of a list. */
const PAGE = 8;

/** A field with a list below it: type to narrow it, arrows to choose, Enter to pick, Escape to leave. */
export function PickList(props: PickListProps) {
  const { label, placeholder, none, size, groups, words, onWords, onPick, onLeave } = props;
  const list = useId();
  const [at, setAt] = useState(0);
  const items = groups.flatMap((group) => group.items);
  const chosen = items[Math.min(at, items.length - 1)];

  const pressed = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const last = items.length - 1;
    const here = Math.min(at, last);
    const goTo = (next: number): void => setAt(Math.max(0, next));
    const meant = commandPressed(event.nativeEvent, keys);
    if (meant === "list.next") goTo(here >= last ? 0 : here + 1);
    else if (meant === "list.previous") goTo(here <= 0 ? last : here - 1);
    else if (meant === "list.down") goTo(Math.min(here + PAGE, last));
    else if (meant === "list.up") goTo(here - PAGE);
    else if (meant === "list.pick" && chosen) onPick(chosen.id);
    else if (meant === "list.leave" || (meant === "list.erase" && words === "")) onLeave();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const line = (item: PickItem) => (
    <li
      key={item.id}
      id={`${list}-${item.id}`}
      ref={item === chosen ? intoView : null}
      role="option"
      aria-selected={item === chosen}
      data-testid={`pick-${item.id}`}
      onPointerMove={() => setAt(items.indexOf(item))}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onPick(item.id)}
    >
      <span className="pick-words" lang={item.language}>
        <bdi className="pick-title">{item.title}</bdi>
        {item.hint !== undefined && <bdi className="pick-hint">{item.hint}</bdi>}
      </span>
      {item.chosen === true && <IconCheck size={16} aria-hidden />}
      {item.key !== undefined && (
        <Kbd size="xs" dir="ltr" aria-hidden>
          {item.key}
        </Kbd>
      )}
    </li>
  );

  return (
    <div className="pick-list" data-size={size}>
      <TextInput
        size={size}
        autoFocus
        value={words}
        placeholder={placeholder}
        aria-label={label}
        role="combobox"
        aria-expanded
        aria-autocomplete="list"
        aria-controls={list}
        aria-activedescendant={chosen ? `${list}-${chosen.id}` : undefined}
        onChange={(event) => {
          onWords(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={pressed}
      />
      <div id={list} role="listbox" aria-label={label} className="pick-groups">
        {groups.map(({ title, items: inside }, i) =>
          title === "" ? (
            <ul key={title} role="presentation">
              {inside.map(line)}
            </ul>
          ) : (
            <ul key={title} role="group" aria-labelledby={`${list}-group-${i}`}>
              <li role="presentation" id={`${list}-group-${i}`} className="pick-group">
                {title}
              </li>
              {inside.map(line)}
            </ul>
          ),
        )}
      </div>
      <p role="status" className="pick-none">
        {items.length === 0 ? none : ""}
      </p>
    </div>
  );
}

function intoView(option: HTMLElement | null): void {
  option?.scrollIntoView({ block: "nearest" });
}
