import { normaliseSku } from '../../../values/sku.ts'

/** What the reader knows of the catalogue; plain data, because it travels into the confined process. */
export interface KnownPart {
  readonly sku: string
  readonly family: string
  readonly kind: string
  readonly assemblyPartNumbers: readonly string[]
}
export interface PartIndex {
  readonly skus: ReadonlySet<string>
  /** SKUs by what leads to several of them: assembly part number, or family of a chassis. */
  readonly byAssembly: ReadonlyMap<string, readonly string[]>
  readonly chassisOfFamily: ReadonlyMap<string, readonly string[]>
  readonly chassis: ReadonlySet<string>
  /** SKUs that the case owes; null where there is no case. */
  readonly owed: ReadonlySet<string> | null
}

export function partIndex(parts: readonly KnownPart[], owed: readonly string[] | null): PartIndex {
  const byAssembly = new Map<string, string[]>()
  const chassisOfFamily = new Map<string, string[]>()
  for (const { sku, family, kind, assemblyPartNumbers } of parts) {
    for (const number of assemblyPartNumbers) byAssembly.set(number, [...(byAssembly.get(number) ?? []), sku])
    if (kind === 'chassis') chassisOfFamily.set(family, [...(chassisOfFamily.get(family) ?? []), sku])
  }
  return {
    skus: new Set(parts.map(({ sku }) => sku)),
    byAssembly,
    chassisOfFamily,
    chassis: new Set(parts.flatMap(({ sku, kind }) => (kind === 'chassis' ? [sku] : []))),
    owed: owed === null ? null : new Set(owed),
  }
}

/** What lines are wanted for: the devices of the case or, without one, all that the programme knows. */
export const wantedSkus = ({ owed, skus }: PartIndex): ReadonlySet<string> => owed ?? skus

/** `750-028467`, as printed on boards and by `show chassis hardware`, perhaps with its revision behind. */
export const assemblyOf = (text: string): string | null =>
  text.length > 40 ? null : (/^\s*(\d{3}-\d{6})(?:\s*-?\s*REV\.?\s*\w{1,3})?\s*$/i.exec(text)?.[1] ?? null)

export interface Led {
  readonly sku: string | null
  /** SKUs it may be, when nothing says which. */
  readonly candidates: readonly string[]
}

/**
 * The SKU of a line in a list that was not made for it: the catalogue's own name wins, then the part number on the board,
 * then the model, which for a chassis names a family of bundles. Of several the one that the case owes is meant.
 */
export function leadToSku(
  { typed, partNumber, isBuiltIn }: { typed: string; partNumber: string; isBuiltIn: boolean },
  index: PartIndex,
): Led {
  const words = typed
    .slice(0, 200)
    .split(/[\s,;()[\]]+/)
    .map(normaliseSku)
  const exact = [normaliseSku(typed), ...words].find((word) => index.skus.has(word))
  const assembly = assemblyOf(partNumber) ?? assemblyOf(typed)
  const byAssembly = (assembly === null ? undefined : index.byAssembly.get(assembly)) ?? []
  const byModel = words.flatMap((word) => index.chassisOfFamily.get(word) ?? [])
  // A card on which the chassis' own number stands (MX204) is not a second chassis.
  const fits = (sku: string) => !(isBuiltIn && index.chassis.has(sku))
  const both = byAssembly.filter((sku) => byModel.includes(sku))
  const candidates = [
    ...new Set(
      exact === undefined ? (both.length > 0 ? both : byAssembly.length > 0 ? byAssembly : byModel) : [exact],
    ),
  ].filter(fits)
  const { owed } = index
  if (exact !== undefined && fits(exact) && (owed === null || owed.has(exact)))
    return { sku: exact, candidates }
  const wider =
    owed === null ? [] : [...new Set([...byAssembly, ...byModel])].filter((sku) => fits(sku) && owed.has(sku))
  if (wider.length === 1) return { sku: wider[0] ?? null, candidates: wider }
  if (wider.length > 1) return { sku: null, candidates: wider }
  return { sku: candidates.length === 1 ? (candidates[0] ?? null) : null, candidates }
}
