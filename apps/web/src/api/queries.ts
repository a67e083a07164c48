import { queryOptions } from "@tanstack/react-query";
import { api } from "./client.ts";
import { answer } from "./refusal.ts";

/** Who is signed in, and in the demo who one can be. */
export const sessionQuery = queryOptions({ queryKey: ["session"], queryFn: () => answer(api.session.$get()) });

/** The conference's name and its groups. */
export const conferenceQuery = queryOptions({ queryKey: ["conference"], queryFn: () => answer(api.conference.$get()) });

/** Who is in the conference, and the open invitations; for the secretariat. */
export const peopleQuery = queryOptions({ queryKey: ["people"], queryFn: () => answer(api.people.$get()) });

/** Where the server tells other programs what happens, and what of; for the secretariat. */
export const webhooksQuery = queryOptions({ queryKey: ["webhooks"], queryFn: () => answer(api.webhooks.$get()) });

/** The last deliveries of a webhook. */
export function deliveriesQuery(id: string) {
  return queryOptions({
    queryKey: ["webhooks", id],
    queryFn: () => answer(api.webhooks[":id"].deliveries.$get({ param: { id } })),
  });
}

/** What an invitation's link says. */
export function invitationQuery(token: string) {
  return queryOptions({
    queryKey: ["invitations", token],
    queryFn: () => answer(api.invitations[":token"].$get({ param: { token } })),
    retry: false,
  });
}

/** The library of base texts. */
export const textsQuery = queryOptions({ queryKey: ["texts"], queryFn: () => answer(api.texts.$get()) });

/** All drafts. */
export const draftsQuery = queryOptions({ queryKey: ["drafts"], queryFn: () => answer(api.drafts.$get()) });

/** One draft with the edition that it amends; that edition never changes. */
export function draftQuery(id: string) {
  return queryOptions({
    queryKey: ["drafts", id],
    queryFn: () => answer(api.drafts[":id"].$get({ param: { id } })),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** What the groups want of one text. */
export function proposalsQuery(text: string) {
  return queryOptions({
    queryKey: ["texts", text, "merged"],
    queryFn: () => answer(api.texts[":id"].merged.$get({ param: { id: text } })),
  });
}
