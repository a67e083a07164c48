/** What a browser finds wrong with a field, as the key of its message; null for nothing, or for what no field here asks. */
export function fieldFault(
  { valueMissing, typeMismatch, tooShort }: Pick<ValidityState, "valueMissing" | "typeMismatch" | "tooShort">,
  type: string,
): "field.empty" | "field.email" | "field.address" | "signIn.passwordLength" | null {
  if (valueMissing) return "field.empty";
  if (typeMismatch) return type === "email" ? "field.email" : "field.address";
  return tooShort ? "signIn.passwordLength" : null;
}
