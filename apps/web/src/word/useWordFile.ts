import type { CommentsChoice, WordReport } from "@plenary/server/api";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api } from "../api/client.ts";
import { draftsQuery, textsQuery } from "../api/queries.ts";
import { answer } from "../api/refusal.ts";

/** A file with what the server says about it, against the text that was asked for or the one it recognised. */
export interface ReadFile {
  readonly file: File;
  readonly report: WordReport;
}

/** What is done with a file: the text it amends, null to add its own base to the library, and for whom. */
export interface WordDecision {
  readonly text: string | null;
  readonly silent: "take" | "leave" | undefined;
  readonly group: string | undefined;
  readonly comments: CommentsChoice;
}

/** Reading a Word file, and making a draft of it. */
export function useWordFile(made: (draft: string) => void) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const read = useMutation({
    mutationFn: async ({
      file,
      text,
    }: {
      readonly file: File;
      readonly text: string | undefined;
    }): Promise<ReadFile> => {
      if (/\.pdf$/i.test(file.name)) throw new Error(t("import.pdf"));
      if (/\.doc$/i.test(file.name)) throw new Error(t("import.doc"));
      if (!/\.docx$/i.test(file.name)) throw new Error(t("word.unknown"));
      return { file, report: await reportOn(file, text) };
    },
  });
  const draft = useMutation({
    mutationFn: async ({ text, silent, group, comments }: WordDecision): Promise<string> => {
      const { file, report } = read.data!;
      const { name } = file;
      const base = text ?? (await answer(api.texts.word.$post({ query: { name } }, { init: { body: file } }))).id;
      const against = report.against?.text === base ? report.against : (await reportOn(file, base)).against;
      const query = {
        name,
        text: base,
        seen: against?.seen ?? "",
        comments,
        ...(silent && { silent }),
        ...(group !== undefined && { group }),
      };
      return (await answer(api.word.draft.$post({ query }, { init: { body: file } }))).id;
    },
    onSuccess: made,
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: draftsQuery.queryKey }),
        queries.invalidateQueries({ queryKey: textsQuery.queryKey }),
      ]),
  });
  return { read, draft };
}

function reportOn(file: File, text: string | undefined): Promise<WordReport> {
  const query = text === undefined ? { name: file.name } : { name: file.name, text };
  return answer(api.word.report.$post({ query }, { init: { body: file } }));
}
