-- Who is, or may be, disqualified in a case (16–18 §§ FL). Earlier declarations stay when a new one is made.
create table tidig.recusal (
    id            bigint generated always as identity primary key,
    version       integer     not null,
    reference     text        not null,
    board         text        not null,
    person        text        not null,
    ground        text        not null,
    circumstances text        not null,
    state         text        not null,
    declared_at   timestamptz not null,
    reviewer      text,
    review_reason text,
    reviewed_at   timestamptz
);
create index on tidig.recusal (reference, person);
