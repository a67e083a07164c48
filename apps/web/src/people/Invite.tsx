import { Button, Group, Stack, TextInput } from "@mantine/core";
import type { Group as RegionalGroup } from "@plenary/server/api";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api/client.ts";
import { peopleQuery } from "../api/queries.ts";
import { answer } from "../api/refusal.ts";
import { Form } from "../frame/form/Form.tsx";
import { Failure } from "../frame/Failure.tsx";
import { MadeLink } from "./MadeLink.tsx";
import { type Membership, MembershipFields } from "./MembershipFields.tsx";

/** Makes a link by which one person joins the conference. */
export function Invite({ groups }: { readonly groups: readonly RegionalGroup[] }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [name, setName] = useState("");
  const [membership, setMembership] = useState<Membership>({ role: "delegate", group: null });
  const invite = useMutation({
    mutationFn: () => answer(api.people.invitations.$post({ json: { name, ...membership } })),
    onSuccess: async () => {
      setName("");
      await queries.invalidateQueries({ queryKey: peopleQuery.queryKey });
    },
  });
  return (
    <Form onSubmit={() => invite.mutate()} testId="invite">
      <Stack gap="sm">
        <Group align="flex-end" gap="sm">
          <TextInput
            label={t("people.inviteName")}
            value={name}
            maxLength={200}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <MembershipFields value={membership} groups={groups} onChange={setMembership} />
          <Button type="submit" loading={invite.isPending}>
            {t("people.makeLink")}
          </Button>
        </Group>
        {invite.error && <Failure error={invite.error} retry={() => invite.reset()} />}
        {invite.data && <MadeLink path={invite.data.path} words={t("people.linkMade")} />}
      </Stack>
    </Form>
  );
}
