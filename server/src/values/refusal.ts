/**
 * An expected "no", returned and never thrown. `refused` is the stable code that the API, the command line and the
 * message catalogues share; the other fields are the data a person needs to mend it.
 */
export type Refusal<Code extends string = string, Data extends object = object> = {
  readonly refused: Code
} & Readonly<Data>

export const isRefused = <T>(value: T): value is Extract<T, { readonly refused: string }> =>
  typeof value === 'object' && value !== null && 'refused' in value
