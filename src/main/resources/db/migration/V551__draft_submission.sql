-- A draft becomes an application once: the primary key refuses a second one.
create table tidig.draft_submission (
    draft        uuid        primary key references tidig.draft (id),
    reference    text        not null unique references tidig.application (reference),
    submitted_by text        not null,
    signer       text        not null,
    role         text        not null,
    -- SIGNATORY or AGENT
    capacity     text        not null,
    received_at  timestamptz not null,
    -- as they were handed in; the application's own change with completions
    answers      jsonb       not null
);
