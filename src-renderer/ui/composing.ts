/** A key that belongs to the input method: Enter that picks a word there is not for us. 229 is what some report at the end of a composition. */
export const isComposing = (event: KeyboardEvent): boolean =>
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing newer tells the end of a composition in every input method
  event.isComposing || event.keyCode === 229
