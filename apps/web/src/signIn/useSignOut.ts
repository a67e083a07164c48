import { useMutation } from "@tanstack/react-query";
import { api } from "../api/client.ts";
import { answer } from "../api/refusal.ts";
import { useSessionChange } from "./useSessionChange.ts";

/** Signs out and goes to the choice of a person. */
export function useSignOut() {
  const { signedOut } = useSessionChange();
  return useMutation({
    mutationFn: () => answer(api.session.$delete()),
    onSuccess: () => signedOut("/"),
  });
}
