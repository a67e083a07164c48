import { type Language, direction } from "@plenary/document";
import { useTranslation } from "react-i18next";
import type { PlacedThread } from "../placeThreads.ts";

/** What {@link ThreadPlace} shows. */
export interface ThreadPlaceProps {
  readonly placed: PlacedThread;
  /** How the clause is cited, "recalling a)"; empty when it has no name or is nowhere. */
  readonly cited: string;
  readonly language: Language;
}

/** Where a thread hangs: the clause, the quoted words, and whether they are no longer there. */
export function ThreadPlace({ placed: { thread, place }, cited, language }: ThreadPlaceProps) {
  const { t } = useTranslation();
  const { anchor } = thread;
  const gone = place.on === "clause" && place.gone;
  return (
    <>
      {cited !== "" && (
        <bdi className="card-place" lang={language}>
          {cited}
        </bdi>
      )}
      {anchor.on !== "clause" && (
        <span className="talk-quote" lang={language} dir={direction(language)}>
          {anchor.on === "words" && shortened(anchor.quote)}
          {anchor.on === "change" && (
            <>
              {anchor.deleted !== "" && anchor.deleted !== anchor.inserted && <del>{shortened(anchor.deleted)}</del>}{" "}
              {anchor.inserted !== "" && <ins>{shortened(anchor.inserted)}</ins>}
            </>
          )}
        </span>
      )}
      {(place.on === "orphan" || gone) && (
        <span className="card-note" data-testid="orphan">
          {t(gone ? "talk.gone" : "talk.orphan")}
        </span>
      )}
    </>
  );
}

function shortened(words: string): string {
  return words.length > 120 ? `${words.slice(0, 120)}…` : words;
}
