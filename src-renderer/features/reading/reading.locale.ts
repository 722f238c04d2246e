export const readingLocale = {
  reading: {
    picture: '图片',
    panel: '以图提问',
    thumbnail: '要识别的图片',
    reading: '正在识别图片中的文字…',
    result: '识别结果，请核对后发送',
    unsure: '图片不够清晰，文字可能有误，请仔细核对，或换一张清晰的图片。',
    local: '图片只在本机识别，不会上传',
    whole: '改用全部文字',
    message: '只用提示内容',
    another: '换一张图片',
    retry: '重试',
    send: '发送',
    cancel: '取消',
    drop: '松开鼠标，识别图片中的文字',
  },
}
