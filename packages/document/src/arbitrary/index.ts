export { arbitraryEdit } from "./arbitraryEdit.ts";
export { arbitraryContent, arbitraryText, arbitraryWords } from "./arbitraryText.ts";
