import { useTranslation } from "react-i18next";
import { isolated } from "../../language/isolated.ts";
import { localeOf } from "../../language/numbers.ts";
import { useLanguage } from "../../frame/useLanguage.ts";
import type { Stop } from "./stops.ts";

/** Says a stop of the timeline in one line: who, of which group, when, what. */
export function useStopSaid(): (stop: Stop) => string {
  const { t } = useTranslation();
  const time = new Intl.DateTimeFormat(localeOf(useLanguage()), { dateStyle: "medium", timeStyle: "medium" });
  return (stop) =>
    [whoOf(stop), time.format(new Date(stop.at)), actOf(stop)]
      .filter((part) => part !== "")
      .map(isolated)
      .join(" · ");

  function whoOf({ name, group }: Stop): string {
    return [name === "" ? t("author.unknown") : name, group].filter((part) => part !== "").join(", ");
  }

  function actOf({ kind, verdict, said, count }: Stop): string {
    switch (kind) {
      case "opened":
        return t("history.opened");
      case "written":
        return t("history.written");
      case "named":
        return t("history.named", { name: said });
      case "decided":
        return said === ""
          ? `${t(`verdict.${verdict ?? "accept"}`)}: ${t("changes.count", { count })}`
          : `${t(`verdict.${verdict ?? "accept"}`)}: ${said}`;
    }
  }
}
