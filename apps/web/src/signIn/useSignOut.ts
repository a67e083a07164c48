import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useLocation } from "wouter";
import { api } from "../api/client.ts";
import { answer } from "../api/refusal.ts";

/** Signs out and goes to the choice of a person. */
export function useSignOut() {
  const queries = useQueryClient();
  const [, go] = useLocation();
  return useMutation({
    mutationFn: () => answer(api.session.$delete()),
    onSuccess: async () => {
      go("/");
      await queries.resetQueries();
    },
  });
}
