create table tidig.application (
    reference           text primary key,
    call                text           not null,
    board               text           not null,
    number              integer        not null,
    organisation_number text           not null,
    applicant_name      text           not null,
    email               text,
    status              text           not null,
    received_at         timestamptz    not null,
    entered_at          timestamptz    not null,
    entered_by          text,
    diary_number        text,
    requested_amount    numeric(15, 2),
    answers             jsonb          not null,
    version             integer        not null,
    unique (call, number),
    unique (board, diary_number)
);
create index on tidig.application (call, status);
create index on tidig.application (organisation_number);

-- The last number that each board's own series of diary numbers has given in a year.
create table tidig.diary_series (
    board text    not null,
    year  integer not null,
    last  integer not null,
    primary key (board, year)
);

-- What came in and what was done, for the case page and for the record (27 § FL).
create table tidig.case_event (
    id        bigint generated always as identity primary key,
    reference text        not null,
    board     text        not null,
    at        timestamptz not null,
    actor     text,
    kind      text        not null,
    text      text        not null
);
create index on tidig.case_event (reference, id);
