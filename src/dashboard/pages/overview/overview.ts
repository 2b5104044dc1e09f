import { graphql } from '../../app/graphql.ts';

/** How all systems are. */
export const Overview = graphql(`
  query Overview {
    systems {
      id
      name
      health {
        state
        error
        lastChangeAt
        lastPollAt
        lastWebhookAt
        credentialExpiresAt
        budget { limit remaining dailyLimit dailyRemaining }
        pendingDeliveries
        failedDeliveries
        missedWebhooks
      }
    }
  }
`);
