export interface SelectGroup {
  /** '' for options under no heading. */
  readonly label: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
}
