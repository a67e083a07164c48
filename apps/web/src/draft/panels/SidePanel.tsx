import { CloseButton, Drawer } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

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
  return (
    <Drawer.Root opened={opened} onClose={onClose} position={position} size={size} closeOnEscape={false}>
      <Drawer.Overlay />
      <Drawer.Content
        // What is inside may take the key for itself.
        onKeyDown={(event) => {
          if (event.key === "Escape" && !event.defaultPrevented && !event.nativeEvent.isComposing) onClose();
        }}
      >
        <Drawer.Body pt="md" className="drawer-body">
          <div className="drawer-head">
            <Drawer.Title fw={600}>{title}</Drawer.Title>
            <CloseButton onClick={onClose} aria-label={t("panel.close")} />
          </div>
          {children}
        </Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}
