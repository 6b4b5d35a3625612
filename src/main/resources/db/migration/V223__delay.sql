-- The applicant's demand that the case be decided: once in a case (12 § FL).
create table tidig.decision_demand (
    reference   text primary key,
    version     integer     not null,
    board       text        not null,
    received_on date        not null,
    text        text        not null,
    answer      text,
    reasons     text,
    answered_by text,
    answered_at timestamptz
);

-- Notices that the decision will be considerably delayed (11 § FL).
create table tidig.delay_notice (
    id          bigint generated always as identity primary key,
    reference   text        not null,
    board       text        not null,
    reason      text        not null,
    expected_on date        not null,
    noticed_by  text        not null,
    noticed_at  timestamptz not null
);
create index on tidig.delay_notice (reference);
