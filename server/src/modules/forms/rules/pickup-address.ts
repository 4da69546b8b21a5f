import type { FormReading } from './reading.ts'

/** Where the devices stand, in the lines of a letter, from what the customer wrote on the form. */
export const pickupAddress = (header: FormReading['header']): string[] =>
  [
    header.pickupAddress,
    [header.pickupPostcode, header.pickupCity].filter(Boolean).join(' '),
    header.pickupCountry,
  ].flatMap((line) => line || [])
