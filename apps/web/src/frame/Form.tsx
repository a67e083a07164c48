import type { ReactNode } from "react";

/** What {@link Form} needs. */
export interface FormProps {
  /** Takes what stands in a field by its name, and what empties the form. */
  readonly onSubmit: (word: (field: string) => string, empty: () => void) => void;
  readonly testId?: string;
  readonly children: ReactNode;
}

/** A form whose words are read when it is sent. */
export function Form({ onSubmit, testId, children }: FormProps) {
  return (
    <form
      data-testid={testId}
      onSubmit={(event) => {
        event.preventDefault();
        const form = event.currentTarget;
        const given = new FormData(form);
        onSubmit(
          (field) => {
            const value = given.get(field);
            return typeof value === "string" ? value : "";
          },
          () => form.reset(),
        );
      }}
    >
      {children}
    </form>
  );
}
