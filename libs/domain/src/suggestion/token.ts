/** A word of a Chinese text with its part of speech as jieba names it; `x` for one that is in no dictionary. */
export interface Token {
  readonly word: string;
  readonly tag: string;
}

/** Names of persons are left out wherever words are kept: they serve no suggestion, and no list of words may tell who complained (Art. 10). */
const SURNAMES = new Set(
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤普起自罕刀岩'.split(''),
);
const DOUBLE_SURNAMES = new Set(['欧阳', '司马', '诸葛', '上官', '司徒', '东方', '夏侯', '尉迟', '皇甫', '慕容', '令狐', '公孙']);
const BEFORE_A_NAME = new Set(['叫', '姓', '名叫', '我叫', '叫做', '姓名', '名字']);
const BEHIND_A_NAME = new Set(['先生', '女士', '同志', '小姐', '师傅', '大爷', '大妈', '阿姨', '书记', '局长', '主任', '县长', '镇长', '乡长', '院长', '校长', '所长', '经理', '老板', '老师', '医生']);

/** The words that are no part of a person's name, as far as the words around them tell; rather one too few than a name too many. */
export function withoutNames(tokens: readonly Token[]): Token[] {
  return tokens.filter((token, index) => {
    if (token.tag.startsWith('nr') || isSurname(token)) return false;
    const [before, behind] = [tokens[index - 1], tokens[index + 1]];
    if (before && (beginsAName(before) || BEFORE_A_NAME.has(before.word))) return false;
    if (before && isSurname(before) && [...token.word].length === 1) return false;
    if (before && tokens[index - 2] && beginsAName(tokens[index - 2] as Token) && [...before.word].length === 1) return false;
    return !(behind && BEHIND_A_NAME.has(behind.word) && !BEHIND_A_NAME.has(token.word) && !token.tag.startsWith('v'));
  });
}

function isSurname({ word }: Token): boolean {
  return SURNAMES.has(word) || [...DOUBLE_SURNAMES].some((name) => word.startsWith(name));
}

/** A surname alone, or two characters of a name, which a third may follow. */
function beginsAName({ word, tag }: Token): boolean {
  return SURNAMES.has(word) || DOUBLE_SURNAMES.has(word) || (tag.startsWith('nr') && [...word].length < 3);
}

const LETTERS = /^[\p{Script=Han}A-Za-z0-9]+$/u;
const ONLY_DIGITS = /^[0-9A-Za-z]*[0-9][0-9A-Za-z]*$/;
/** Pronouns, numbers, particles, adverbs, places, times …: they say nothing of the matter. */
const EMPTY_TAGS = /^(m|u|p|c|r|d|y|q|f|t|zg|ns)/;

/** The words of a text that tell what it is about, in their order and with repetition; never a name, number or place name. */
export function contentWords(tokens: readonly Token[]): string[] {
  return withoutNames(tokens)
    .filter(({ word, tag }) => isWord(word) && !EMPTY_TAGS.test(tag))
    .map(({ word }) => word.toLowerCase());
}

/** The same with the small words by which people ask, wish or accuse; they tell the category (Art. 13). */
export function cueWords(tokens: readonly Token[]): string[] {
  return withoutNames(tokens)
    .filter(({ word, tag }) => isWord(word) && !/^(m|ns|nt|nz|t)/.test(tag))
    .map(({ word }) => word.toLowerCase());
}

function isWord(word: string): boolean {
  return [...word].length > 1 && LETTERS.test(word) && !ONLY_DIGITS.test(word);
}

/** What stands before one of these is the name of a place or firm. */
const PLACE_TAILS =
  /^(小区|花园|新城|家园|社区|公寓|大厦|广场|大道|中路|公园|苑|城|路|街|巷|村|组|镇|乡|县|市|区|栋|号|桥|山庄|山|河|公司|有限公司|集团|学校|小学|中学|幼儿园|医院|酒店|超市|大院|楼盘|项目|物业|工地)$/;
const PLACE_WORDS = new Set(['花园', '新城', '家园', '大厦', '大道', '中路', '山庄', '国际', '附近', '对面', '旁边']);
/** Every petition says them. */
const COURTESIES = new Set(
  ('希望 请求 反映 问题 领导 政府 部门 解决 情况 有关 相关 处理 尊敬 您好 你好 谢谢 感谢 投诉 举报 咨询 建议 求助 热线 回复 答复 群众 百姓 老百姓 居民 市民 村民 业主 大家 ' +
    '影响 导致 造成 存在 进行 要求 有人 没人 时候 时间 工作 人员 工作人员 书记 县长 市长 局长 主任 先生 女士 重视 关注 联系 电话 地方 方面 东西 事情 开始 出现 发现 知道 没有 可以 应该 需要 能够 成为 ' +
    '严重 生活 城市 国家 单位 公司 本人 家里 家人 孩子 小孩 老人 晚上 白天 早上 每天 今天 昨天 目前 现在 元谋 元谋县 全县 县城').split(' '),
);

/** The words that may stand in the label of a hot topic: plain nouns and verbs of the dictionary, never a name, number, courtesy or place finer than the town (Art. 10, 21). */
export function labelWords(tokens: readonly Token[]): string[] {
  const plain = withoutNames(tokens);
  return [...new Set(plain.filter((token, index) => isPlain(token) && !namesAPlace(token, plain, index)).map(({ word }) => word.toLowerCase()))];
}

function isPlain({ word, tag }: Token): boolean {
  return /^(n|v)/.test(tag) && !/^(nr|ns|nt|nz)/.test(tag) && isWord(word) && /^\p{Script=Han}+$/u.test(word) && !COURTESIES.has(word) && !PLACE_WORDS.has(word);
}

function namesAPlace({ word }: Token, tokens: readonly Token[], index: number): boolean {
  const behind = tokens[index + 1];
  return behind !== undefined && PLACE_TAILS.test(behind.word) && !PLACE_TAILS.test(word);
}
