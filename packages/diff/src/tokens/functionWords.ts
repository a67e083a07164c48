const lists: Readonly<Record<string, string>> = {
  en: "a an the of to in on at by for with from as and or nor but if that this these those which who whom whose is are was were be been being it its their his her they them such any all each no not may shall will would should can could must has have had do does so than then there into under upon within without through between also other",
  fr: "le la les l un une des du de d à au aux en dans par pour sur sous avec sans et ou ni mais si que qui quoi dont où ce cet cette ces c s se il ils elle elles on y leur leurs son sa ses lui n ne pas plus qu est sont était étaient être été a ont avait avoir ait soit soient peut peuvent doit doivent comme entre vers chez lors lorsque lorsqu puis donc ainsi aussi cela ceux celui celle celles tout toute tous toutes même autre autres",
  es: "el la los las lo un una unos unas de del a al en por para con sin sobre entre hasta desde según ante contra y e o u ni pero sino si que se su sus le les es son ser sea sean será serán fue fueron está están estar ha han haya hayan había como cuando donde cual cuales quien quienes cuyo cuya cuyos cuyas no más este esta estos estas ese esa esos esas esto eso aquel aquella dicho dicha dichos dichas todo toda todos todas otro otra otros otras mismo misma también así ya muy",
  ru: "и в во на с со к ко по о об от до из за для при под над у между через перед после без не ни а но или либо что чтобы как так также если когда где его её ее их им ими он она оно они это этот эта эти этого этой этих этом то тот та те того той тех том же бы ли быть был была было были будет будут может могут который которая которое которые которого которой которых которым котором все всех всем вся весь",
  de: "der die das den dem des ein eine einen einem einer eines kein keine keinen keiner und oder sowie aber in im ins an am auf aus bei beim mit nach von vom vor zu zum zur für über unter durch gegen ohne um bis ist sind war waren sein wird werden wurde worden hat haben kann können soll sollen muss müssen darf nicht sich sie er es ihr ihre ihrer ihren als wie auch noch nur so dass wenn ob diese dieser dieses diesem diesen jede jeder jedes welche welcher welches",
  ar: "في من إلى على عن مع أو و أن أنه أنها إن إذا ما لا التي الذي الذين اللذين هذا هذه هؤلاء ذلك تلك كل أي أية بين بعد قبل عند لدى منذ حتى خلال حول دون ضمن قد لم لن ليس ليست هو هي هم كما كان كانت يكون تكون غير حيث بما فيما مما فيه فيها منه منها به بها له لها لهم عليه عليها إليه إليها",
  zh: "的 和 与 及 或 在 了 为 是 有 对 于 由 以 其 将 并 等 中 上 下 个 这 该 不 也 所 从 向 到 而 之",
};

const sets = new Map(Object.entries(lists).map(([language, list]) => [language, new Set(list.split(" "))]));
const none: ReadonlySet<string> = new Set();
const all = new Set([...sets.values()].flatMap((set) => [...set]));

/** The words of a language that hold a sentence together and say little by themselves, in lower case; empty if unknown. */
export function functionWords(language: string): ReadonlySet<string> {
  return sets.get(language) ?? none;
}

/** Whether a word, in lower case, is a function word of one of the languages. */
export function isFunctionWord(word: string): boolean {
  return all.has(word);
}
