import type { Group } from "@plenary/server/api";

/** A regional group by its code, with its colour as a dot; `groups` are those of the conference. */
export function GroupBadge({ code, groups }: { readonly code: string; readonly groups: readonly Group[] }) {
  const group = groups.find((one) => one.code === code);
  return (
    <span className="group-badge" title={group?.name}>
      <span className="group-dot" style={{ background: group?.color ?? "currentColor" }} aria-hidden />
      <bdi dir="ltr">{code}</bdi>
    </span>
  );
}
