import { useDisclosure } from "@mantine/hooks";
import { IconChevronDown, IconChevronUp } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

/** A run of clauses that nobody touches: how many, and on demand the clauses, which are list items. */
export function FoldedRows({ count, children }: { readonly count: number; readonly children: ReactNode }) {
  const { t } = useTranslation();
  const [open, toggle] = useDisclosure(false);
  const Icon = open ? IconChevronUp : IconChevronDown;
  return (
    <>
      <li className="fold">
        <button type="button" aria-expanded={open} onClick={toggle.toggle}>
          <Icon size={14} aria-hidden /> {t("proposals.unchanged", { count })}
        </button>
      </li>
      {open && children}
    </>
  );
}
