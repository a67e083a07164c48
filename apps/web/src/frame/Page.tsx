import { Anchor, Container, Group, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Link } from "wouter";
import { conferenceQuery } from "../api/queries.ts";
import { AccountMenu } from "./AccountMenu.tsx";

/** A plain page: the conference's name on top, its content in a column. */
export function Page({ signedIn, children }: { readonly signedIn: boolean; readonly children: ReactNode }) {
  const { data } = useQuery({ ...conferenceQuery, enabled: signedIn });
  return (
    <>
      <Group component="header" className="bar" justify="space-between" wrap="nowrap">
        <Group gap="xs" wrap="nowrap" miw={0}>
          <Anchor component={Link} href="/" fw={650} c="inherit" underline="never">
            Plenary
          </Anchor>
          <Text c="dimmed" size="sm" truncate>
            {data?.name}
          </Text>
        </Group>
        <AccountMenu />
      </Group>
      <Container component="main" size="md" py="xl">
        {children}
      </Container>
    </>
  );
}
