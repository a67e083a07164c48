import { VisuallyHidden } from "@mantine/core";
import { useDisclosure, useMediaQuery } from "@mantine/hooks";
import { direction } from "@plenary/document";
import type { DraftDetail, Group, Person } from "@plenary/server/api";
import { useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../frame/useLanguage.ts";
import { notifications } from "@mantine/notifications";
import { command } from "../commands/command.ts";
import { useCommands } from "../commands/useCommands.ts";
import { ClauseButton, ClauseMenu } from "./bar/ClauseMenu.tsx";
import { DraftBar } from "./bar/DraftBar.tsx";
import { ChecksPanel } from "./checks/ChecksPanel.tsx";
import { useChecks } from "./checks/useChecks.ts";
import { clauseCommands } from "./outline/clauseCommands.ts";
import { showClause } from "./outline/showClause.ts";
import { DraftNotices } from "./DraftNotices.tsx";
import { PaperShape } from "./PaperShape.tsx";
import { ChangesPanel } from "./panels/ChangesPanel.tsx";
import { Decisions } from "./panels/Decisions.tsx";
import { Outline } from "./outline/Outline.tsx";
import { ReviewTabs } from "./panels/ReviewTabs.tsx";
import { SidePanel } from "./panels/SidePanel.tsx";
import { cardMaker } from "./review/cards.ts";
import { ChairBar } from "./review/ChairBar.tsx";
import { useAuthors } from "./review/useAuthors.ts";
import { InsertMenu } from "./structure/InsertMenu.tsx";
import { useReview } from "./review/useReview.ts";
import { useVisit } from "./review/useVisit.ts";
import { isPaper, otherViews } from "../views/draftViews.ts";
import { OtherView } from "../views/OtherView.tsx";
import { useStand } from "../views/projector/useStand.ts";
import { useDraftView } from "../views/useDraftView.ts";
import type { PlacedThread } from "../talk/placeThreads.ts";
import { TalkContext } from "../talk/TalkContext.ts";
import { ThreadsPanel } from "../talk/panel/ThreadsPanel.tsx";
import { useThreadChoice } from "../talk/useThreadChoice.ts";
import { useThreads } from "../talk/useThreads.ts";
import { useLiveDraft } from "./useLiveDraft.ts";
import { useOfflineNote } from "./useOfflineNote.ts";

/** What {@link LiveDraft} shows. */
export interface LiveDraftProps {
  readonly draft: DraftDetail;
  readonly conference: { readonly name: string; readonly groups: readonly Group[] };
  readonly person: Person;
}

const displayModes = ["base", "marked", "clean"] as const;
const panels = ["changes", "talk", "checks", "decisions"] as const;
const noneSelected: readonly string[] = [];

/** The draft: the bar, the outline, the paper, the changes; the chair's bar for who may decide. */
export function LiveDraft({ draft, conference, person }: LiveDraftProps) {
  const { t } = useTranslation();
  const paper = useRef<HTMLDivElement>(null);
  const { view, open } = useDraftView(draft.id);
  const onPaper = isPaper(view);
  const mode = onPaper ? view : "marked";
  const [formatting, setFormatting] = useState(true);
  const [chosen, setChosen] = useState<{ readonly id: string; readonly caret: string | null } | null>(null);
  const narrow = useMediaQuery("(max-width: 75em)", false, { getInitialValueInEffect: false });
  const phone = useMediaQuery("(max-width: 48em)", false, { getInitialValueInEffect: false });
  const [outline, outlineOpen] = useDisclosure(!narrow);
  const [changes, changesOpen] = useDisclosure(!narrow);
  const chooser = useThreadChoice(changesOpen.open);
  const live = useLiveDraft(paper, draft, person, conference.groups, mode, chooser.choose);
  const { editor, state, record } = live;
  const refused = live.refused !== null;
  const mayWrite = draft.mayWrite && !refused;
  useOfflineNote(live.saving === "offline" && !refused, mayWrite);
  const language = useLanguage();
  const cardsOf = useMemo(() => cardMaker(language), [language]);
  const cards = useMemo(() => (state ? cardsOf(state) : []), [cardsOf, state]);
  const changed = useMemo(() => state?.redline.changes.map(({ id }) => id) ?? [], [state]);
  const authors = useAuthors(draft.id, changed, live.saving === "saved");
  const inView = useMemo(() => cards.filter((card) => formatting || card.change.kind !== "marks"), [cards, formatting]);
  const before = useVisit(draft.id);
  const threads = useThreads(draft.id, person, live, chooser);
  const checks = useChecks(state, editor);
  const caret = state?.active ?? null;
  // What was chosen counts until the caret goes to another change.
  const active = (chosen?.caret === caret ? chosen.id : null) ?? live.hovered ?? caret;
  const point = (id: string | null): void => setChosen(id === null ? null : { id, caret });
  const [went, setWent] = useState<string | null>(null);
  const leads = draft.mayDecide && view !== "projector";
  useStand({ awareness: leads ? (live.connection?.awareness ?? null) : null, state, cards, went });

  useEffect(() => editor?.setFormatting(formatting), [editor, formatting]);
  useEffect(() => editor?.setActive(active), [editor, active]);

  const goTo = (id: string): void => {
    if (mode === "base" || !onPaper) return open("marked", () => goThere(id));
    goThere(id);
  };
  const goThere = (id: string): void => {
    const there = editor?.goTo(id) ?? false;
    setChosen({ id, caret: there ? id : caret });
    setWent(id);
    if (narrow) changesOpen.close();
  };
  const goToClause = (id: string): void => {
    showClause(id, "center");
    if (narrow) changesOpen.close();
  };
  const review = useReview({
    draft: draft.id,
    mayDecide: draft.mayDecide,
    cards: inView,
    authors,
    active,
    selected: state?.selected ?? noneSelected,
    onGo: goTo,
    onPoint: point,
    onLeave: () => {
      // What lies over the text.
      if (narrow) changesOpen.close();
      editor?.focus();
    },
    onPaper,
  });
  const goToThread = (placed: PlacedThread): void => {
    if (mode === "base") open("marked");
    chooser.choose([placed.thread.id]);
    const { clause } = placed.place;
    if (clause !== null && (editor?.show(clause, placed.thread.id) ?? false) && narrow) changesOpen.close();
  };
  useCommands(() => [
    ...displayModes.map((each) => command(t, `mode.${each}`, () => open(each), each === view)),
    ...otherViews.map((each) => command(t, `view.${each}`, () => open(each), each === view)),
    command(t, "view.outline", outlineOpen.toggle),
    command(t, "view.panels", changesOpen.toggle),
    command(t, "view.formatting", () => setFormatting(!formatting)),
    ...panels.map((panel) => command(t, `panel.${panel}`, () => chooser.show(panel), chooser.beside.shown === panel)),
    ...(state && onPaper ? clauseCommands(mode === "base" ? draft.published : state.current, goToClause) : []),
  ]);
  const outlinePanel = <Outline state={state} />;
  const changeList = { review, count: inView.length, authors, before, formatting, onFormatting: setFormatting };
  const changesPanel = (
    <TalkContext value={threads.cards}>
      <ReviewTabs
        label={t("review.panels")}
        {...chooser.beside}
        tabs={[
          {
            id: "changes",
            title: t("changes.title"),
            count: state && inView.length,
            panel: <ChangesPanel {...changeList} state={state} active={active} mayWrite={mayWrite} />,
          },
          {
            id: "talk",
            title: t("talk.title"),
            count: state && threads.openCount,
            kept: true,
            panel: <ThreadsPanel {...threads.panel} state={state} onGo={goToThread} />,
          },
          {
            id: "checks",
            title: t("checks.title"),
            count: state && checks.brackets.length + checks.references.length,
            panel: (
              <ChecksPanel
                checks={checks}
                language={state?.current.language ?? "en"}
                mayWrite={mayWrite}
                onGo={goToClause}
                onEdit={(clause, said, edits) => {
                  const done = editor?.editClause(clause, said, edits) ?? false;
                  if (!done) notifications.show({ color: "yellow", message: t("checks.moved") });
                  return done;
                }}
              />
            ),
          },
          {
            id: "decisions",
            title: t("decided.title"),
            count: state && record.decisions.length,
            panel: (
              <Decisions
                draft={draft.id}
                decisions={record.decisions}
                mayDecide={draft.mayDecide}
                busy={review.busy}
                onUndo={review.undo}
              />
            ),
          },
        ]}
      />
    </TalkContext>
  );

  const others =
    state && live.connection
      ? {
          draft,
          groups: conference.groups,
          state,
          record,
          awareness: live.connection.awareness,
          changes: changeList,
          onGo: goTo,
          onView: open,
        }
      : null;
  return (
    <div className="draft">
      <DraftBar
        draft={draft}
        conference={conference}
        view={view}
        onView={open}
        live={live}
        tools={
          mayWrite &&
          onPaper &&
          (editor && state ? (
            <ClauseMenu draft={draft} editor={editor} state={state} onInsert={() => live.onInserting(true)} />
          ) : (
            <ClauseButton disabled />
          ))
        }
        outline={onPaper && outline}
        onOutline={() => (onPaper ? outlineOpen.toggle() : open("marked", outlineOpen.open))}
        changes={onPaper && changes}
        onChanges={() => (onPaper ? changesOpen.toggle() : open("marked", changesOpen.open))}
        narrow={narrow}
      />
      <VisuallyHidden role="status" data-testid="heard">
        {[review.heard.decided, review.heard.at].join(" ").trim()}
      </VisuallyHidden>
      {!onPaper && <OtherView view={view} shown={others} />}
      <div className="work" hidden={!onPaper}>
        {!narrow && outline && (
          <nav className="side" aria-label={t("outline.title")}>
            {outlinePanel}
          </nav>
        )}
        <main className="desk" tabIndex={0}>
          <VisuallyHidden component="h1">
            {draft.number} {draft.text.title}
          </VisuallyHidden>
          <DraftNotices mayWrite={draft.mayWrite} refused={refused} />
          {!editor && <PaperShape />}
          <div className="page" hidden={!editor}>
            <p className="amendment" dir={direction(draft.text.language)}>
              <bdi dir="ltr" data-testid="amendment">
                <strong>{state?.symbol ?? draft.symbol}</strong> {draft.number}
              </bdi>
            </p>
            <div ref={paper} data-testid="paper" />
          </div>
        </main>
        {!narrow && changes && (
          <aside className="side side-review" aria-label={t("changes.title")}>
            {changesPanel}
          </aside>
        )}
      </div>
      {live.inserting && editor && state && (
        <InsertMenu editor={editor} state={state} onClose={() => live.onInserting(false)} />
      )}
      {(draft.mayDecide || phone) && onPaper && (
        <ChairBar
          review={review}
          decided={record.decisions.length}
          active={active}
          mayDecide={draft.mayDecide}
          onCards={phone ? () => chooser.show("changes") : null}
        />
      )}
      <SidePanel
        opened={narrow && onPaper && outline}
        onClose={outlineOpen.close}
        title={t("outline.title")}
        position="left"
      >
        {outlinePanel}
      </SidePanel>
      <SidePanel
        opened={narrow && onPaper && changes}
        onClose={changesOpen.close}
        title={t("changes.title")}
        position="bottom"
      >
        {changesPanel}
      </SidePanel>
    </div>
  );
}
