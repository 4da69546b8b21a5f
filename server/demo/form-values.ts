/** What the demo's customer writes into a form, by the field keys that the form carries. */
export type Values = Readonly<Record<string, string>>

/** What every form needs before it can be taken over, in the words of its language. */
export const headerIn = (language: 'de' | 'en'): Values => {
  const [yes, no] = language === 'de' ? ['Ja', 'Nein'] : ['Yes', 'No']
  return {
    submitterName: 'Greta Geräte',
    submitterEmail: 'assets@rheinnetz.example',
    pickupAddress: 'Rheinallee 1, Tor "B"',
    pickupPostcode: '50667',
    pickupCity: 'Köln',
    pickupCountry: 'DE',
    contactName: 'Rita Rack',
    contactPhone: '+49 221 555 01',
    soleOwner: yes,
    authorisedChannel: yes,
    title: yes,
    dataRemoved: yes,
    batteries: no,
  }
}
