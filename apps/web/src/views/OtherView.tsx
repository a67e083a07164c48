import { useQuery } from "@tanstack/react-query";
import type { ComponentType } from "react";
import { useTranslation } from "react-i18next";
import { Failure } from "../frame/Failure.tsx";
import { PaperShape } from "../draft/PaperShape.tsx";
import type { OtherView as OtherViewName } from "./draftViews.ts";
import type { ViewProps } from "./viewProps.ts";

/** The views are loaded when they are first asked for, so that they cost nothing to who opens a draft. */
const loaders: Readonly<Record<OtherViewName, () => Promise<ComponentType<ViewProps>>>> = {
  sides: async () => (await import("./compare/SidesView.tsx")).SidesView,
  compare: async () => (await import("./compare/CompareView.tsx")).CompareView,
  history: async () => (await import("./history/HistoryView.tsx")).HistoryView,
  table: async () => (await import("./table/TableView.tsx")).TableView,
  projector: async () => (await import("./projector/Projector.tsx")).Projector,
};

/** A view of the draft that is not its paper; `shown` is null until the text has arrived. */
export function OtherView({ view, shown }: { readonly view: OtherViewName; readonly shown: ViewProps | null }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery({
    queryKey: ["views", view],
    queryFn: async () => ({ View: await loaders[view]() }),
    staleTime: Number.POSITIVE_INFINITY,
    structuralSharing: false,
  });
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (!data || !shown)
    return (
      <main className="desk" aria-busy="true" aria-label={t(`view.${view}`)}>
        <PaperShape />
      </main>
    );
  return <data.View {...shown} />;
}
