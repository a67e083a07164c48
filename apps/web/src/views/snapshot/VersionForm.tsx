import { Button, Text, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { historyQuery } from "../historyQuery.ts";

/** What {@link VersionForm} asks for, and what becomes of the name. */
export interface VersionFormProps {
  readonly draft: string;
  /** The name that it has now; "" for none. */
  readonly given: string;
  readonly hint?: string;
  /** Has the server take the name. */
  readonly onSave: (name: string) => Promise<unknown>;
  readonly onSaved: (name: string) => void;
}

/** The name of a version: an empty one is not sent, and what the server refuses is said at the field. */
export function VersionForm({ draft, given, hint, onSave, onSaved }: VersionFormProps) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [name, setName] = useState(given);
  const [missing, setMissing] = useState(false);
  const save = useMutation({
    mutationFn: (wanted: string) => onSave(wanted),
    onSuccess: async (_made, wanted) => {
      onSaved(wanted);
      await queries.invalidateQueries({ queryKey: historyQuery(draft).queryKey });
    },
  });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const wanted = name.trim();
    setMissing(wanted === "");
    if (wanted === "") save.reset();
    else if (wanted === given) onSaved(given);
    else save.mutate(wanted);
  };
  const wrong = missing ? t("version.empty") : save.error?.message;
  return (
    <form onSubmit={submit} noValidate>
      <TextInput
        size="xs"
        label={t("version.label")}
        description={hint}
        value={name}
        required
        withAsterisk={false}
        maxLength={200}
        onChange={(event) => {
          setName(event.currentTarget.value);
          setMissing(false);
        }}
        onFocus={(event) => event.currentTarget.select()}
        error={
          wrong !== undefined && (
            <Text span inherit role="alert">
              {wrong}
            </Text>
          )
        }
        data-autofocus
        data-testid="version-name"
      />
      <Button type="submit" size="xs" mt="xs" loading={save.isPending} data-testid="version-save">
        {t("version.save")}
      </Button>
    </form>
  );
}
