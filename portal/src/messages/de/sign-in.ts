export default {
  title: 'Anmelden',
  lead: 'Technology Migration Incentive Program',
  email: 'E-Mail-Adresse',
  password: 'Passwort',
  submit: 'Anmelden',
}
