-- Selections of the register that people have saved under a name, for themselves or for a group at a board.
create table tidig.saved_view (
    id          bigint generated always as identity primary key,
    owner       text        not null,
    -- null: only the owner sees it
    board       text,
    staff_group text,
    name        text        not null,
    -- the parameters of the register's address
    query       text        not null,
    saved_at    timestamptz not null,
    check ((board is null) = (staff_group is null))
);
create index saved_view_owner on tidig.saved_view (owner);
create index saved_view_group on tidig.saved_view (staff_group, board) where staff_group is not null;

-- Who took which part of the register out as a file.
create table tidig.register_export (
    id     bigint generated always as identity primary key,
    at     timestamptz not null,
    person text        not null,
    format text        not null,
    query  text        not null,
    cases  integer     not null
);
