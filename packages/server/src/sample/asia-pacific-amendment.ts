import { type Text, item } from "@plenary/document";
import { amendedText } from "./amendedText.ts";
import { remoteCommunities } from "./remote-communities.ts";

/** What the Asia-Pacific group wants of Resolution 7: partly what Europe wants, partly what contradicts it. */
export const asiaPacificAmendment: Text = amendedText(remoteCommunities, {
  rewordings: [
    ["number", "Porto, 2023", "Valparaíso, 2027"],
    ["opening", "Porto, 2023", "Valparaíso, 2027"],
    ["considering-g", "a telephone line and a fax machine", "a telephone line and much patience"],
    ["resolves-1", "until 2027", "until 2030"],
    ["resolves-3", "training and repair", "training, repair and reliable power"],
    ["annex-number", "Porto, 2023", "Valparaíso, 2027"],
  ],
  suppressed: [],
  added: {
    "noting-a": [
      item("a)", "that half of these archipelagos lie in the Pacific, far from any cable;", { id: "add-pacific" }),
    ],
  },
});
