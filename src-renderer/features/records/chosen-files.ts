/** What a form must know of its files: how many are chosen and not uploaded, and how to upload them. */
export interface ChosenFiles {
  pendingCount(): number
  /** False where one could not be uploaded. */
  uploadAll(): Promise<boolean>
}
export type FilesAnswer = 'upload' | 'without' | 'back'
