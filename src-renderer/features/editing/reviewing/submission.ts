// What is said when a draft is handed in, and what is missing from it.
export interface Submission {
  /** null: not decided yet; only asked where something was served before. */
  isSubstantive: boolean | null
  changeNote: string
  isTimed: boolean
  /** As a box for day and time has it: 2026-11-26T14:00 in the machine's zone. */
  publishAt: string
}

export const blankSubmission = (): Submission => ({ isSubstantive: null, changeNote: '', isTimed: false, publishAt: '' })

export type SubmissionFault = 'kind' | 'note' | 'time' | 'past'

export function submissionFaults(submission: Submission, wasServed: boolean, now: number): SubmissionFault[] {
  const { isSubstantive, changeNote, isTimed, publishAt } = submission
  const faults: SubmissionFault[] = []
  if (wasServed && isSubstantive === null) faults.push('kind')
  if (wasServed && isSubstantive === true && changeNote.trim() === '') faults.push('note')
  if (!isTimed) return faults
  const at = new Date(publishAt).getTime()
  if (Number.isNaN(at)) faults.push('time')
  else if (at <= now) faults.push('past')
  return faults
}

export const bodyOf = ({ isSubstantive, changeNote, isTimed, publishAt }: Submission) => ({
  changeNote: changeNote.trim(),
  isSubstantive: isSubstantive === true,
  publishAt: isTimed ? new Date(publishAt).getTime() : null,
})
