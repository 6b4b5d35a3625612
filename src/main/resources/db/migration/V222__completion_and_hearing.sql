-- Requests to complete an application: informal (6 and 23 §§ FL) or by order (20 § FL).
create table tidig.completion (
    id           uuid primary key,
    version      integer     not null,
    reference    text        not null,
    board        text        not null,
    round        integer     not null,
    kind         text        not null,
    codes        text[]      not null,
    text         text        not null,
    consequence  text,
    due_on       date        not null,
    requested_by text        not null,
    requested_at timestamptz not null,
    answered_at  timestamptz,
    expired_at   timestamptz,
    unique (reference, round)
);

-- What is put before the applicant before a decision against it (25 § FL).
create table tidig.hearing (
    id           uuid primary key,
    version      integer     not null,
    reference    text        not null,
    board        text        not null,
    text         text        not null,
    due_on       date        not null,
    requested_by text        not null,
    requested_at timestamptz not null,
    reply        text,
    replied_at   timestamptz
);
create index on tidig.hearing (reference);
