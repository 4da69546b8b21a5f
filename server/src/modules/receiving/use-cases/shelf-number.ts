import { randomBytes } from 'node:crypto'

/** No I, L, O, U, as in case numbers: it is written on cardboard with a felt pen. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** The number that is written on goods that are set aside: `H-7K3Q9X2`. 32^7 of them, and a unique key. */
export const newShelfNumber = (): string =>
  `H-${Array.from(randomBytes(7), (byte) => ALPHABET[byte & 31]).join('')}`
