import { type Text, clause, item, text } from "@plenary/document";

/** Resolution 4 of the sample conference, in Chinese: digital skills for older people and farmers. */
export const digitalSkills: Text = text("zh", [
  clause("number", "第4号决议（2023年，波尔图，修订版）"),
  clause("title", "提高老年人和农村居民的数字技能"),
  clause("opening", "数字桥梁世界大会（2023年，波尔图），"),
  clause("call", "忆及"),
  item("a)", "本届大会关于难以到达的社区的第7号决议（2023年，波尔图，修订版）；"),
  item("b)", "各国在《坦佩雷宣言》中作出的不让任何村镇掉队的承诺，"),
  clause("call", "考虑到"),
  item("a)", "网络通到村口以后，许多老年人仍然不知道如何使用网上挂号和缴费服务；"),
  item("b)", "农民可以通过手机了解天气和市场价格，但有关应用往往只提供一种语言；"),
  item("c)", "由邻里志愿者讲授的短期课程，效果通常好于集中举办的大型培训；"),
  item("d)", "诈骗信息使一些初次上网的人失去了信心，"),
  clause("call", "做出决议"),
  item("1", "继续实施面向老年人和农村居民的数字技能计划，直至2027年；"),
  item("2", "每个试点村镇应至少设立一个固定的学习点；"),
  item("3", "课程内容应包括防范网络诈骗的基本知识，"),
  clause("call", "责成秘书长"),
  item("1", "编写一套可供各国自由翻译和修改的教材；"),
  item("2", "向下届大会报告本决议的落实情况，"),
  clause("call", "请成员国"),
  item("1", "鼓励图书馆、学校和邮局为学习点提供场地；"),
  item("2", "与其他成员国交流教学经验。"),
]);
