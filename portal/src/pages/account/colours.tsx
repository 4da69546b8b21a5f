import { Paper, SegmentedControl, Text, Title, useMantineColorScheme } from '@mantine/core'
import { IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react'
import { useText } from '../../app/language.tsx'

const choices = [
  { value: 'auto', icon: IconDeviceDesktop },
  { value: 'light', icon: IconSun },
  { value: 'dark', icon: IconMoon },
] as const

export function Colours() {
  const t = useText()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <Paper withBorder p="lg" component="section">
      <Title order={2}>{t('people.colours')}</Title>
      <Text size="sm" c="dimmed" mb="sm">
        {t('people.colours-help')}
      </Text>
      <SegmentedControl
        aria-label={t('people.colours')}
        value={colorScheme}
        onChange={(value) => setColorScheme(choices.find((one) => one.value === value)?.value ?? 'auto')}
        data={choices.map(({ value, icon: Icon }) => ({
          value,
          label: (
            <span style={{ display: 'inline-flex', alignItems: 'center', gap: 6 }}>
              <Icon size={16} aria-hidden />
              {t(`people.colours-${value}`)}
            </span>
          ),
        }))}
      />
    </Paper>
  )
}
