import { Button, Group, NativeSelect, Radio, Stack, Text } from "@mantine/core";
import type { ThreadAnchor } from "@plenary/collab";
import { type Clause, type Language, direction, flatten } from "@plenary/document";
import type { DraftState } from "@plenary/editor";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { TalkView } from "../useTalk.ts";
import { WordsBox } from "./WordsBox.tsx";

/** What {@link Composer} begins. */
export interface ComposerProps {
  /** Where the thread will hang; null lets one choose a clause. */
  readonly anchor: ThreadAnchor | null;
  readonly state: DraftState;
  readonly talk: TalkView;
  readonly citedOf: (clause: string) => string;
  readonly onDone: (thread: string) => void;
  readonly onCancel: () => void;
}

/** Begins a thread: what it is about, who can read it, and the first comment. */
export function Composer({ anchor, state, talk, citedOf, onDone, onCancel }: ComposerProps) {
  const { t } = useTranslation();
  const [words, setWords] = useState("");
  const begun = anchor?.on === "clause" ? anchor.clause : null;
  const [clause, setClause] = useState(begun ?? state.current.clauses[0]?.id ?? "");
  const quoting = anchor !== null && anchor.on !== "clause" ? anchor : null;
  const [internal, setInternal] = useState(false);
  const { language, clauses } = state.current;
  const chosable = clauses.flatMap(withCells);
  const { group } = talk;
  const audience = internal ? group : null;
  const people = talk.people.filter(
    (person) => audience === null || (person.group === audience && person.role !== "observer"),
  );
  const send = (): void => {
    if (words.trim() === "" || talk.busy) return;
    talk.act({ act: "begin", anchor: quoting ?? { on: "clause", clause }, audience, text: words }).then(
      ({ id }) => onDone(id),
      // What was refused stays in the box; the page has said why.
      () => undefined,
    );
  };
  return (
    <Stack gap="xs" component="section" className="card composer" aria-label={t("talk.new")} data-testid="composer">
      {quoting ? (
        <About anchor={quoting} cited={citedOf(quoting.clause)} language={language} />
      ) : (
        <NativeSelect
          size="sm"
          label={t("talk.clause")}
          value={clause}
          onChange={({ currentTarget }) => setClause(currentTarget.value)}
          data={chosable.map(({ id, label, content }) => ({
            value: id,
            label: [label ?? "", flatten(content).slice(0, 60)].join(" ").trim() || citedOf(id) || id,
          }))}
        />
      )}
      {group !== null && (
        <Radio.Group
          size="xs"
          label={t("talk.audience")}
          value={internal ? "group" : "all"}
          onChange={(value) => setInternal(value === "group")}
        >
          <Group gap="md" mt={4}>
            <Radio size="xs" value="all" label={t("talk.all")} />
            <Radio size="xs" value="group" label={t("talk.internal", { group })} />
          </Group>
        </Radio.Group>
      )}
      <WordsBox
        label={t("talk.words")}
        value={words}
        onChange={setWords}
        people={people}
        onSend={send}
        onCancel={onCancel}
        autoFocus
      />
      <Group gap={6}>
        <Button
          size="compact-sm"
          variant="default"
          onClick={send}
          disabled={words.trim() === "" || talk.busy}
          data-testid="send"
        >
          {t("talk.send")}
        </Button>
        <Button size="compact-sm" variant="subtle" color="gray" onClick={onCancel}>
          {t("talk.cancel")}
        </Button>
      </Group>
    </Stack>
  );
}

/** The clause, or those in its cells when it is a table. */
function withCells(clause: Clause): readonly Clause[] {
  if (clause.kind !== "table") return [clause];
  return clause.rows.flatMap((row) => row.cells.flatMap((cell) => cell.clauses.flatMap(withCells)));
}

/** The words that the thread will be about. */
function About({
  anchor,
  cited,
  language,
}: {
  readonly anchor: Exclude<ThreadAnchor, { on: "clause" }>;
  readonly cited: string;
  readonly language: Language;
}) {
  const words = anchor.on === "words" ? anchor.quote : anchor.inserted || anchor.deleted;
  return (
    <div>
      {cited !== "" && (
        <Text size="xs" c="dimmed" lang={language}>
          <bdi>{cited}</bdi>
        </Text>
      )}
      <p className="talk-quote" lang={language} dir={direction(language)}>
        {words.slice(0, 200)}
      </p>
    </div>
  );
}
