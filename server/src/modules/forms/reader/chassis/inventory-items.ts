/** One line of `show chassis hardware`: a part with what Junos read from its memory chip. */
export interface ChassisItem {
  /** Such as `FPC 0` or `Xcvr 1`. */
  readonly name: string
  /** 0 for what sits in the chassis itself, 1 for what sits in one of those. */
  readonly depth: number
  readonly version: string
  /** Assembly part number such as `750-028467`; `BUILTIN` and the like stand here as printed. */
  readonly partNumber: string
  readonly serial: string
  readonly description: string
  /** The orderable name, where the output brings it (`models`, XML). */
  readonly model: string
}

/** One chassis, or one member of a virtual chassis, in the order of the output; the chassis itself comes first. */
export interface ChassisInventory {
  /** From the prompt, where one was pasted along. */
  readonly host: string
  /** The heading above it in an output of several members or routing engines, such as `node0`. */
  readonly member: string
  readonly items: readonly ChassisItem[]
}

/** What begins an inventory of its own. */
export const isChassis = (name: string): boolean => /^chassis$/i.test(name)
