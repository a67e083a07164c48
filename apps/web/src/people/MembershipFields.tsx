import { NativeSelect } from "@mantine/core";
import type { Group, Person } from "@plenary/server/api";
import { useTranslation } from "react-i18next";

/** What somebody is in the conference. */
export type Membership = Pick<Person, "role" | "group">;

const roles = ["observer", "commenter", "delegate", "coordinator", "chair", "secretariat"] as const;

/** What {@link MembershipFields} needs; `name` is whose role and group it is, for who hears the page. */
export interface MembershipFieldsProps {
  readonly value: Membership;
  readonly groups: readonly Group[];
  readonly disabled?: boolean;
  readonly name?: string;
  readonly onChange: (value: Membership) => void;
}

/** The choice of a role and a group. */
export function MembershipFields({ value, groups, disabled = false, name, onChange }: MembershipFieldsProps) {
  const { t } = useTranslation();
  const labelled = (label: string) => (name === undefined ? { label } : { "aria-label": `${name}: ${label}` });
  return (
    <>
      <NativeSelect
        {...labelled(t("people.role"))}
        data-testid="role"
        value={value.role}
        disabled={disabled}
        data={roles.map((role) => ({ value: role, label: t(`role.${role}`) }))}
        onChange={({ currentTarget }) => {
          const role = roles.find((each) => each === currentTarget.value);
          if (role) onChange({ ...value, role });
        }}
      />
      <NativeSelect
        {...labelled(t("people.group"))}
        data-testid="group"
        value={value.group ?? ""}
        disabled={disabled}
        data={[{ value: "", label: t("people.noGroup") }, ...groups.map(({ code }) => ({ value: code, label: code }))]}
        onChange={({ currentTarget }) => onChange({ ...value, group: currentTarget.value || null })}
      />
    </>
  );
}
