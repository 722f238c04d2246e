/** How a text's vector comes from those of its tokens: their mean, or that of the first. */
export type Pooling = 'mean' | 'first'

/** `data` of shape [texts, tokens, width], or [texts, width] where the model pools itself. `lengths`: tokens that are the text's. */
export function pool(data: Float32Array, dims: readonly number[], lengths: readonly number[], pooling: Pooling): Float32Array[] {
  const width = dims.at(-1) ?? 0
  const tokens = dims.length === 3 ? dims[1]! : 1
  return lengths.map((length, text) => {
    const sum = new Float32Array(width)
    const counted = dims.length === 3 && pooling === 'mean' ? length : 1
    for (let token = 0; token < counted; token++) {
      const start = (text * tokens + token) * width
      for (let i = 0; i < width; i++) sum[i]! += data[start + i]!
    }
    return toUnit(sum)
  })
}

/** Of length 1; nothing stays nothing. */
function toUnit(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector)
  return length > 0 ? vector.map((value) => value / length) : vector
}
