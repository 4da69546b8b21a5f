export default {
  title: 'Sign in',
  lead: 'Technology Migration Incentive Program',
  email: 'E-mail address',
  password: 'Password',
  submit: 'Sign in',
}
