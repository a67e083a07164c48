import { CloseButton, Kbd, Modal } from "@mantine/core";
import { useTranslation } from "react-i18next";
import "./keySheet.css";
import { type KnownCommand, areas, commandTable } from "./commandTable.ts";
import { useKeyNames } from "./useKeyNames.ts";

/** All keys by what they are for. */
export function KeySheet({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { nameOf } = useKeyNames();
  const known: readonly [string, KnownCommand][] = Object.entries(commandTable);
  const withKeys = known.filter(([, { keys }]) => keys.length > 0);
  const byArea = Map.groupBy(withKeys, ([, { area }]) => area);
  return (
    <Modal.Root opened onClose={onClose} size="xl" returnFocus={false} transitionProps={{ duration: 0 }} yOffset="5dvh">
      <Modal.Overlay backgroundOpacity={0.35} />
      <Modal.Content data-own-keys data-testid="key-sheet">
        <Modal.Body className="key-sheet">
          <div className="drawer-head">
            <Modal.Title fw={600}>{t("command.keys")}</Modal.Title>
            <CloseButton onClick={onClose} aria-label={t("panel.close")} />
          </div>
          <div className="key-areas">
            {areas.map((area) => {
              const commands = byArea.get(area) ?? [];
              if (commands.length === 0) return null;
              return (
                <section key={area} aria-labelledby={`keys-${area}`}>
                  <h3 id={`keys-${area}`}>{t(`area.${area}`)}</h3>
                  <dl>
                    {commands.map(([id, { title, keys }]) => (
                      <div key={id} data-testid={`keys-${id}`}>
                        <dt>{t(title)}</dt>
                        <dd>
                          {keys.map((key) => (
                            <Kbd key={key} size="xs" dir="ltr">
                              {nameOf(key)}
                            </Kbd>
                          ))}
                        </dd>
                      </div>
                    ))}
                  </dl>
                </section>
              );
            })}
          </div>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
