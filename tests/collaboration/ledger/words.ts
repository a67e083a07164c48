import type { Language } from "@plenary/document";

/** Three clauses, and parts of them that the cases use. */
export interface Words {
  readonly language: Language;
  readonly clauses: readonly [string, string, string];
  /** Part of the first clause at which it is split; a word in it, a longer stretch around that word. */
  readonly middle: string;
  readonly word: string;
  readonly stretch: string;
  /** What someone adds, its middle, and a whole clause. */
  readonly added: string;
  readonly inAdded: string;
  readonly clause: string;
  /** A word that the second clause says three times and what replaces it. */
  readonly thrice: string;
  readonly instead: string;
}

/** The cases in English. */
export const english: Words = {
  language: "en",
  clauses: [
    "to promote affordable access in remote communities;",
    "that members share registers, that members publish plans and that members report each year;",
    "to submit a report to the next conference.",
  ],
  middle: "in remote",
  word: "affordable",
  stretch: "promote affordable access",
  added: "reliable and inclusive ",
  inAdded: "inclusive",
  clause: "to invite the regional organisations to contribute;",
  thrice: "members",
  instead: "states",
};

/** The cases in Chinese. */
export const chinese: Words = {
  language: "zh",
  clauses: [
    "促进偏远社区以可承受的价格获得宽带接入；",
    "请成员国共享登记册，请成员国公布计划，并请成员国每年提交报告；",
    "向下届全权代表大会提交一份报告。",
  ],
  middle: "获得宽带",
  word: "价格",
  stretch: "以可承受的价格获得",
  added: "更加可靠而且包容的",
  inAdded: "而且包容",
  clause: "请各区域性组织为此项工作做出贡献；",
  thrice: "成员国",
  instead: "各主管部门",
};
