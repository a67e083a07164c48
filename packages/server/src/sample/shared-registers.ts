import { type Text, clause, item, text } from "@plenary/document";

/** Resolution 9 of the sample conference: a short one. */
export const sharedRegisters: Text = text("en", [
  clause("number", "RESOLUTION 9 (Porto, 2023)"),
  clause("title", "Shared registers of submarine and river crossings"),
  clause("opening", "The World Conference on Digital Bridges (Porto, 2023),"),
  clause("call", "recalling"),
  clause("paragraph", "Resolution 7 (Rev. Porto, 2023) of this conference,"),
  clause("call", "considering"),
  item("a)", "that most cables that cross a river or a strait are damaged by anchors and dredging;"),
  item("b)", "that the position of a cable is often known only to the company that laid it;"),
  item("c)", "that a repair ship may need the permission of several authorities,"),
  clause("call", "resolves"),
  item("1", "to set up a shared register of crossings, open to port and river authorities;"),
  item("2", "that the register shall hold no more than is needed to prevent damage and to hasten repair,"),
  clause("call", "instructs the Secretary-General"),
  clause("paragraph", "to propose a common format for the register within one year,"),
  clause("call", "invites Member States"),
  clause("paragraph", "to name one office each that answers requests for repair by day and by night."),
]);
