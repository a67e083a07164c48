import { useDebouncedValue } from "@mantine/hooks";
import { useEffect, useState } from "react";
import { useSearchParams } from "wouter";

/** How long the slider stands still before the address says where, in milliseconds: browsers allow few such changes. */
const STILL = 400;

/** The stop that the address names, see `stopAsked`, and moving to another, which the address then names. */
export function useTimelinePlace(): readonly [place: string | null, move: (place: string) => void] {
  const [asked, ask] = useSearchParams();
  const [place, setPlace] = useState(asked.get("at"));
  const [settled] = useDebouncedValue(place, STILL);
  useEffect(() => {
    if (settled !== null) ask({ at: settled }, { replace: true });
  }, [settled, ask]);
  return [place, setPlace];
}
