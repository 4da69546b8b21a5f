import type { Refusal } from '../../../values/refusal.ts'
import { everywhere, type Site } from './schema/logistics.ts'
import type { Programme } from './schema.ts'

export type NoSite = Refusal<'no-site-for-country', { readonly country: string }>

/** Where goods from a country go: a site that names the country, else one that names its region, else one for all. */
export const siteFor = (programme: Programme, countryCode: string): Site | NoSite => {
  const country = countryCode.trim().toUpperCase()
  const region = Object.entries(programme.regions).find(([, countries]) => countries.includes(country))?.[0]
  for (const word of [country, region, everywhere]) {
    const site = word === undefined ? undefined : programme.sites.find(({ serves }) => serves.includes(word))
    if (site !== undefined) return site
  }
  return { refused: 'no-site-for-country', country }
}
