import { graphql } from '../../src/client/generated/index.ts';

export const CONNECT_SYSTEM = graphql(`
  mutation ConnectSystem($input: ConnectSystemInput!) {
    connectSystem(input: $input) {
      connected
      system { id health { state } }
      checks { what ok message code }
      userErrors { path code message }
    }
  }
`);

export const DISCONNECT_SYSTEM = graphql(`
  mutation DisconnectSystem($system: ID!) {
    disconnectSystem(system: $system) {
      system { id health { state } }
      userErrors { path code message }
    }
  }
`);

export const CONNECTIONS = graphql(`
  query Connections {
    systems {
      id
      health { state }
      capabilities { type }
      connection {
        origin
        connectedAt
        refused
        webhookUrl
        consentUrl
        settings { name required secret example isSet value }
        checks { what ok message code }
      }
    }
  }
`);
