import type { DraftRecord } from "@plenary/collab";
import { type DisplayMode, type DraftEditor, type DraftState, createDraftEditor } from "@plenary/editor";
import type { DraftDetail, Group, Person } from "@plenary/server/api";
import { useQueryClient } from "@tanstack/react-query";
import { type RefObject, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api/client.ts";
import { draftQuery } from "../api/queries.ts";
import { answer } from "../api/refusal.ts";
import { type DraftConnection, connectDraft } from "../live/connectDraft.ts";
import type { SavingState } from "../live/saving.ts";
import { structureHost } from "./structure/structureHost.ts";

/** A draft that is open on the screen. `editor` and `state` are null until the text has arrived. */
export interface LiveDraftView {
  readonly connection: DraftConnection | null;
  readonly editor: DraftEditor | null;
  readonly state: DraftState | null;
  readonly record: DraftRecord;
  readonly saving: SavingState;
  /** The close code with which the server refused for good, null while it did not. */
  readonly refused: number | null;
  /** The change the pointer is on, on the paper. */
  readonly hovered: string | null;
  /** Whether somebody asked on the paper for the list of what can be inserted. */
  readonly inserting: boolean;
  readonly onInserting: (inserting: boolean) => void;
}

const nothing: DraftRecord = { agreed: null, decisions: [] };

/** Connects the draft and keeps its paper in the element, for as long as the screen is there. */
export function useLiveDraft(
  element: RefObject<HTMLElement | null>,
  draft: DraftDetail,
  person: Person,
  groups: readonly Group[],
  mode: DisplayMode,
  onThread: (ids: readonly string[]) => void,
): LiveDraftView {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [connection, setConnection] = useState<DraftConnection | null>(null);
  const [editor, setEditor] = useState<DraftEditor | null>(null);
  const [state, setState] = useState<DraftState | null>(null);
  const [inserting, setInserting] = useState(false);
  const [record, setRecord] = useState(nothing);
  const [saving, setSaving] = useState<SavingState>("offline");
  const [refused, setRefused] = useState<number | null>(null);
  const [hovered, setHovered] = useState<string | null>(null);
  const { id, published } = draft;
  // What is written after the server refused would reach nobody.
  const mayWrite = draft.mayWrite && refused === null;
  const color = groups.find(({ code }) => code === person.group)?.color ?? "#5d6470";

  useEffect(() => {
    const made = connectDraft({
      server: `${location.origin.replace(/^http/, "ws")}/rooms`,
      draft: id,
      person: person.id,
      ticket: async () => (await answer(api.drafts[":id"].ticket.$post({ param: { id } }))).ticket,
      onSaving: setSaving,
      onRecord: setRecord,
      onReady: () => setConnection(made),
      onRefused: setRefused,
      onRights: () => void queries.invalidateQueries(),
      onEntered: () => void queries.invalidateQueries({ queryKey: draftQuery(id).queryKey, exact: true }),
    });
    return () => {
      made.close();
      setConnection(null);
    };
  }, [id, person.id, queries]);

  useEffect(() => {
    if (!connection || !element.current) return undefined;
    const made = createDraftEditor({
      element: element.current,
      doc: connection.doc,
      awareness: connection.awareness,
      user: { id: person.id, name: person.name, group: person.group, color },
      published,
      editable: mayWrite,
      mode: "marked",
      strings: {
        paper: t("paper.label"),
        movedFrom: (place) => t("paper.movedFrom", { place }),
        movedTo: (place) => t("paper.movedTo", { place }),
      },
      structure: structureHost({ connection, draft: id, t, onInsert: () => setInserting(true) }),
      onState: setState,
      onHover: setHovered,
      onThread,
    });
    let there = true;
    // Not within the effect itself, which would render twice in a row.
    queueMicrotask(() => {
      if (there) setEditor(made);
    });
    return () => {
      there = false;
      made.destroy();
      setEditor(null);
    };
    // The paper is made anew for another draft, person or language, not for each new rendering.
  }, [connection, element, id, person, color, published, mayWrite, onThread, t]);

  useEffect(() => editor?.setMode(mode), [editor, mode]);
  useEffect(() => editor?.setAgreed(record.agreed), [editor, record.agreed]);

  return { connection, editor, state, record, saving, refused, hovered, inserting, onInserting: setInserting };
}
