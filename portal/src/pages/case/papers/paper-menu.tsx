import { Button, Menu } from '@mantine/core'
import { IconChevronDown, IconDownload } from '@tabler/icons-react'
import { useLanguage, useText } from '../../../app/language.tsx'
import { type Language, languages } from '../../../messages/index.ts'

type Paper = 'a4' | 'letter' | 'label'

/** One button for a paper that there is in several languages and sizes; the reader's language comes first. */
export function PaperMenu({
  label,
  path,
  papers,
  primary = false,
}: {
  label: string
  /** Of the operation, without `/api`. */
  path: string
  papers?: readonly Paper[]
  primary?: boolean
}) {
  const t = useText()
  const { language } = useLanguage()
  const ordered = (Object.keys(languages) as Language[]).sort(
    (a, b) => Number(b === language) - Number(a === language),
  )
  const choices = ordered.flatMap((one) =>
    (papers ?? [undefined]).map((paper) => ({
      key: `${one} ${paper}`,
      href: `/api${path}?${new URLSearchParams({ language: one, ...(paper && { paper }) })}`,
      text:
        paper === undefined
          ? languages[one]
          : t('documents.paper', { language: languages[one], paper: t(`documents.paper-${paper}`) }),
    })),
  )
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button
          variant={primary ? 'filled' : 'default'}
          leftSection={<IconDownload size={18} aria-hidden />}
          rightSection={<IconChevronDown size={16} aria-hidden />}
          className="no-print"
        >
          {label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {choices.map(({ key, href, text }) => (
          <Menu.Item key={key} component="a" href={href} download>
            {text}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
