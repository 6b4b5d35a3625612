-- What a decision states of plan, auditor and reports (13 to 14 a §§) is counted when it is proposed and then followed.
alter table tidig.proposal add column interim_report_due date;
alter table tidig.proposal add column final_report_due date;
alter table tidig.proposal add column paying_board text;
alter table tidig.proposal add column audit text;
alter table tidig.proposal add column counted_on date;

-- Decisions from before have their terms as sentences, in payments and audit.
alter table tidig.decision add column auditor text;

create table tidig.planned_step (
    proposal bigint references tidig.proposal,
    decision text references tidig.decision,
    position integer        not null,
    kind     text           not null,
    amount   numeric(15, 2) not null,
    due      date           not null,
    latest   date,
    check (num_nonnulls(proposal, decision) = 1),
    unique (proposal, position),
    unique (decision, position)
);
