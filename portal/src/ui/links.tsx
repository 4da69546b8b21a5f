import { Anchor, type AnchorProps, Button, type ButtonProps } from '@mantine/core'
import { createLink, type LinkComponent } from '@tanstack/react-router'
import type { AnchorHTMLAttributes, Ref } from 'react'

/**
 * Links that look like Mantine's, with typed `to`, `params` and `search`. `component={Link}` loses these types: there
 * only an address without parameters compiles.
 */
type Native<Props> = Props &
  Omit<AnchorHTMLAttributes<HTMLAnchorElement>, keyof Props> & { ref?: Ref<HTMLAnchorElement> }

const PlainAnchor = (props: Native<AnchorProps>) => <Anchor {...props} />
const PlainButton = (props: Native<ButtonProps>) => <Button component="a" {...props} />

export const AnchorLink: LinkComponent<typeof PlainAnchor> = createLink(PlainAnchor)
export const ButtonLink: LinkComponent<typeof PlainButton> = createLink(PlainButton)
