import { ActionIcon } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import type { DraftSummary } from "@plenary/server/api";
import { IconLock, IconWorld } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api } from "../api/client.ts";
import { draftsQuery } from "../api/queries.ts";
import { answer } from "../api/refusal.ts";

/** Opens a group's draft to the whole conference, or keeps it for the group again. */
export function ShareDraft({ draft: { id, number, shared } }: { readonly draft: DraftSummary }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const share = useMutation({
    mutationFn: () => answer(api.drafts[":id"].shared.$put({ param: { id }, json: { shared: !shared } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: draftsQuery.queryKey }),
    onError: (error) => notifications.show({ color: "red", title: t("failure.title"), message: error.message }),
  });
  const label = t(shared ? "drafts.unshare" : "drafts.share", { number });
  const Icon = shared ? IconWorld : IconLock;
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      aria-label={label}
      title={label}
      loading={share.isPending}
      onClick={() => share.mutate()}
      data-testid={`share-${id}`}
    >
      <Icon size={18} aria-hidden />
    </ActionIcon>
  );
}
