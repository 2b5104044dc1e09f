import { graphql } from '../graphql.ts';

/** Who asks, and what they may do. */
export const DashboardViewer = graphql(`
  query DashboardViewer {
    viewer { id name workspace scopes }
  }
`);
