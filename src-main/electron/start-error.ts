/** The program cannot start, and the person is told why: the message is a sentence for them. */
export class StartError extends Error {
  override readonly name = 'StartError'
}
