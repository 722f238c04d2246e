// Every limit that more than one process must agree on. Units are in the names.
export const limits = {
  /** A text message, in UTF-16 units (what the input box counts). */
  messageTextMaxLength: 2_000,
  /** One WebSocket frame from a client. */
  frameMaxBytes: 64 * 1024,
  /** Messages in one page of history. */
  historyPageSize: 50,
  historyPageMax: 200,
  /** 查找记录: what is looked for, and how many are shown. */
  historySearchMaxLength: 50,
  historySearchHitsMax: 100,
  /** 撤回: of one's own message, so long after it was stored. */
  retractWithinMs: 120_000,
  /** A rating's optional remark. */
  ratingRemarkMaxLength: 500,
  /** What is said with a 转接, or as it is declined. */
  transferNoteMaxLength: 200,
  accountMaxLength: 64,
  passwordMaxLength: 128,
  passwordMinLength: 8,
  /** A queue board sent to an agent shows at most this many places; the rest is counted. */
  boardMaxTickets: 200,
  /** 耳语, and the reason for ending another's conversation: characters. */
  whisperMaxLength: 500,
  /** Why an interception was lifted or extended; what an agent reports. */
  interceptionReasonMaxLength: 200,
  /** A remark with 无用. */
  voteRemarkMaxLength: 500,
  /** What changed in an article, for taxpayers; why a reviewer returns it. */
  changeNoteMaxLength: 500,
  /** A picture, video or file of an answer. */
  assetMaxBytes: 20 * 1024 * 1024,
  /** A workbook of articles. */
  workbookMaxBytes: 10 * 1024 * 1024,
  workbookMaxRows: 5_000,
  /** A text of an answer, in UTF-16 units: a cell of a workbook takes 32,767. */
  answerTextMaxLength: 20_000,
  /** Similar questions of an article. */
  similarMax: 200,
  /** A name in the lexicon, and how many a concept may have. */
  conceptNameMaxLength: 40,
  conceptNamesMax: 200,
  /** Another office: its name, how to reach it, a question that belongs to it. */
  officeNameMaxLength: 40,
  officeContactMaxLength: 60,
  officeExampleMaxLength: 200,
  /** 我的收藏 of one taxpayer, and what is typed to search them. */
  favouritesMax: 500,
  favouriteSearchMaxLength: 100,
  favouriteChangesMax: 100,
  /** Tiles of 快捷入口 that one taxpayer is shown. */
  shortcutsShownMax: 10,
  /** A picture or file in a live conversation is smaller than this; its display picture is no longer on a side than so many pixels. */
  talkFileBelowBytes: 10 * 1024 * 1024,
  talkPictureSidePixels: 1_600,
  /** 附件材料: each file, and how many one submission has. */
  attachmentMaxBytes: 20 * 1024 * 1024,
  attachmentsMax: 10,
  attachmentNameMaxLength: 200,
  /** Uploaded or on the way, and not submitted: what one person's machine may leave on the server. */
  attachmentsUnsubmittedMax: 40,
  /** One piece of an upload: what is lost at most when the line is. */
  uploadPieceMaxBytes: 1024 * 1024,
  /** 留言内容, a reply to it; 预约事项说明; why a proposal is declined. */
  leaveMessageMaxLength: 2_000,
  workOrderTitleMaxLength: 60,
  appointmentMatterMaxLength: 500,
  declineReasonMaxLength: 200,
  /** 业务办理服务确认单: its matter, its materials, why one is returned; how many templates an office keeps. */
  sheetMatterMaxLength: 60,
  sheetMaterialsMax: 20,
  sheetMaterialNameMaxLength: 60,
  sheetMaterialNoteMaxLength: 200,
  sheetReasonMaxLength: 200,
  sheetTemplatesMax: 100,
  /** Days a taxpayer has for it: at most, as offered, and at least after something was returned. */
  sheetDueDaysMax: 90,
  sheetDueDaysOffered: 7,
  sheetReturnDaysMin: 3,
  /** Why an administrator made a day worked or free. */
  calendarNoteMaxLength: 100,
  /** Days made worked or free at once. */
  calendarDaysMax: 62,
  /** Shifts of a day. */
  shiftsMax: 6,
  /** Appointments of a service in one half hour. */
  slotCapacityMax: 1_000,
  /** Days of the office's calendar of appointments at once. */
  deskCalendarMaxDays: 31,
  /** 精准推送: title, text, an address outside, why one is withdrawn or cancelled. */
  pushTitleMaxLength: 60,
  pushTextMaxLength: 2_000,
  pushUrlMaxLength: 500,
  pushReasonMaxLength: 200,
  /** Values of one condition of a push. */
  pushConditionMax: 100,
  tagMaxLength: 20,
  /** 纳税人识别号 given a tag at once. */
  taggingMax: 1_000,
  /** How far ahead a push may be timed. */
  pushDaysAheadMax: 366,
  /** Taxpayers shown as examples before a push is sent. */
  pushSampleSize: 5,
  /** Sensitive words imported at once, one a line; their text fits a request of the usual size. */
  guardImportMaxLines: 2_000,
  guardImportTextMaxLength: 60_000,
  /** All sensitive words together: so many are looked for without being felt (docs/sensitive-words.md). */
  guardWordsMax: 20_000,
  /** Options shown when the bot asks back or offers related questions. */
  optionsMax: 8,
  /** A picture to be read. Its base64 crosses from a window to its host in one frame. */
  pictureMaxBytes: 10 * 1024 * 1024,
  pictureBase64MaxLength: Math.ceil((10 * 1024 * 1024) / 3) * 4,
  pictureMaxPixels: 40_000_000,
} as const
