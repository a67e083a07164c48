import { useTranslation } from "react-i18next";

/** What the signs on the screen mean. */
export function Legend() {
  const { t } = useTranslation();
  const marks = [
    ["ADD", "legend.add"],
    ["MOD", "legend.mod"],
    ["SUP", "legend.sup"],
  ] as const;
  return (
    <ul className="legend paper" aria-label={t("legend.title")} data-testid="legend">
      <li>
        <ins>{t("legend.inserted")}</ins>
      </li>
      <li>
        <del>{t("legend.deleted")}</del>
      </li>
      <li>
        <ins data-state="agreed">{t("legend.agreed")}</ins>
      </li>
      {marks.map(([symbol, said]) => (
        <li key={symbol}>
          <bdi className="legend-symbol">{symbol}</bdi> {t(said)}
        </li>
      ))}
    </ul>
  );
}
