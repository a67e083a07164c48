import { useEffect, useState } from "react";
import type { Awareness } from "y-protocols/awareness";
import { type Leader, follow, leadersIn, nobody } from "./following.ts";

/** Whom the screen follows, as they move; null while nobody leads. */
export function useLeader(awareness: Awareness): Leader | null {
  const [following, setFollowing] = useState(nobody);
  useEffect(() => {
    const read = (): void => setFollowing((before) => follow(before, leadersIn(awareness.getStates())));
    read();
    awareness.on("change", read);
    return () => awareness.off("change", read);
  }, [awareness]);
  return following.leader;
}
