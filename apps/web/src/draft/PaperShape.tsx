import { Skeleton } from "@mantine/core";

/** The shape of a page before its words are there. */
export function PaperShape() {
  const widths = ["40%", "70%", "100%", "96%", "99%", "30%", "94%", "98%", "60%"];
  return (
    <div className="sheet" aria-hidden>
      {widths.map((width, line) => (
        <Skeleton key={width} height={14} width={width} mx={line < 2 ? "auto" : 0} my={18} animate={false} />
      ))}
    </div>
  );
}
