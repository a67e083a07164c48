import { notifications } from "@mantine/notifications";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";

/** So long, in milliseconds, a connection may be away before it is said: most come back sooner. */
const PATIENCE = 3000;

/** Says, while the connection stays away, that nothing is lost, over whatever is shown. */
export function useOfflineNote(offline: boolean, mayWrite: boolean): void {
  const { t } = useTranslation();
  useEffect(() => {
    if (!offline) return undefined;
    const id = "offline";
    const timer = setTimeout(
      () =>
        notifications.show({
          id,
          color: "yellow",
          autoClose: false,
          title: t("offline.title"),
          message: t(mayWrite ? "offline.writer" : "offline.reader"),
        }),
      PATIENCE,
    );
    return () => {
      clearTimeout(timer);
      notifications.hide(id);
    };
  }, [offline, mayWrite, t]);
}
