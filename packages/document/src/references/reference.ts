/**
 * A reference found in a flat content, over the half-open range [from, to). To another text: what it is, its number
 * as printed, its city, year and whether "Rev." is said (null and false where not). To a provision of the Constitution
 * or the Convention: its number and article. To a clause of the same text: the key of the opener (`resolves`) and the
 * labels named (`["e)", "f)"]`).
 */
export type Reference =
  | {
      readonly kind: "resolution" | "decision" | "recommendation";
      readonly from: number;
      readonly to: number;
      readonly number: string;
      readonly city: string | null;
      readonly year: number | null;
      readonly revised: boolean;
    }
  | {
      readonly kind: "provision";
      readonly from: number;
      readonly to: number;
      readonly number: string;
      readonly article: string | null;
      readonly of: "constitution" | "convention";
    }
  | {
      readonly kind: "clause";
      readonly from: number;
      readonly to: number;
      readonly opener: string;
      readonly labels: readonly string[];
    };
