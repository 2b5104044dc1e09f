/** The tables of alerts and of what is sent to targets. */
export interface AlertTables {
  targets: TargetTable;
  messages: MessageTable;
  alert_rules: AlertRuleTable;
  alerts: AlertTable;
}

/** Where messages can be sent to; `recipients` is a list of e-mail addresses. */
export interface TargetTable {
  workspace: string;
  id: string;
  name: string;
  enabled: number;
  via: string;
  url: string | null;
  recipients: string;
  secret: string | null;
  old_secret: string | null;
  old_secret_until: number | null;
  why_off: string | null;
  created_at: number;
}

/** What is to be sent to targets and what was; those of one target and thread go in the order of their ids. */
export interface MessageTable {
  workspace: string;
  id: string;
  target_id: string;
  thread: string;
  cause: string;
  type: string;
  subject: string;
  words: string;
  body: string;
  status: string;
  attempts: number;
  next_attempt_at: number | null;
  leased_until: number | null;
  error: string | null;
  created_at: number;
  settled_at: number | null;
}

/** `definition` is what is in force, `shipped` what came with the gateway. */
export interface AlertRuleTable {
  workspace: string;
  id: string;
  definition: string;
  shipped: string | null;
  muted_until: number | null;
}

/** Alerts, current and past; `told` lists the targets that were told. */
export interface AlertTable {
  workspace: string;
  id: string;
  rule_id: string;
  subject: string;
  system: string | null;
  message: string;
  state: string;
  since: number;
  raised_at: number | null;
  recovered_at: number | null;
  told: string;
  at: number;
}
