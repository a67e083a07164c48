import type { ChangeAuthor } from "@plenary/server/api";
import { useTranslation } from "react-i18next";
import { localeOf } from "../../language/numbers.ts";
import { useLanguage } from "../../frame/useLanguage.ts";

/** Who made a change and when, in one line that keeps its place while nobody is known yet. */
export function Authors({ authors }: { readonly authors: readonly ChangeAuthor[] }) {
  const { t } = useTranslation();
  const time = new Intl.DateTimeFormat(localeOf(useLanguage()), { dateStyle: "medium", timeStyle: "short" });
  return (
    <span className="card-authors" data-testid="card-authors">
      {authors.map(({ name, group, at }) => (
        <span key={`${group} ${name}`}>
          {group !== "" && <bdi className="card-group">{group}</bdi>}
          <bdi>{name === "" ? t("author.unknown") : name}</bdi>
          <time dateTime={at}>{time.format(new Date(at))}</time>
        </span>
      ))}
    </span>
  );
}
