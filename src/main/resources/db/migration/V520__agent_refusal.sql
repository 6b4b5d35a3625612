-- Agents who are questioned and whom a decision may refuse to take part (14 § FL). A row is changed once, when it is
-- decided.
create table tidig.agent_refusal (
    id          bigint generated always as identity primary key,
    reference   text        not null,
    board       text        not null,
    agent_name  text        not null,
    agent_email text        not null,
    grounds     text        not null,
    -- what party and agent have said, or why they were not asked (25 § FL)
    heard       text        not null,
    proposed_by text        not null,
    proposed_at timestamptz not null,
    refused     boolean,
    reasons     text,
    -- 30 and 31 §§ FL; null where nobody has told any
    dissent     text,
    decided_by  text,
    decided_at  timestamptz,
    check ((refused is null) = (decided_at is null))
);
create index agent_refusal_reference on tidig.agent_refusal (reference);

-- The last day for the sender to confirm; null in rows from before there was one.
alter table tidig.confirmation add column confirm_by date;
-- When an officer entered that the sender does not confirm a document, which is then asked for no more.
alter table tidig.confirmation add column dropped_at timestamptz;
