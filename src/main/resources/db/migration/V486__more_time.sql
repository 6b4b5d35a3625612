-- Answers to requests for more time before a last day has passed: each is a row, and rows are never changed.
create table tidig.more_time (
    id          bigint generated always as identity primary key,
    reference   text        not null,
    board       text        not null,
    -- COMPLETION, HEARING or LATER_HEARING: what the day is for.
    awaited     text        not null,
    granted     boolean     not null,
    due_before  date        not null,
    -- The same day where the request is refused.
    due_after   date        not null,
    reason      text        not null,
    answered_by text        not null,
    answered_at timestamptz not null
);
create index more_time_reference on tidig.more_time (reference, id);
