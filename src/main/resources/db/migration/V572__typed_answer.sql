-- What a party's person has typed on a page of a case and not sent yet; gone when it is sent.
create table tidig.typed_answer (
    person    text        not null,
    reference text        not null,
    act       text        not null,
    token     uuid        not null,
    answers   jsonb       not null default '{}',
    -- null until something is saved
    saved_at  timestamptz,
    primary key (person, reference, act)
);

-- The pages that have been sent, so that one sent twice is received once.
create table tidig.sent_answer (
    token     uuid        primary key,
    person    text        not null,
    reference text        not null,
    act       text        not null,
    -- of the answers as they were sent
    digest    text        not null,
    sent_at   timestamptz not null
);
