/** Every screen of the portal, on one page. */
import { accountRoute } from '../pages/account/route.ts'
import { calculatorRoute } from '../pages/calculator/route.ts'
import {
  caseCertificatesRoute,
  caseFormsRoute,
  caseHistoryRoute,
  caseMessagesRoute,
  caseRoute,
  caseShippingRoute,
  caseTimeRoute,
  caseUnitsRoute,
} from '../pages/case/route.ts'
import { casesRoute } from '../pages/cases/route.ts'
import { certificateReviewRoute } from '../pages/certificate-review/route.ts'
import { chargeBacksRoute } from '../pages/charge-backs/route.ts'
import { dockRoute } from '../pages/dock/route.ts'
import { exposureRoute } from '../pages/exposure/route.ts'
import { formReviewRoute } from '../pages/form-review/route.ts'
import { goodsRoute } from '../pages/goods/route.ts'
import { invitationRoute } from '../pages/invitation/route.ts'
import { mandatesRoute } from '../pages/mandates/route.ts'
import { newCaseRoute } from '../pages/new-case/route.ts'
import { newOrderRoute } from '../pages/new-order/route.ts'
import { orderRoute } from '../pages/order/route.ts'
import { ordersRoute } from '../pages/orders/route.ts'
import { organisationRoute } from '../pages/organisation/route.ts'
import { organisationsRoute } from '../pages/organisations/route.ts'
import { owedRoute } from '../pages/owed/route.ts'
import { peopleRoute } from '../pages/people/route.ts'
import { portfolioRoute } from '../pages/portfolio/route.ts'
import { programmeRoute } from '../pages/programme/route.ts'
import { programmesRoute } from '../pages/programmes/route.ts'
import { queueRoute } from '../pages/queue/route.ts'
import { sealsRoute } from '../pages/seals/route.ts'
import { searchRoute } from '../pages/search/route.ts'
import { signInRoute } from '../pages/sign-in/route.ts'
import { startRoute } from '../pages/start/route.ts'
import { nowhereRoute, rootRoute, shellRoute } from './root-route.ts'

export const routeTree = rootRoute.addChildren([
  signInRoute,
  invitationRoute,
  shellRoute.addChildren([
    startRoute,
    accountRoute,
    searchRoute,
    owedRoute,
    portfolioRoute,
    casesRoute,
    newCaseRoute,
    ordersRoute,
    newOrderRoute,
    orderRoute,
    calculatorRoute,
    mandatesRoute,
    peopleRoute,
    queueRoute,
    certificateReviewRoute,
    formReviewRoute,
    goodsRoute,
    dockRoute,
    exposureRoute,
    chargeBacksRoute,
    organisationsRoute,
    organisationRoute,
    programmesRoute,
    programmeRoute,
    sealsRoute,
    caseRoute.addChildren([
      caseUnitsRoute,
      caseFormsRoute,
      caseCertificatesRoute,
      caseShippingRoute,
      caseTimeRoute,
      caseMessagesRoute,
      caseHistoryRoute,
    ]),
    nowhereRoute,
  ]),
])
