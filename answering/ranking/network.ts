/** A small network with one hidden layer: what is sure about a ranking is not a sum of what speaks for it. */
export type Network = {
  /** Of each number, taken off before it is divided by `scale`. */
  readonly mean: readonly number[]
  readonly scale: readonly number[]
  /** By hidden unit: a weight for each number, then its bias, then its weight in the result. */
  readonly hidden: readonly (readonly number[])[]
  readonly bias: number
}

/** The log-odds for the numbers, in the order in which the network was fitted. */
export function evaluateNetwork({ mean, scale, hidden, bias }: Network, numbers: ArrayLike<number>): number {
  const count = mean.length
  let result = bias
  for (const unit of hidden) {
    let sum = unit[count]!
    for (let i = 0; i < count; i++) sum += (unit[i]! * (numbers[i]! - mean[i]!)) / scale[i]!
    result += unit[count + 1]! * Math.tanh(sum)
  }
  return result
}
