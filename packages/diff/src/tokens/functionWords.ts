const lists: Readonly<Record<string, string>> = {
  en: "a an the of to in on at by for with from as and or nor but if that this these those which who whom whose is are was were be been being it its their his her they them such any all each no not may shall will would should can could must has have had do does so than then there into under upon within without through between also other",
  fr: "le la les l un une des du de d à au aux en dans par pour sur sous avec sans et ou ni mais si que qui dont où ce cet cette ces se s il elle ils elles leur leurs son sa ses est sont être été ne pas plus qu y",
  es: "el la los las un una unos unas de del a al en por para con sin sobre y e o u ni pero si que se su sus lo le les es son ser como cual cuyo no más este esta estos estas",
  ru: "и в во на с со к ко по о об от до из за для при под над у не ни а но или что как так его их её он она они это этот эта эти то той том же бы ли",
  de: "der die das den dem des ein eine einen einem einer eines und oder in im an am auf aus bei mit nach von vom zu zum zur für über unter durch ist sind war wird werden nicht sich sie er es als auch dass wenn",
  ar: "في من إلى على عن مع أو و أن إن ما لا التي الذي هذا هذه ذلك تلك كل أي بين بعد قبل عند قد لم لن هو هي كما",
  zh: "的 和 与 及 或 在 了 为 是 有 对 于 由 以 其 将 并 等 中 上 下 个 这 该 不 也 所 从 向 到 而 之",
};

const sets = new Map(Object.entries(lists).map(([language, list]) => [language, new Set(list.split(" "))]));
const none: ReadonlySet<string> = new Set();

/** The words of a language that hold a sentence together and say little by themselves, in lower case; empty if unknown. */
export function functionWords(language: string): ReadonlySet<string> {
  return sets.get(language) ?? none;
}
