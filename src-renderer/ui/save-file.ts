// Hands a file that this page has to the person: the browser's download, Electron's dialog. A blob of our own is all either lets through.
const heldMs = 60_000

export function saveFile(name: string, content: Uint8Array<ArrayBuffer> | string): void {
  const url = URL.createObjectURL(new Blob([content]))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // Whoever is asked where to put it takes a while.
  setTimeout(() => URL.revokeObjectURL(url), heldMs)
}
