// One picture of a screen or window, after its owner chose which, in the browser's own dialog.

/** Whether this window can. */
export const canCaptureScreen = (): boolean => 'mediaDevices' in navigator && 'getDisplayMedia' in navigator.mediaDevices

/** null where they thought better of it. Errors: throws where it cannot be had. */
export async function captureScreen(name: string): Promise<File | null> {
  const stream = await navigator.mediaDevices.getDisplayMedia({ video: true, audio: false }).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'NotAllowedError') return null
    throw error
  })
  if (!stream) return null
  try {
    return new File([await onePicture(stream)], name, { type: 'image/png' })
  } finally {
    for (const track of stream.getTracks()) track.stop()
  }
}

async function onePicture(stream: MediaStream): Promise<Blob> {
  const video = document.createElement('video')
  video.srcObject = stream
  video.muted = true
  await video.play()
  const canvas = document.createElement('canvas')
  canvas.width = video.videoWidth
  canvas.height = video.videoHeight
  canvas.getContext('2d')?.drawImage(video, 0, 0)
  video.srcObject = null
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The screen gave no picture.'))), 'image/png'),
  )
}
