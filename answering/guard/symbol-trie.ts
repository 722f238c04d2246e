// Sequences of symbols with numbers at their ends. Edges lie in one open hash table: a step costs one probe, whatever the size.

/** The root. */
export const ROOT = 0
/** No such node. */
export const NONE = -1

const NO_VALUES: readonly number[] = []
/** The table is doubled before it is fuller than this. */
const FULLNESS_MAX = 0.5

export class SymbolTrie {
  private nodeCount = 1
  private edgeCount = 0
  private mask = 15
  /** Three numbers an edge: node + 1 (0 for a free place), symbol, child. */
  private edges = new Int32Array(3 * (this.mask + 1))
  private readonly values: (number[] | undefined)[] = []

  add(symbols: Iterable<number>, value: number): void {
    let node = ROOT
    for (const symbol of symbols) {
      const next = this.child(node, symbol)
      node = next === NONE ? this.addEdge(node, symbol) : next
    }
    const values = (this.values[node] ??= [])
    if (!values.includes(value)) values.push(value)
  }

  child(node: number, symbol: number): number {
    for (let place = this.placeOf(node, symbol); ; place = (place + 1) & this.mask) {
      const at = 3 * place
      const owner = this.edges[at]!
      if (owner === 0) return NONE
      if (owner === node + 1 && this.edges[at + 1] === symbol) return this.edges[at + 2]!
    }
  }

  valuesAt(node: number): readonly number[] {
    return this.values[node] ?? NO_VALUES
  }

  private addEdge(node: number, symbol: number): number {
    if ((this.edgeCount + 1) / (this.mask + 1) > FULLNESS_MAX) this.enlarge()
    this.put(node, symbol, this.nodeCount)
    this.edgeCount += 1
    return this.nodeCount++
  }

  private put(node: number, symbol: number, child: number): void {
    let place = this.placeOf(node, symbol)
    while (this.edges[3 * place] !== 0) place = (place + 1) & this.mask
    this.edges.set([node + 1, symbol, child], 3 * place)
  }

  private enlarge(): void {
    const old = this.edges
    this.mask = 2 * this.mask + 1
    this.edges = new Int32Array(3 * (this.mask + 1))
    for (let at = 0; at < old.length; at += 3) if (old[at] !== 0) this.put(old[at]! - 1, old[at + 1]!, old[at + 2]!)
  }

  private placeOf(node: number, symbol: number): number {
    const mixed = Math.imul(node, 0x9e3779b1) ^ Math.imul(symbol + 0x7f4a7c15, 0x85ebca6b)
    return (mixed ^ (mixed >>> 15)) & this.mask
  }
}
