import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { fieldFault } from "./fieldFault.ts";

/** What {@link Form} needs. */
export interface FormProps {
  /** Takes what stands in a field by its name, and what empties the form. */
  readonly onSubmit: (word: (field: string) => string, empty: () => void) => void;
  readonly testId?: string;
  readonly children: ReactNode;
}

/** A form whose words are read when it is sent. What a field lacks the browser says in the language of the page. */
export function Form({ onSubmit, testId, children }: FormProps) {
  const { t } = useTranslation();
  return (
    <form
      data-testid={testId}
      onInvalidCapture={({ target }) => {
        if (!(target instanceof HTMLInputElement)) return;
        const fault = fieldFault(target.validity, target.type);
        target.setCustomValidity(fault === null ? "" : t(fault));
      }}
      onInput={({ target }) => {
        if (target instanceof HTMLInputElement) target.setCustomValidity("");
      }}
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
