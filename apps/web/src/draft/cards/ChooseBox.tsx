import { Checkbox } from "@mantine/core";
import { useTranslation } from "react-i18next";

/** What {@link ChooseBox} shows and does; `upTo` when it was pressed with Shift. */
export interface ChooseBoxProps {
  readonly number: number;
  readonly chosen: boolean;
  readonly onChoose: (upTo: boolean) => void;
}

/** The box by which a change is chosen, to decide on it together with others. */
export function ChooseBox({ number, chosen, onChoose }: ChooseBoxProps) {
  const { t } = useTranslation();
  return (
    <Checkbox
      size="xs"
      className="card-select"
      checked={chosen}
      aria-label={t("card.select", { number })}
      onChange={({ nativeEvent }) => onChoose(nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)}
      data-testid="select"
    />
  );
}
