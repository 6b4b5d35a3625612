-- Calls for applications (utlysningar).
create table tidig.call (
    reference           text primary key,
    board               text not null,
    author              text not null,
    status              text not null,
    approved_by         text check (approved_by <> author),
    opened_at           timestamptz,
    closed_at           timestamptz,
    outcome_at          timestamptz,
    title               text not null,
    description         text not null,
    opens_at            timestamptz not null,
    closes_at           timestamptz not null,
    frame               numeric(14, 2) not null check (frame > 0),
    max_per_application numeric(14, 2) check (max_per_application > 0),
    max_months          integer check (max_months > 0),
    excluded_categories text[] not null default '{}',
    guidance            text not null,
    decision_by         date not null,
    interim_report_due  date,
    final_report_due    date not null,
    paying_board        text not null,
    contact             text not null,
    version             bigint not null,
    check (closes_at > opens_at)
);
create index on tidig.call (status, closes_at);

create table tidig.call_earmark (
    call       text not null references tidig.call,
    position   integer not null,
    focus_area text not null,
    amount     numeric(14, 2) not null check (amount > 0),
    primary key (call, position),
    unique (call, focus_area)
);

-- Running numbers of calls, per board and year, taken under the row's lock.
create table tidig.call_number (
    board text not null,
    year  integer not null,
    last  integer not null,
    primary key (board, year)
);

-- What happened to a call, and who did it.
create table tidig.call_event (
    id    bigint generated always as identity primary key,
    call  text not null references tidig.call,
    at    timestamptz not null,
    -- null where the process did it by itself
    actor text,
    text  text not null
);
create index on tidig.call_event (call);
