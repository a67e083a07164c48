import { Button, Popover, Text, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { notifications } from "@mantine/notifications";
import { IconBookmark } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../../api/client.ts";
import { answer } from "../../api/refusal.ts";
import { historyQuery } from "../historyQuery.ts";

/** Names the draft's text as it is now, so that it is found again. */
export function NameVersion({ draft }: { readonly draft: string }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [open, toggle] = useDisclosure(false);
  const [name, setName] = useState("");
  const make = useMutation({
    mutationFn: () => answer(api.drafts[":id"].versions.$post({ param: { id: draft }, json: { name } })),
    onSuccess: async (made) => {
      toggle.close();
      setName("");
      notifications.show({ message: t("version.named", { name: made.name }) });
      await queries.invalidateQueries({ queryKey: historyQuery(draft).queryKey });
    },
  });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (name.trim() !== "") make.mutate();
  };
  return (
    <Popover opened={open} onChange={toggle.close} onDismiss={toggle.close} trapFocus returnFocus position="bottom-end">
      <Popover.Target>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconBookmark size={16} aria-hidden />}
          onClick={toggle.toggle}
          data-testid="name-version"
        >
          {t("version.name")}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form onSubmit={submit}>
          <TextInput
            size="xs"
            label={t("version.label")}
            description={t("version.hint")}
            value={name}
            maxLength={200}
            onChange={(event) => setName(event.currentTarget.value)}
            error={
              make.error && (
                <Text span inherit>
                  {make.error.message}
                </Text>
              )
            }
            data-autofocus
            data-testid="version-name"
          />
          <Button type="submit" size="xs" mt="xs" loading={make.isPending} data-testid="version-save">
            {t("version.save")}
          </Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
