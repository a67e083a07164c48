import type { Language } from "../language.ts";

/** What an opener does in a text: it begins a recital or an operative part. */
export type OpenerKind = "preambular" | "operative";

/**
 * The openers of calls, one line a key: `key = phrase | phrase`. Arabic ones stand in the masculine without `و`;
 * feminine forms (for assemblies) are alternatives.
 */
export const phrases: Readonly<Record<Language, Readonly<Record<OpenerKind, string>>>> = {
  en: {
    preambular: `considering = considering | considering further | considering also
recalling = recalling | recalling further | recalling also
noting = noting | noting further | noting also | noting with satisfaction | noting with concern | noting with appreciation | taking note | observing
recognizing = recognizing | recognizing further | recognizing also | acknowledging | recognising
aware = aware | conscious | mindful | bearing in mind
emphasizing = emphasizing | stressing | underlining | emphasising
accounting = taking into account | taking into consideration | having regard to | in view of
examined = having examined | having considered
affirming = reaffirming | affirming | endorsing
convinced = convinced | understanding | guided by
concerned = concerned | deeply concerned
welcoming = welcoming | appreciating | expressing its appreciation`,
    operative: `resolves = resolves | resolves further | further resolves | decides | decides further | agrees
instructs = instructs | further instructs | instructs further | resolves to instruct | decides to instruct
invites = invites | further invites | invites further | resolves to invite | resolves further to invite
requests = requests | further requests
encourages = encourages | resolves to encourage
urges = urges
calls = calls upon | appeals to
recommends = recommends
authorizes = authorizes
approves = approves`,
  },
  fr: {
    preambular: `considering = considérant | considérant en outre | considérant également
recalling = rappelant | rappelant en outre | rappelant également
noting = notant | notant en outre | notant également | notant avec satisfaction | notant avec préoccupation | prenant note | observant
recognizing = reconnaissant | reconnaissant en outre | reconnaissant également
aware = consciente | conscient | compte tenu | ayant à l'esprit
emphasizing = soulignant
accounting = tenant compte | vu
examined = ayant examiné
affirming = réaffirmant | affirmant
convinced = convaincue | convaincu | comprenant | guidée par | guidé par
concerned = préoccupée | préoccupé
welcoming = se félicitant | appréciant | exprimant sa gratitude`,
    operative: `resolves = décide | décide en outre
instructs = charge | charge en outre | décide de charger
invites = invite | invite en outre | décide d'inviter
requests = prie
encourages = encourage
urges = prie instamment | exhorte
calls = appelle | fait appel à
recommends = recommande
authorizes = autorise
approves = approuve`,
  },
  es: {
    preambular: `considering = considerando | considerando además | considerando también | considerando asimismo
recalling = recordando | recordando además | recordando también
noting = observando | observando además | observando con satisfacción | observando con preocupación | tomando nota
recognizing = reconociendo | reconociendo además | reconociendo también
aware = consciente | teniendo presente
emphasizing = subrayando | destacando
accounting = teniendo en cuenta | visto
examined = habiendo examinado | habiendo considerado
affirming = reafirmando | afirmando
convinced = convencida | convencido | entendiendo | guiada por | guiado por
concerned = preocupada | preocupado
welcoming = acogiendo con satisfacción | apreciando | expresando su agradecimiento`,
    operative: `resolves = resuelve | resuelve además | acuerda
instructs = encarga | encarga además | resuelve encargar
invites = invita | invita además | resuelve invitar
requests = pide
encourages = alienta
urges = insta
calls = exhorta | hace un llamamiento a
recommends = recomienda
authorizes = autoriza
approves = aprueba`,
  },
  ru: {
    preambular: `considering = учитывая | учитывая далее | учитывая также
recalling = напоминая | напоминая далее | напоминая также
noting = отмечая | отмечая далее | отмечая также | с удовлетворением отмечая | с озабоченностью отмечая | принимая к сведению
recognizing = признавая | признавая далее | признавая также
aware = сознавая | памятуя
emphasizing = подчеркивая | подчёркивая
accounting = принимая во внимание | ввиду
examined = рассмотрев
affirming = вновь подтверждая | подтверждая
convinced = будучи убеждена | будучи убежден | понимая | руководствуясь
concerned = будучи обеспокоена | будучи обеспокоен
welcoming = приветствуя | высоко оценивая | выражая признательность`,
    operative: `resolves = решает | решает далее | решает также
instructs = поручает | поручает далее | решает поручить
invites = предлагает | предлагает далее | решает предложить
requests = просит
encourages = призывает
urges = настоятельно призывает
recommends = рекомендует
authorizes = уполномочивает
approves = утверждает`,
  },
  ar: {
    preambular: `considering = إذ يضع في اعتباره | إذ تضع في اعتبارها
recalling = إذ يذكر | إذ تذكر
noting = إذ يلاحظ | إذ تلاحظ | إذ يحيط علما | إذ تحيط علما
recognizing = إذ يدرك | إذ تدرك | إذ يقر | إذ تقر | إذ يعترف | إذ تعترف
aware = إذ يعي | إذ تعي | إذ يضع نصب عينيه | إذ تضع نصب عينيها | إذ يأخذ في الحسبان | إذ تأخذ في الحسبان
emphasizing = إذ يشدد | إذ تشدد
accounting = إذ يأخذ بعين الاعتبار | إذ تأخذ بعين الاعتبار | إذ يراعي | إذ تراعي
examined = قد نظر في | قد نظرت في
affirming = إذ يؤكد | إذ تؤكد | إذ يؤكد من جديد | إذ تؤكد من جديد
convinced = اقتناعا منه | اقتناعا منها | إذ يسترشد | إذ تسترشد
concerned = إذ يساوره القلق | إذ يساورها القلق
welcoming = إذ يرحب | إذ ترحب | إذ يقدر | إذ تقدر | إذ يعرب عن تقديره | إذ تعرب عن تقديرها`,
    operative: `resolves = يقرر | تقرر | يقرر كذلك | تقرر كذلك
instructs = يكلف | تكلف | يقرر تكليف | تقرر تكليف | يقرر أن يكلف | تقرر أن تكلف
invites = يدعو | تدعو | يقرر أن يدعو | تقرر أن تدعو | يقرر دعوة
requests = يطلب من | تطلب من | يطلب إلى | تطلب إلى
encourages = يشجع | تشجع
urges = يحث | تحث
calls = يناشد | تناشد
recommends = يوصي | توصي
authorizes = يرخص | ترخص | يفوض | تفوض
approves = يوافق على | توافق على`,
  },
  zh: {
    preambular: `considering = 考虑到 | 进一步考虑到 | 亦考虑到 | 还考虑到
recalling = 忆及 | 进一步忆及 | 亦忆及 | 回顾
noting = 注意到 | 进一步注意到 | 亦注意到 | 满意地注意到 | 关切地注意到 | 赞赏地注意到
recognizing = 认识到 | 进一步认识到 | 亦认识到 | 承认
aware = 意识到 | 铭记 | 进一步意识到
emphasizing = 强调 | 进一步强调
accounting = 顾及 | 鉴于
examined = 审议了 | 审查了
affirming = 重申 | 确认
convinced = 坚信 | 遵循 | 理解到
concerned = 关切
welcoming = 欢迎 | 赞赏 | 表示赞赏`,
    operative: `resolves = 做出决议 | 作出决议 | 进一步做出决议 | 进一步作出决议 | 做出决定 | 作出决定 | 决定
instructs = 责成 | 进一步责成 | 做出决议，责成 | 作出决议，责成 | 做出决定，责成
invites = 请 | 进一步请 | 邀请 | 做出决议，请 | 作出决议，请 | 做出决议，邀请
requests = 要求
encourages = 鼓励
urges = 敦促
calls = 呼吁
recommends = 建议
authorizes = 授权
approves = 批准`,
  },
};
