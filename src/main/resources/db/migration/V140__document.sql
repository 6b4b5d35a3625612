create table tidig.document (
    id           uuid primary key,
    reference    text        not null,
    board        text        not null,
    kind         text        not null,
    title        text        not null,
    filename     text        not null,
    content_type text        not null,
    sha256       text        not null,
    size         bigint      not null,
    content      bytea       not null,
    created_at   timestamptz not null,
    created_by   text,
    origin       text,
    -- What is written by a step of a process is written once, also where the step is run again.
    unique (reference, kind, origin)
);

create index on tidig.document (reference, created_at);
