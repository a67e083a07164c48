import { Text } from "@mantine/core";
import type { Decision } from "@plenary/collab";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../../frame/useLanguage.ts";

/** What has been decided, the latest first: the words, the verdict, who and when. */
export function Decisions({ decisions }: { readonly decisions: readonly Decision[] }) {
  const { t } = useTranslation();
  const time = new Intl.DateTimeFormat(useLanguage(), { dateStyle: "short", timeStyle: "short" });
  return (
    <section aria-label={t("decided.title")} data-testid="decisions">
      <Text component="h2" size="xs" fw={600} c="dimmed" mb={4}>
        {t("decided.title")}
      </Text>
      <ul className="decided">
        {decisions.toReversed().map(({ id, change, verdict, person, at }) => (
          <li key={id} data-verdict={verdict}>
            <span className="decided-verdict">{t(`verdict.${verdict}`)}</span>{" "}
            <bdi className="decided-words">
              {change.deleted !== "" && change.deleted !== change.inserted && <del>{change.deleted.slice(0, 60)}</del>}{" "}
              {change.inserted.slice(0, 60)}
            </bdi>
            <span className="decided-who">
              <bdi>{person.name}</bdi> · {time.format(new Date(at))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
