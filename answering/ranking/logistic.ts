/** A bias, and a weight for each named number. Names that the model does not have count for nothing. */
export type LogisticModel = { readonly bias: number; readonly weights: Float64Array }

/** The model with its weights in the order of `names`; weights.json keeps them by name so that a person can read it. */
export function readModel(json: Readonly<Record<string, number>>, names: readonly string[]): LogisticModel {
  return { bias: json.bias ?? 0, weights: Float64Array.from(names, (name) => json[name] ?? 0) }
}

/** bias + weights · numbers. */
export function logit(model: LogisticModel, numbers: ArrayLike<number>): number {
  let sum = model.bias
  for (let i = 0; i < model.weights.length; i++) sum += model.weights[i]! * numbers[i]!
  return sum
}

export const sigmoid = (logit: number): number => 1 / (1 + Math.exp(-logit))
