-- Documents that the sender was asked to confirm (21 § FL); document is null for the application itself. A row is
-- changed once, when it is confirmed.
create table tidig.confirmation (
    id           bigint generated always as identity primary key,
    reference    text        not null,
    board        text        not null,
    document     text,
    reason       text        not null,
    asked_by     text        not null,
    asked_at     timestamptz not null,
    confirmed_by text,
    confirmed_at timestamptz,
    check ((confirmed_by is null) = (confirmed_at is null))
);
create index on tidig.confirmation (reference);

-- What an order rests on besides 20 § FL, such as 15 § for a power of attorney; null where there is nothing more.
alter table tidig.completion add column provision text;
