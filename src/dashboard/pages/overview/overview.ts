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

/** What may need a person. */
export const Needs = graphql(`
  query Needs {
    systems {
      id
      name
      health { state failedDeliveries credentialExpiresAt }
    }
    conflicts(first: 1, open: true) { totalCount }
    quarantinedRecords { since }
  }
`);

/** How much happened in each of the last 24 hours. */
export const LastDay = graphql(`
  query LastDay {
    activity(hours: 24) { from changes failures }
  }
`);

/** What is being read just now. */
export const RunsUnderWay = graphql(`
  query RunsUnderWay {
    syncRuns(first: 20, filter: { states: [RUNNING] }) {
      nodes { id startedAt read progress system { id name } }
    }
  }
`);
