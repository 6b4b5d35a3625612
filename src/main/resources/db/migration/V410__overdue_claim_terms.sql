-- Of which decision a claim is, and since when it can be enforced (35 § FL); null while it cannot.
alter table tidig.overdue_claim
    add column decision       text,
    add column decided_on     date,
    add column enforceable_on date;

-- Until now only enforceable claims were entered.
update tidig.overdue_claim set enforceable_on = due_on;

-- What the decision on a claim says; null where the sum is waived, nothing is owed, or it was noted before.
alter table tidig.repayment_claim
    add column decision       text,
    add column decided_on     date,
    add column due_on         date,
    add column enforceable_on date,
    add column ended_on       date;
