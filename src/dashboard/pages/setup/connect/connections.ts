import { graphql } from '../../../app/graphql.ts';

/** How all systems are connected, and what each has to be told. */
export const SetupConnections = graphql(`
  query SetupConnections {
    systems {
      id
      name
      health { state error }
      connection {
        origin
        connectedAt
        refused
        webhookUrl
        consentUrl
        settings { name required secret example isSet value }
      }
    }
  }
`);

/** Tries all connected systems now. */
export const SetupChecks = graphql(`
  query SetupChecks {
    systems { id connection { checks { what ok message code } } }
  }
`);

/** Tries settings on a system, or connects it with them. */
export const SetupConnect = graphql(`
  mutation SetupConnect($input: ConnectSystemInput!) {
    connectSystem(input: $input) {
      connected
      system { id health { state error } connection { origin } }
      checks { what ok message code }
      userErrors { path code message }
    }
  }
`);

/** Takes a system from work. */
export const SetupDisconnect = graphql(`
  mutation SetupDisconnect($system: ID!) {
    disconnectSystem(system: $system) {
      system { id health { state } connection { origin } }
      userErrors { path code message }
    }
  }
`);
