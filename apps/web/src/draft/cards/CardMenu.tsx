import { ActionIcon, Menu } from "@mantine/core";
import type { ChangeAuthor } from "@plenary/server/api";
import { IconDots } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Card } from "../review/cards.ts";
import type { CardActs } from "./ChangeCard.tsx";

/** What {@link CardMenu} acts on. */
export interface CardMenuProps {
  readonly card: Card;
  readonly authors: readonly ChangeAuthor[];
  readonly acts: CardActs;
}

/** What else can be decided from a card: a half of a replacement, and all of its clause, group or person. */
export function CardMenu({ card, authors, acts }: CardMenuProps) {
  const { t } = useTranslation();
  const { change, place, decides } = card;
  const [only] = decides;
  const replaced = decides.length === 1 && only?.kind === "text" && only.deleted !== "" && only.inserted !== "";
  const groups = new Set(authors.flatMap(({ group }) => (group === "" ? [] : [group])));
  const people = new Set(authors.flatMap(({ name }) => (name === "" ? [] : [name])));
  return (
    <Menu position="bottom-end" withinPortal hideDetached={false}>
      <Menu.Target>
        <ActionIcon
          size="sm"
          variant="subtle"
          color="gray"
          className="card-more"
          aria-label={t("card.more")}
          data-testid="card-more"
        >
          <IconDots size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {replaced && (
          <>
            <Menu.Label>{t("part.title")}</Menu.Label>
            {(["deletion", "insertion"] as const).flatMap((part) =>
              (["accept", "reject"] as const).map((verdict) => (
                <Menu.Item
                  key={`${part} ${verdict}`}
                  onClick={() => acts.onDecide(card, verdict, part)}
                  data-testid={`${verdict}-${part}`}
                >
                  {t(`part.${part}.${verdict}`)}
                </Menu.Item>
              )),
            )}
          </>
        )}
        {(["accept", "reject"] as const).map((verdict) => (
          <div key={verdict}>
            <Menu.Label>{t(`all.${verdict}`)}</Menu.Label>
            {place !== "" && (
              <Menu.Item onClick={() => acts.onDecideWhere({ place }, verdict)} data-testid={`${verdict}-clause`}>
                <bdi>{place}</bdi>
              </Menu.Item>
            )}
            {[...groups].map((group) => (
              <Menu.Item
                key={`group ${group}`}
                onClick={() => acts.onDecideWhere({ group }, verdict)}
                data-testid={`${verdict}-group`}
              >
                <bdi>{group}</bdi>
              </Menu.Item>
            ))}
            {[...people].map((person) => (
              <Menu.Item
                key={`person ${person}`}
                onClick={() => acts.onDecideWhere({ person }, verdict)}
                data-testid={`${verdict}-person`}
              >
                <bdi>{person}</bdi>
              </Menu.Item>
            ))}
            <Menu.Item onClick={() => acts.onDecideWhere({ kind: change.kind }, verdict)}>
              {t(`kind.${change.kind}`)}
            </Menu.Item>
          </div>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
