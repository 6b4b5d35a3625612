-- A proposal to move the closing of an open call, until another person has answered it.
create table tidig.closing_change (
    call        text primary key references tidig.call,
    closes_at   timestamptz not null,
    reason      text not null,
    proposed_by text not null
);

-- What came of a call in numbers, as compiled when its last grant was closed.
create table tidig.call_figure (
    call   text not null references tidig.call,
    stage  text not null,
    count  bigint not null,
    amount numeric(16, 2) not null,
    at     timestamptz not null,
    primary key (call, stage)
);
