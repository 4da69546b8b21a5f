/** What the programme pays for: the carrier bills `accountReference`, the sender names `service`. */
export type PrepaidShipping = {
  readonly carrier: string
  readonly service: string
  readonly accountReference: string
}
