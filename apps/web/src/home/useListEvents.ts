import { useDocumentVisibility } from "@mantine/hooks";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { draftsQuery } from "../api/queries.ts";

/**
 * Asks for the list of drafts again when the server says that it has changed, and after the connection was gone. Only
 * while the page is seen: a browser has few connections to one server, and every window would keep one.
 */
export function useListEvents(): void {
  const client = useQueryClient();
  const visible = useDocumentVisibility() === "visible";
  useEffect(() => {
    if (!visible) return;
    const events = new EventSource("/api/events");
    const refresh = (): void => void client.invalidateQueries({ queryKey: draftsQuery.queryKey, exact: true });
    for (const event of ["open", "drafts"]) events.addEventListener(event, refresh);
    return () => events.close();
  }, [client, visible]);
}
