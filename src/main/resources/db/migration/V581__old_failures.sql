-- Failures that no longer count are deleted with the next failure, so that nobody fills the table with made-up accounts.
create index login_failure_last_at on tidig.login_failure (last_at);
create index login_turn_due_at on tidig.login_turn (due_at);
