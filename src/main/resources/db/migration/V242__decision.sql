create table tidig.proposal (
    id             bigint generated always as identity primary key,
    version        integer        not null,
    reference      text           not null,
    board          text           not null,
    kind           text           not null,
    amount         numeric(15, 2) not null,
    reasons        text           not null,
    paragraphs     text[]         not null,
    conditions     text[]         not null,
    findings_reason text,
    proposer       text           not null,
    proposed_at    timestamptz    not null,
    state          text           not null,
    returned_by    text,
    return_reason  text,
    returned_at    timestamptz
);
create index on tidig.proposal (reference, id);
-- One proposal at a time lies before a decision maker.
create unique index on tidig.proposal (reference) where state = 'OPEN';

create table tidig.decision (
    reference          text           primary key,
    version            integer        not null,
    board              text           not null,
    call               text           not null,
    kind               text           not null,
    amount             numeric(15, 2) not null,
    requested          numeric(15, 2) not null,
    reasons            text           not null,
    paragraphs         text[]         not null,
    conditions         text[]         not null,
    decided_on         date           not null,
    decided_at         timestamptz    not null,
    decider            text           not null,
    proposer           text,
    participants       text[]         not null,
    dissent            text,
    interim_report_due date,
    final_report_due   date,
    paying_board       text,
    payments           text[]         not null,
    audit              text
);
create index on tidig.decision (call);

-- The grounds of an adverse decision: what the check of the conditions found and a person upheld.
create table tidig.decision_ground (
    decision  text    not null references tidig.decision,
    position  integer not null,
    paragraph text    not null,
    reason    text    not null,
    primary key (decision, position)
);
