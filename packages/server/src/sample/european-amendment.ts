import { type Text, item } from "@plenary/document";
import { amendedText } from "./amendedText.ts";
import { remoteCommunities } from "./remote-communities.ts";

/** What the European group has made of Resolution 7 so far, so that a newcomer sees a redline. */
export const europeanAmendment: Text = amendedText(remoteCommunities, {
  rewordings: [
    ["number", "Porto, 2023", "Valparaíso, 2027"],
    ["reference", "Porto, 2023", "Porto, 2023; Valparaíso, 2027"],
    ["opening", "Porto, 2023", "Valparaíso, 2027"],
    ["considering-d", "should be planned together", "must be planned and paid for together"],
    ["noting-a", "twelve archipelagos between 2019 and 2022", "fifteen archipelagos between 2019 and 2026"],
    ["resolves-1", "until 2027", "until 2031"],
    ["resolves-3", "40 per cent", "half"],
    ["annex-number", "Porto, 2023", "Valparaíso, 2027"],
  ],
  suppressed: ["considering-g"],
  added: {
    "considering-a": [
      item("a)", "that satellite services have become affordable in many places since 2023;", { id: "add-satellites" }),
    ],
    "invites-2": [
      item("1", "to let community networks use idle spectrum in thinly peopled areas;", { id: "add-spectrum" }),
    ],
  },
});
