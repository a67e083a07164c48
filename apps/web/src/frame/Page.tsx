import { Container } from "@mantine/core";
import type { ReactNode } from "react";

/** What {@link Page} shows; a wide page has room for two columns. */
export interface PageProps {
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** The content of a plain page, in a column below the bar. */
export function Page({ wide = false, children }: PageProps) {
  return (
    <Container component="main" size={wide ? "xl" : "md"} py="xl">
      {children}
    </Container>
  );
}
