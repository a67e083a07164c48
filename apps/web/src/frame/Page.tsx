import { Anchor, Container, Group, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Link } from "wouter";
import { conferenceQuery } from "../api/queries.ts";
import { AccountMenu } from "./AccountMenu.tsx";

/** What {@link Page} shows; a wide page has room for two columns. */
export interface PageProps {
  readonly signedIn: boolean;
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** A plain page: the conference's name on top, its content in a column. */
export function Page({ signedIn, wide = false, children }: PageProps) {
  const { data } = useQuery({ ...conferenceQuery, enabled: signedIn });
  return (
    <>
      <Group component="header" className="bar" justify="space-between" wrap="nowrap">
        <Group gap="xs" wrap="nowrap" miw={0}>
          <Anchor component={Link} href="/" fw={650} c="inherit" underline="never">
            Plenary
          </Anchor>
          <Text c="dimmed" size="sm" truncate>
            <bdi>{data?.name}</bdi>
          </Text>
        </Group>
        <AccountMenu />
      </Group>
      <Container component="main" size={wide ? "xl" : "md"} py="xl">
        {children}
      </Container>
    </>
  );
}
