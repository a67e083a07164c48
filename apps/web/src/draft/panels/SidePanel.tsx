import { CloseButton, Drawer } from "@mantine/core";
import type { KeyboardEvent, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { commandPressed } from "../../commands/commandPressed.ts";

/** What {@link SidePanel} shows, and from which side it comes. */
export interface SidePanelProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly position: "left" | "bottom";
  readonly children: ReactNode;
}

/** A panel over the paper, where the screen is too narrow to have it beside. */
export function SidePanel({ opened, onClose, title, position, children }: SidePanelProps) {
  const { t } = useTranslation();
  const size = position === "bottom" ? "70%" : "sm";
  // Drawers hear Escape before what is inside, where a comment or an open list takes it for itself.
  const pressed = (event: KeyboardEvent): void => {
    const { target, defaultPrevented, nativeEvent } = event;
    if (defaultPrevented || nativeEvent.isComposing || !(target instanceof HTMLElement)) return;
    if (commandPressed(nativeEvent, ["panel.close"]) === null) return;
    const taken = target.getAttribute("data-mantine-stop-propagation") === "true";
    if (!taken && target.closest("[role='dialog']") !== null) onClose();
  };
  return (
    <div onKeyDown={pressed}>
      <Drawer.Root
        opened={opened}
        onClose={onClose}
        position={position}
        size={size}
        closeOnEscape={false}
        // It stands where it will stay from the first, so that a menu opened at once has its place too.
        transitionProps={{ duration: 0 }}
      >
        <Drawer.Overlay />
        <Drawer.Content>
          <Drawer.Body pt="md" className="drawer-body">
            <div className="drawer-head">
              <Drawer.Title fw={600}>{title}</Drawer.Title>
              <CloseButton onClick={onClose} aria-label={t("panel.close")} />
            </div>
            {children}
          </Drawer.Body>
        </Drawer.Content>
      </Drawer.Root>
    </div>
  );
}
