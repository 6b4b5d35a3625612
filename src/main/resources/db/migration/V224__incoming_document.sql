-- Documents that a registrar entered, until and after they have reached their case.
create table tidig.incoming_document (
    number        bigint generated always as identity primary key,
    reference     text        not null,
    board         text        not null,
    kind          text        not null,
    text          text,
    received_on   date        not null,
    registered_by text        not null,
    registered_at timestamptz not null
);
create index on tidig.incoming_document (reference);
