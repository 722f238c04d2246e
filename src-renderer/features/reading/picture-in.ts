// The picture that somebody pasted or dropped.

/** null where text was copied along with it (a table, a passage of a document): then the text is what was meant. */
export function pastedPicture(clipboard: DataTransfer | null): File | null {
  if (!clipboard || clipboard.types.includes('text/plain')) return null
  return filesOf(clipboard).find(({ type }) => type.startsWith('image/')) ?? null
}

/** Any file: one that is no picture gets its answer in the panel. */
export const droppedFile = (dropped: DataTransfer | null): File | null => (dropped && filesOf(dropped)[0]) ?? null

export const hasFiles = (dragged: DataTransfer | null): boolean => dragged?.types.includes('Files') ?? false

const filesOf = (transfer: DataTransfer): readonly File[] => Array.from(transfer.files)
