/** An id for an added clause, unlike any other anywhere: `add-` and 96 random bits. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return `add-${Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}
