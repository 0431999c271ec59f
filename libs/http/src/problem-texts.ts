interface ProblemText {
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly advice: string;
  readonly retryAfter?: number;
}

const CHECK_DOCS = '请对照接口文档检查请求后重新提交。';
const CALL_ADMIN = '如持续出现，请将 traceId 告知系统管理员。';

/** The problems that any route may answer. Refusals of the regulation have tables of their own, one a feature. */
export const PROBLEMS = {
  'bad-request': { status: 400, title: '请求有误', detail: '请求无法理解。', advice: CHECK_DOCS },
  'malformed-json': { status: 400, title: 'JSON 格式错误', detail: '请求正文不是完整、正确的 JSON（UTF-8 编码）。', advice: '请检查括号、引号、逗号和编码后重新提交。' },
  'body-too-deep': { status: 400, title: 'JSON 嵌套过深', detail: '请求正文的嵌套层数超过 32 层。', advice: '请减少嵌套层数后重新提交。' },
  'character-refused': { status: 400, title: '含有不允许的字符', detail: '请求中含有空字符（NUL）或不完整的字符。', advice: '请删除不可见字符后重新提交。' },
  'validation-failed': { status: 400, title: '请求内容未通过检查', detail: '一个或多个字段不符合要求，详见 errors。', advice: '请按 errors 中的说明逐项修改后重新提交。' },
  'cursor-malformed': { status: 400, title: '翻页游标无效', detail: '参数 cursor 不是本接口给出的翻页游标。', advice: '请原样使用上一页答复中的 next，或去掉 cursor 从第一页开始。' },
  'idempotency-key-malformed': { status: 400, title: 'Idempotency-Key 无效', detail: '请求头 Idempotency-Key 应为 1 至 128 个可见 ASCII 字符。', advice: '请为每个新操作生成一个 UUID 作为 Idempotency-Key。' },
  'if-match-malformed': { status: 400, title: 'If-Match 无效', detail: '请求头 If-Match 不是本接口给出的版本标记（ETag）。', advice: '请原样使用读取时答复头中的 ETag。' },
  unauthorized: { status: 401, title: '身份未经验证', detail: '请求未能证明调用者身份。', advice: '请登录后重试。' },
  forbidden: { status: 403, title: '无权进行此操作', detail: '您的账号无权进行此操作。', advice: '请使用有权限的账号，或联系系统管理员。' },
  'other-unit': { status: 403, title: '不是本单位的事项', detail: '此事项由其他单位承办，您的账号只能处理本单位的事项。', advice: '请核对工单编号，或由该单位的账号操作。' },
  'not-found': { status: 404, title: '没有找到', detail: '所请求的对象不存在，或您无权知道它是否存在。', advice: '请核对编号后重试。' },
  'route-not-found': { status: 404, title: '没有这个接口', detail: '请求的地址或方法不存在。', advice: '请对照接口文档核对地址和方法。' },
  'method-not-allowed': { status: 405, title: '方法不允许', detail: '此地址不支持该请求方法。', advice: CHECK_DOCS },
  'not-acceptable': { status: 406, title: '无法按要求的格式答复', detail: '本接口只能以 JSON 答复。', advice: '请在 Accept 中允许 application/json。' },
  'request-timeout': { status: 408, title: '请求超时', detail: '在规定时间内没有收到完整的请求。', advice: '请检查网络后重试。' },
  'clock-never-goes-back': { status: 409, title: '时钟不能倒走', detail: '模拟时钟已走过所给的时刻，未作改变。', advice: '请给出更晚的时刻。' },
  conflict: { status: 409, title: '与现有数据冲突', detail: '操作与已有的数据冲突，没有写入任何内容。', advice: '请重新读取最新数据后再决定是否重试。' },
  'version-conflict': { status: 409, title: '数据已被他人修改', detail: '在您读取之后，数据已被他人修改，本次操作没有写入任何内容。', advice: '请重新读取最新数据，确认后再提交。' },
  'wrong-state': { status: 409, title: '当前状态不允许此操作', detail: '对象当前所处的状态不允许此操作。', advice: '请重新读取最新状态后再决定下一步。' },
  'precondition-failed': { status: 412, title: '版本不一致', detail: 'If-Match 给出的版本不是当前版本，本次操作没有写入任何内容。', advice: '请重新读取最新数据及其 ETag 后再提交。' },
  'body-too-large': { status: 413, title: '请求正文过大', detail: '请求正文超过 1 MB 的上限。', advice: '请缩短内容或分次提交。' },
  'uri-too-long': { status: 414, title: '请求地址过长', detail: '请求地址中的参数超过长度上限。', advice: CHECK_DOCS },
  'unsupported-media-type': { status: 415, title: '不支持的内容类型', detail: '请求正文的 Content-Type 应为 application/json。', advice: '请以 JSON 提交，并设置 Content-Type: application/json。' },
  'refused-by-rule': { status: 422, title: '按规定不能办理', detail: '按照热线运行管理规定，此操作不能办理。', advice: '请核对相关规定。' },
  'too-many-requests': { status: 429, title: '请求过于频繁', detail: '短时间内请求过多。', advice: '请稍候再试。', retryAfter: 5 },
  'headers-too-large': { status: 431, title: '请求头过大', detail: '请求头超过长度上限。', advice: '请减少请求头后重试。' },
  internal: { status: 500, title: '系统内部错误', detail: '系统出现内部错误，本次操作没有完成。', advice: CALL_ADMIN },
  'database-unavailable': { status: 503, title: '数据库暂不可用', detail: '暂时无法读写数据，本次操作没有写入任何内容。', advice: `请稍候几秒后重试；${CALL_ADMIN}`, retryAfter: 5 },
  'database-busy': { status: 503, title: '并发冲突', detail: '同时有其他操作在修改相同的数据，本次操作没有写入任何内容。', advice: '请直接重试。', retryAfter: 1 },
  'attachments-unavailable': { status: 503, title: '附件存储暂不可用', detail: '暂时无法存取附件，本次操作没有保存任何附件；工单的登记和办理不受影响。', advice: `请稍后重新上传或下载；${CALL_ADMIN}`, retryAfter: 30 },
  'identity-key-unknown': {
    status: 503,
    title: '身份信息密钥不符',
    detail: '系统现有的密钥打不开已登记的诉求人身份信息，为免身份信息散失，本次操作没有写入任何内容。',
    advice: '请系统管理员核对 HOTLINE_IDENTITY_KEY；更换过密钥的，请将原密钥列入 HOTLINE_IDENTITY_OLD_KEYS。',
    retryAfter: 60,
  },
  'bus-unavailable': { status: 503, title: '消息总线暂不可用', detail: '暂时无法收发消息。', advice: `请稍候几秒后重试；${CALL_ADMIN}`, retryAfter: 5 },
  unavailable: { status: 503, title: '服务暂不可用', detail: '服务正在启动、停止或过载。', advice: '请稍候几秒后重试。', retryAfter: 5 },
} as const satisfies Record<string, ProblemText>;

export type ProblemCode = keyof typeof PROBLEMS;
