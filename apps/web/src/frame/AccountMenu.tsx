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
import { Link, useLocation } from "wouter";
import { sessionQuery } from "../api/queries.ts";
import { type Command, command } from "../commands/command.ts";
import { useCommands } from "../commands/useCommands.ts";
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
  const check = <IconCheck size={14} aria-hidden />;
  const [, go] = useLocation();
  const choice = (id: string, title: string, chosen: boolean, run: () => void): Command => {
    return { id, area: "general", title, keys: [], chosen, run };
  };
  const themes = schemes.map(({ scheme, icon }) => {
    const name = t(`theme.${scheme}`);
    const title = t("command.theme", { name });
    return {
      icon,
      name,
      command: choice(`theme.${scheme}`, title, scheme === colorScheme, () => setColorScheme(scheme)),
    };
  });
  const tongues = languages.map((each) => {
    const title = t("command.language", { name: languageNames[each] });
    return {
      each,
      command: choice(`language.${each}`, title, each === language, () => void chooseLanguage(each)),
    };
  });
  useCommands(() => [
    ...(person ? [command(t, "home", () => go("/"))] : []),
    ...(person?.role === "secretariat" ? [command(t, "people", () => go("/people"))] : []),
    ...[...themes, ...tongues].map((one) => one.command),
    ...(person ? [command(t, "signOut", () => signOut.mutate())] : []),
  ]);
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
        {themes.map(({ icon: Icon, name, command: { id, chosen, run } }) => (
          <Menu.Item
            key={id}
            leftSection={<Icon size={16} aria-hidden />}
            rightSection={chosen ? check : null}
            onClick={() => run?.()}
          >
            {name}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Label>{t("account.language")}</Menu.Label>
        {tongues.map(({ each, command: { id, chosen, run } }) => (
          <Menu.Item key={id} lang={each} rightSection={chosen ? check : null} onClick={() => run?.()}>
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
