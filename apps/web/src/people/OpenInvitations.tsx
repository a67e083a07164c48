import { Button, Text } from "@mantine/core";
import type { OpenInvitation } from "@plenary/server/api";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api } from "../api/client.ts";
import { peopleQuery } from "../api/queries.ts";
import { answer } from "../api/refusal.ts";
import { Failure } from "../frame/Failure.tsx";
import { localeOf } from "../language/numbers.ts";
import { useLanguage } from "../frame/useLanguage.ts";

/** The links that nobody has taken up yet. */
export function OpenInvitations({ invitations }: { readonly invitations: readonly OpenInvitation[] }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const date = new Intl.DateTimeFormat(localeOf(useLanguage()), { dateStyle: "medium" });
  const withdraw = useMutation({
    mutationFn: (id: string) => answer(api.people.invitations[":id"].$delete({ param: { id } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: peopleQuery.queryKey }),
  });
  if (invitations.length === 0) return null;
  return (
    <div>
      <Text size="sm" c="dimmed" mb={6}>
        {t("people.open")}
      </Text>
      {withdraw.error && <Failure error={withdraw.error} retry={() => withdraw.reset()} />}
      <ul className="rows">
        {invitations.map(({ id, name, role, group, expiresAt }) => (
          <li key={id} className="row">
            <Text size="sm" className="row-words">
              {name !== "" && (
                <>
                  <bdi>{name}</bdi>
                  {" · "}
                </>
              )}
              {t(`role.${role}`)}
              {group !== null && (
                <>
                  {" · "}
                  <bdi dir="ltr">{group}</bdi>
                </>
              )}
              {" · "}
              {t("people.until", { date: date.format(new Date(expiresAt)) })}
            </Text>
            <Button size="xs" variant="default" disabled={withdraw.isPending} onClick={() => withdraw.mutate(id)}>
              {t("people.withdraw")}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
