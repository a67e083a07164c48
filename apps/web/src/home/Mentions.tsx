import { Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { localeOf } from "../language/numbers.ts";
import { useLanguage } from "../frame/useLanguage.ts";
import { mentionsQuery } from "../talk/talkQueries.ts";

/** Where one is called by name and has not looked yet; nothing when there is none. */
export function Mentions() {
  const { t } = useTranslation();
  const { data = [] } = useQuery(mentionsQuery);
  const time = new Intl.DateTimeFormat(localeOf(useLanguage()), { dateStyle: "medium", timeStyle: "short" });
  if (data.length === 0) return null;
  return (
    <Stack component="section" gap="sm" aria-labelledby="mentions" data-testid="mentions">
      <Title order={2} size="h4" id="mentions">
        {t("mentions.title", { count: data.length })}
      </Title>
      <ul className="rows">
        {data.map(({ thread, draft, number, by, text, at }) => (
          <li key={`${thread} ${at} ${by}`}>
            <Link href={`/drafts/${draft}?thread=${encodeURIComponent(thread)}`} className="row">
              <div className="row-words">
                <Text size="sm" fw={600}>
                  <bdi>{by}</bdi> · <bdi dir="ltr">{number}</bdi>
                </Text>
                <Text size="sm" truncate dir="auto">
                  {text}
                </Text>
              </div>
              <Text size="xs" c="dimmed" flex="none" visibleFrom="xs">
                {time.format(new Date(at))}
              </Text>
            </Link>
          </li>
        ))}
      </ul>
    </Stack>
  );
}
