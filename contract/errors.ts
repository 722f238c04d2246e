// The one catalogue of expected failures: code → what the person reads, HTTP status, whether trying again can help.
// docs/errors.md is generated from it. A code is never reused for another meaning.
interface CatalogueEntry {
  /** Simplified Chinese; `{name}` is filled from `detail`. */
  readonly message: string
  readonly status: number
  readonly retry: 'never' | 'later' | 'after-sign-in'
}

export const catalogue = {
  // Requests and frames
  REQUEST_INVALID: { message: '提交的内容不符合要求，请检查后重试。', status: 400, retry: 'never' },
  FRAME_MALFORMED: { message: '收到无法识别的数据，请更新程序后再试。', status: 400, retry: 'never' },
  FRAME_TOO_LARGE: { message: '单次发送的内容过大，请分几次发送。', status: 413, retry: 'never' },
  PROTOCOL_VERSION_UNSUPPORTED: { message: '程序版本过低，请更新后再使用。', status: 426, retry: 'never' },
  NOT_FOUND: { message: '要找的内容不存在，或已被删除。', status: 404, retry: 'never' },
  RATE_LIMITED: { message: '操作过于频繁，请 {seconds} 秒后再试。', status: 429, retry: 'later' },
  INTERNAL: { message: '服务出现故障，请稍后再试。', status: 500, retry: 'later' },
  // Session
  AUTH_REQUIRED: { message: '请先登录。', status: 401, retry: 'after-sign-in' },
  TOKEN_EXPIRED: { message: '登录已过期，请重新登录。', status: 401, retry: 'after-sign-in' },
  CREDENTIALS_WRONG: { message: '账号或密码不正确，请核对后重新输入。', status: 401, retry: 'never' },
  LOGIN_THROTTLED: { message: '登录失败次数过多，请 {minutes} 分钟后再试。', status: 429, retry: 'later' },
  EDITION_FORBIDDEN: { message: '该账号不能登录此端，请使用对应的客户端。', status: 403, retry: 'never' },
  FORBIDDEN: { message: '您没有进行此操作的权限。', status: 403, retry: 'never' },
  ACCOUNT_DISABLED: { message: '该账号已停用，请联系系统管理员。', status: 403, retry: 'never' },
  PASSWORD_MUST_CHANGE: { message: '首次登录或密码重置后，请先设置自己的密码。', status: 403, retry: 'never' },
  PASSWORD_INVALID: { message: '新密码不符合要求：{reason}', status: 422, retry: 'never' },
  PASSWORD_WRONG: { message: '原密码不正确，请重新输入。', status: 422, retry: 'never' },
  // 账号. `field`: which of the form's it is about
  ACCOUNT_NOT_FOUND: { message: '该账号不存在，请刷新列表。', status: 404, retry: 'never' },
  ACCOUNT_INVALID: { message: '账号未能保存：{reason}', status: 422, retry: 'never' },
  ACCOUNT_TAKEN: { message: '账号“{account}”已经存在，请换一个。', status: 409, retry: 'never' },
  AGENT_NUMBER_TAKEN: { message: '坐席工号 {number} 已由{name}使用，请换一个。', status: 409, retry: 'never' },
  ACCOUNT_CHANGED_MEANWHILE: { message: '该账号刚刚被其他人修改，请重新打开后再操作。', status: 409, retry: 'never' },
  ACCOUNT_OWN: { message: '不能更改自己的角色和机构、停用自己或重置自己的密码，请由其他系统管理员操作。', status: 403, retry: 'never' },
  ACCOUNT_LAST_ADMIN: { message: '这是最后一个能用的系统管理员，不能停用或更改角色。', status: 409, retry: 'never' },
  ACCOUNT_BUSY: { message: '{name}手上还有 {count} 个会话，结束后才能停用或更改角色、机构。', status: 409, retry: 'later' },
  // Conversation
  CONVERSATION_NOT_FOUND: { message: '会话不存在，或不属于您。', status: 404, retry: 'never' },
  CONVERSATION_ENDED: { message: '本次会话已结束。', status: 409, retry: 'never' },
  CONVERSATION_STAGE_WRONG: { message: '会话当前的状态不允许此操作。', status: 409, retry: 'never' },
  MESSAGE_EMPTY: { message: '消息不能为空。', status: 400, retry: 'never' },
  MESSAGE_TOO_LONG: { message: '消息最多 {max} 个字，请分几次发送。', status: 400, retry: 'never' },
  MESSAGE_RETRACT_TOO_LATE: { message: '发送超过 {minutes} 分钟的消息不能撤回。', status: 409, retry: 'never' },
  MESSAGE_NOT_RETRACTABLE: { message: '这条消息不能撤回。', status: 409, retry: 'never' },
  MESSAGE_BLOCKED: { message: '含有不允许发送的内容{hits}，请修改后再发送。', status: 422, retry: 'never' },
  MESSAGE_WARNED: { message: '含有可能不合适的内容{hits}，请修改后再发送；确认无误可点“仍要发送”。', status: 422, retry: 'never' },
  // Harassment. `until`: to the second, in Beijing; `number`: of the 拦截记录. The first two pass by themselves
  HARASSMENT_COOLING: { message: '消息暂缓发送，{until} 后自动发出（{number}）。', status: 429, retry: 'later' },
  HARASSMENT_MUTED: { message: '您暂时不能发言，消息已保存，{until} 后自动发出（{number}）。', status: 429, retry: 'later' },
  HARASSMENT_BLOCKED: { message: '咨询已暂停至 {until}（{number}）。您仍可留言、预约，也可留言申诉。', status: 403, retry: 'never' },
  HARASSMENT_RULES_INVALID: { message: '规则未能保存，第 {line} 条：{reason}', status: 422, retry: 'never' },
  HARASSMENT_RULES_CHANGED: { message: '规则刚刚被其他人修改，请重新打开后再操作。', status: 409, retry: 'never' },
  INTERCEPTION_NOT_FOUND: { message: '拦截记录不存在，或不属于您的机构。', status: 404, retry: 'never' },
  INTERCEPTION_STATE_WRONG: { message: '该拦截现为“{state}”，不能进行此操作。', status: 409, retry: 'never' },
  // Queue
  QUEUE_TICKET_GONE: { message: '该排队已取消或已被接入。', status: 409, retry: 'never' },
  QUEUE_CALL_GONE: { message: '这次叫号已经结束。', status: 409, retry: 'never' },
  QUEUE_NOBODY_READY: { message: '等候的纳税人暂时不在窗口前，或者已过号；可以在列表中直接选择接入。', status: 409, retry: 'later' },
  QUEUE_EMPTY: { message: '当前没有等候的纳税人。', status: 409, retry: 'later' },
  AGENT_NOT_AVAILABLE: { message: '请先示闲，再接入会话。', status: 409, retry: 'never' },
  AGENT_AT_CAPACITY: { message: '同时接待的会话已达上限 {capacity} 个，请先结束一个会话。', status: 409, retry: 'later' },
  TAKE_OVER_WITHOUT_NUMBER: { message: '您没有坐席工号，不能接管会话，请联系系统管理员。', status: 409, retry: 'never' },
  // Transfers
  TRANSFER_UNDER_WAY: { message: '会话正在转接，请稍候；转接完成前不能结束会话。', status: 409, retry: 'later' },
  TRANSFER_GONE: { message: '这次转接已经结束。', status: 409, retry: 'never' },
  TRANSFER_AGENT_NOT_FREE: { message: '该坐席当前不能接收转接，请另选坐席或技能组。', status: 409, retry: 'later' },
  TRANSFER_NOBODY_FREE: { message: '该技能组暂无空闲坐席，请另选坐席或技能组。', status: 409, retry: 'later' },
  // Rating
  RATING_ALREADY_GIVEN: { message: '本次服务已评价，感谢您的反馈。', status: 409, retry: 'never' },
  RATING_NOT_ASKED: { message: '本次会话无需评价。', status: 409, retry: 'never' },
  // Votes and notices
  ANSWER_NOT_FOUND: { message: '要评价的答案不存在，或不属于您。', status: 404, retry: 'never' },
  VOTE_ALREADY_GIVEN: { message: '您已评价过这条答案，感谢您的反馈。', status: 409, retry: 'never' },
  NOTICE_NOT_FOUND: { message: '这条消息不存在，或已被撤回。', status: 404, retry: 'never' },
  // 精准推送. `field`: which of the form's it is about
  PUSH_NOT_FOUND: { message: '该推送不存在，或不属于您的机构。', status: 404, retry: 'never' },
  PUSH_INVALID: { message: '推送未能完成：{reason}', status: 422, retry: 'never' },
  PUSH_STATE_WRONG: { message: '该推送现为“{state}”，不能进行此操作。', status: 409, retry: 'never' },
  PUSH_CHANGED_MEANWHILE: { message: '该推送刚刚被其他人修改，请重新打开后再操作。', status: 409, retry: 'never' },
  FAVOURITE_ANSWER_NOT_FOUND: { message: '要收藏的答复不存在，或不能收藏。', status: 404, retry: 'never' },
  FAVOURITES_FULL: { message: '最多收藏 {max} 条答复，请先取消一些收藏。', status: 409, retry: 'never' },
  // Leave-messages, appointments, attachments. `field`: which of the form's it is about
  LEAVE_MESSAGE_NOT_FOUND: { message: '留言不存在，或不属于您。', status: 404, retry: 'never' },
  LEAVE_MESSAGE_INVALID: { message: '留言未能提交：{reason}', status: 422, retry: 'never' },
  LEAVE_MESSAGE_STATE_WRONG: { message: '该留言现为“{state}”，不能进行此操作。', status: 409, retry: 'never' },
  WORK_ORDER_NOT_FOUND: { message: '工单不存在，或不属于您。', status: 404, retry: 'never' },
  WORK_ORDER_INVALID: { message: '工单未能保存：{reason}', status: 422, retry: 'never' },
  SHEET_NOT_FOUND: { message: '确认单不存在，或不属于您。', status: 404, retry: 'never' },
  SHEET_INVALID: { message: '确认单未能保存：{reason}', status: 422, retry: 'never' },
  SHEET_STATE_WRONG: { message: '该确认单现为“{state}”，不能进行此操作。', status: 409, retry: 'never' },
  SHEET_MATERIAL_CHANGED: { message: '材料“{name}”现为“{state}”，请查看后再操作。', status: 409, retry: 'never' },
  SHEET_TEMPLATE_NOT_FOUND: { message: '模板不存在，可能已被删除。', status: 404, retry: 'never' },
  WORK_ORDER_STATE_WRONG: { message: '该工单现为“{state}”，不能进行此操作。', status: 409, retry: 'never' },
  APPOINTMENT_NOT_FOUND: { message: '预约不存在，或不属于您。', status: 404, retry: 'never' },
  APPOINTMENT_INVALID: { message: '预约未能提交：{reason}', status: 422, retry: 'never' },
  APPOINTMENT_STATE_WRONG: { message: '该预约现为“{state}”，不能进行此操作。', status: 409, retry: 'never' },
  APPOINTMENT_NOT_NOW: { message: '只能在预约的时间段 {slot} 内发起互动。', status: 409, retry: 'later' },
  APPOINTMENT_IS_NOW: {
    message: '您有一个即将受理的预约互动（{slot}）。请选择继续等待税务人员邀请，或取消预约、继续排队。',
    status: 409,
    retry: 'never',
  },
  SLOT_TAKEN: { message: '该时间段刚刚约满，请另选一个时间段。', status: 409, retry: 'never' },
  SLOT_YOURS: { message: '该时间段已有预约 {number}，同一时间段只能预约一次，请另选一个时间段。', status: 409, retry: 'never' },
  ATTACHMENT_NOT_FOUND: { message: '附件不存在，或不属于您。', status: 404, retry: 'never' },
  ATTACHMENT_NOT_UPLOADED: { message: '附件“{name}”尚未上传完成，请先点击【点击上传】，或移除后再提交。', status: 422, retry: 'never' },
  ATTACHMENT_TYPE_REFUSED: { message: '附件只能是 {types} 文件，且内容须与扩展名一致。', status: 415, retry: 'never' },
  ATTACHMENT_TOO_LARGE: { message: '每份附件不能超过 {megabytes} 兆字节。', status: 413, retry: 'never' },
  SMS_NOT_FOUND: { message: '该短信不存在，请刷新列表。', status: 404, retry: 'never' },
  SMS_STATE_WRONG: { message: '该短信已发送或正在发送，请刷新列表。', status: 409, retry: 'never' },
  SMS_NO_GATEWAY: { message: '未配置短信网关，无法自动发送；请人工发送后点击“标记为已发送”。', status: 409, retry: 'never' },
  // Calendar of the offices
  CALENDAR_INVALID: { message: '服务时间不符合要求：{reason}', status: 422, retry: 'never' },
  CALENDAR_BOOKED: { message: '将要关闭的时间段内已有 {count} 个预约，请确认后再保存。', status: 409, retry: 'never' },
  ATTACHMENT_EMPTY: { message: '附件“{name}”没有内容，请选择其他文件。', status: 422, retry: 'never' },
  ATTACHMENT_TOO_MANY: { message: '已上传而未提交的附件过多（最多 {max} 份），请先提交或移除一些。', status: 409, retry: 'never' },
  ATTACHMENT_FORM_FULL: { message: '每次最多提交 {max} 份附件，请先移除一些。', status: 409, retry: 'never' },
  ATTACHMENT_SUBMITTED: { message: '附件“{name}”已随申请提交，不能再取消。', status: 409, retry: 'never' },
  TALK_FILE_TYPE_REFUSED: { message: '图片可以是 {pictures}；文件可以是 {files}；内容须与扩展名一致。', status: 415, retry: 'never' },
  TALK_FILE_TOO_LARGE: { message: '图片和文件须小于 {megabytes} 兆字节。', status: 413, retry: 'never' },
  TALK_FILE_NOT_SERVED: { message: '图片和文件在人工服务接通后才能发送。', status: 409, retry: 'never' },
  TALK_PICTURE_UNREADABLE: { message: '图片“{name}”打不开：已损坏，或画面过大。请换一张，或截图后再发送。', status: 422, retry: 'never' },
  // Knowledge base
  ARTICLE_NOT_FOUND: { message: '知识条目不存在，可能已被删除。', status: 404, retry: 'never' },
  ARTICLE_CONTENT_INVALID: { message: '知识条目不完整：{reason}', status: 422, retry: 'never' },
  REVISION_NOT_FOUND: { message: '该版本不存在，可能已被删除。', status: 404, retry: 'never' },
  REVISION_STATE_WRONG: { message: '该版本现为“{state}”，不能进行此操作。', status: 409, retry: 'never' },
  REVISION_CHANGED_MEANWHILE: { message: '{name}刚刚修改了该版本。请先查看对方的修改，再决定怎样处理。', status: 409, retry: 'never' },
  REVISION_NOTE_MISSING: { message: '实质变更需填写更正说明，它会发送给收到过旧答案的纳税人。', status: 422, retry: 'never' },
  REVIEW_OWN: { message: '不能审核自己编写的内容，请由其他知识维护员审核。', status: 403, retry: 'never' },
  TOPIC_NOT_FOUND: { message: '所选专题不存在，请重新选择。', status: 404, retry: 'never' },
  TOPIC_NOT_EMPTY: { message: '该专题下还有 {count} 个条目，请先移走或删除。', status: 409, retry: 'never' },
  TOPIC_NAME_TAKEN: { message: '已有同名专题，请换一个名称。', status: 409, retry: 'never' },
  CONCEPT_NOT_FOUND: { message: '词条不存在，可能已被删除。', status: 404, retry: 'never' },
  CONCEPT_INVALID: { message: '词条不符合要求：{reason}', status: 422, retry: 'never' },
  REGRESSION_REPLACED: { message: '已开始新的回归测试，这一次已停止。', status: 409, retry: 'never' },
  GAP_NOT_FOUND: { message: '该待补问题已处理，请刷新列表。', status: 404, retry: 'never' },
  ASSET_TYPE_REFUSED: {
    message: '只能上传 {types} 文件，且内容须与扩展名一致。',
    status: 415,
    retry: 'never',
  },
  ASSET_TOO_LARGE: { message: '文件不能超过 {megabytes} 兆字节。', status: 413, retry: 'never' },
  WORKBOOK_UNREADABLE: { message: '无法读取该工作簿，请使用“导出”得到的表格填写后再导入。', status: 422, retry: 'never' },
  // Sensitive words
  GUARD_WORD_NOT_FOUND: { message: '该敏感词不存在，可能已被删除，请刷新列表。', status: 404, retry: 'never' },
  GUARD_WORD_INVALID: { message: '敏感词不符合要求：{reason}', status: 422, retry: 'never' },
  GUARD_WORD_TOUCHES: {
    message: '知识库中有 {count} 个正常提问含有该词，如“{example}”，保存后会影响正常咨询。',
    status: 409,
    retry: 'never',
  },
  // Settings
  SETTING_OUT_OF_RANGE: { message: '取值不在允许范围内：{range}。', status: 422, retry: 'never' },
  SETTING_MODEL_INCOMPLETE: { message: '服务器上的该目录缺少 {missing}，请检查路径是否为模型所在目录。', status: 422, retry: 'never' },
  // Asking by picture
  PICTURE_UNREADABLE: { message: '这不是能识别的图片，或文件已损坏，请重新截图后再试。', status: 400, retry: 'never' },
  PICTURE_TOO_LARGE: {
    message: '图片过大（最大 {megabytes} 兆、{pixels} 万像素），请只截取出错的部分后再试。',
    status: 413,
    retry: 'never',
  },
  PICTURE_HAS_NO_TEXT: { message: '图片中没有识别到文字，请截取含有提示文字的部分，或直接输入问题。', status: 422, retry: 'never' },
  PICTURE_READING_TIMED_OUT: { message: '图片识别用时过长，请只截取出错的部分后再试，或直接输入问题。', status: 504, retry: 'never' },
  PICTURE_READER_BUSY: { message: '正在识别其他图片，请稍后再试。', status: 429, retry: 'later' },
  PICTURE_READER_FAILED: { message: '图片识别暂时无法使用，请直接输入问题，或重新打开程序后再试。', status: 500, retry: 'later' },
  // Host
  HOST_OFFLINE: { message: '当前未连接到服务，请在网络恢复后再试。', status: 503, retry: 'later' },
  HOST_REQUEST_UNKNOWN: { message: '程序内部请求无法识别，请更新程序。', status: 400, retry: 'never' },
  HOST_STORE_FAILED: { message: '本机数据读写失败，请检查磁盘空间后重新打开程序。', status: 500, retry: 'later' },
} as const satisfies Record<string, CatalogueEntry>

export type ErrorCode = keyof typeof catalogue

export interface Failure {
  readonly code: ErrorCode
  /** What the person reads: Simplified Chinese, says what to do next. */
  readonly message: string
  /** The field or limit it is about, where there is one. */
  readonly detail?: Readonly<Record<string, string | number>>
}

/** Makes the failure for a code, its text filled in from `detail`. */
export function failure(code: ErrorCode, detail?: Readonly<Record<string, string | number>>): Failure {
  const message = catalogue[code].message.replace(/\{(\w+)\}/g, (_, name: string) => String(detail?.[name] ?? ''))
  return detail ? { code, message, detail } : { code, message }
}

export function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(catalogue, code)
}

/** An expected failure on its way out of a deep call inside one process; never crosses a process as an exception. */
export class DomainError extends Error {
  readonly failure: Failure
  constructor(code: ErrorCode, detail?: Readonly<Record<string, string | number>>) {
    const made = failure(code, detail)
    super(`${code}: ${made.message}`)
    this.name = 'DomainError'
    this.failure = made
  }
  get status(): number {
    return catalogue[this.failure.code].status
  }
}
