/** What the buttons of a toolbar ask of SendFiles.vue. */
export interface FileSending {
  choosePictures(): void
  chooseFiles(): void
  /** One picture of a screen or window, chosen by its owner. */
  capture(): Promise<void>
}
