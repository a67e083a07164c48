import { Anchor, Group, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import { conferenceQuery, sessionQuery } from "../api/queries.ts";
import { AccountMenu } from "./AccountMenu.tsx";

/** What is on top of every page but a draft: the conference's name for who is in it, and the menu of the account. */
export function Bar() {
  const { data: session } = useQuery(sessionQuery);
  const { data: conference } = useQuery({ ...conferenceQuery, enabled: Boolean(session?.person) });
  return (
    <Group component="header" className="bar" justify="space-between" wrap="nowrap">
      <Group gap="xs" wrap="nowrap" miw={0}>
        <Anchor component={Link} href="/" fw={650} c="inherit" underline="never">
          Plenary
        </Anchor>
        <Text c="dimmed" size="sm" truncate>
          <bdi>{session?.person && conference?.name}</bdi>
        </Text>
      </Group>
      <AccountMenu />
    </Group>
  );
}
