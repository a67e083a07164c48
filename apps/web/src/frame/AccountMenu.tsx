import { ActionIcon, Menu, useMantineColorScheme } from "@mantine/core";
import { languages } from "@plenary/document";
import {
  IconCheck,
  IconDeviceDesktop,
  IconLogout,
  IconMoon,
  IconSun,
  IconUserCircle,
  IconUsers,
  IconUsersGroup,
} from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { sessionQuery } from "../api/queries.ts";
import { secondAddress } from "./secondAddress.ts";
import { chooseLanguage, languageNames } from "./messages.ts";
import { useLanguage } from "./useLanguage.ts";
import { useSignOut } from "../signIn/useSignOut.ts";

const schemes = [
  { scheme: "auto", icon: IconDeviceDesktop },
  { scheme: "light", icon: IconSun },
  { scheme: "dark", icon: IconMoon },
] as const;

/** Who I am, the theme, the language of the interface, and signing out. */
export function AccountMenu() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const { data } = useQuery(sessionQuery);
  const signOut = useSignOut();
  const person = data?.person;
  const second = data?.demo ? secondAddress(location) : null;
  const chosen = <IconCheck size={14} aria-hidden />;
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t("account.menu")} data-testid="account">
          <IconUserCircle size={22} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {person && (
          <Menu.Label>
            <bdi>{person.name}</bdi> · {t(`role.${person.role}`)}
            {person.group && (
              <>
                {" · "}
                <bdi dir="ltr">{person.group}</bdi>
              </>
            )}
          </Menu.Label>
        )}
        {second !== null && (
          <Menu.Item
            component="a"
            href={second}
            target="_blank"
            rel="noreferrer"
            leftSection={<IconUsers size={16} aria-hidden />}
            data-testid="second-window"
          >
            {t("account.second")}
          </Menu.Item>
        )}
        {person?.role === "secretariat" && (
          <Menu.Item
            component={Link}
            href="/people"
            leftSection={<IconUsersGroup size={16} aria-hidden />}
            data-testid="people"
          >
            {t("people.link")}
          </Menu.Item>
        )}
        <Menu.Divider />
        <Menu.Label>{t("account.theme")}</Menu.Label>
        {schemes.map(({ scheme, icon: Icon }) => (
          <Menu.Item
            key={scheme}
            leftSection={<Icon size={16} aria-hidden />}
            rightSection={colorScheme === scheme ? chosen : null}
            onClick={() => setColorScheme(scheme)}
          >
            {t(`theme.${scheme}`)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Label>{t("account.language")}</Menu.Label>
        {languages.map((each) => (
          <Menu.Item
            key={each}
            lang={each}
            rightSection={each === language ? chosen : null}
            onClick={() => void chooseLanguage(each)}
          >
            {languageNames[each]}
          </Menu.Item>
        ))}
        {person && (
          <>
            <Menu.Divider />
            <Menu.Item
              leftSection={<IconLogout size={16} aria-hidden />}
              onClick={() => signOut.mutate()}
              data-testid="sign-out"
            >
              {t("account.switch")}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
