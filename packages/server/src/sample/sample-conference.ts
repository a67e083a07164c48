import type { Text } from "@plenary/document";
import type { Group, Person } from "../conference/people.ts";
import { asiaPacificAmendment } from "./asia-pacific-amendment.ts";
import { digitalSkills } from "./digital-skills-zh.ts";
import { emergencyLinks } from "./emergency-links-ar.ts";
import { europeanAmendment } from "./european-amendment.ts";
import { groups, people } from "./participants.ts";
import { remoteCommunities } from "./remote-communities.ts";
import { sharedRegisters } from "./shared-registers.ts";

/** A base text of the sample: `number` and `title` as the library lists them, `edition` its place and year. */
export interface SampleText {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly edition: string;
  readonly text: Text;
}

/** A draft of the sample: a group's current text (the base itself when nothing is changed yet). */
export interface SampleDraft {
  readonly text: string;
  readonly group: string;
  readonly number: string;
  readonly current: Text;
}

/** What the demo starts with. */
export interface SampleConference {
  readonly name: string;
  readonly groups: readonly Group[];
  readonly people: readonly Person[];
  readonly texts: readonly SampleText[];
  readonly drafts: readonly SampleDraft[];
}

/** A made-up conference with four base texts in three languages, three groups and four drafts, two of one text. */
export const sampleConference: SampleConference = {
  name: "World Conference on Digital Bridges (Valparaíso, 2027)",
  groups,
  people,
  texts: [
    {
      id: "resolution-7",
      number: "Resolution 7",
      title: "Digital bridges to communities that are hard to reach",
      edition: "Rev. Porto, 2023",
      text: remoteCommunities,
    },
    {
      id: "resolution-9",
      number: "Resolution 9",
      title: "Shared registers of submarine and river crossings",
      edition: "Porto, 2023",
      text: sharedRegisters,
    },
    {
      id: "resolution-4-zh",
      number: "第4号决议",
      title: "提高老年人和农村居民的数字技能",
      edition: "2023年，波尔图，修订版",
      text: digitalSkills,
    },
    {
      id: "resolution-11-ar",
      number: "القرار 11",
      title: "استمرار الاتصال أثناء الفيضانات والعواصف الرملية",
      edition: "بورتو، 2023",
      text: emergencyLinks,
    },
  ],
  drafts: [
    { text: "resolution-7", group: "EUR", number: "EUR/7A3/1", current: europeanAmendment },
    { text: "resolution-7", group: "ACP", number: "ACP/12A2/1", current: asiaPacificAmendment },
    { text: "resolution-4-zh", group: "ACP", number: "ACP/12A1/1", current: digitalSkills },
    { text: "resolution-11-ar", group: "ARB", number: "ARB/9A2/1", current: emergencyLinks },
  ],
};
