// What was pasted: pictures and files, but not where text was copied along with them (a table, a passage): then the text is what was meant.

/** `pictureName`: for a picture that has none of its own, as a screenshot. */
export function pastedFiles(clipboard: DataTransfer | null, pictureName: string): readonly File[] {
  if (!clipboard || clipboard.types.includes('text/plain')) return []
  return Array.from(clipboard.files, (file) =>
    /^image\.\w+$/i.test(file.name) ? new File([file], file.name.replace(/^image/i, pictureName), { type: file.type }) : file,
  )
}
