-- What people tell of pages that they cannot use (lag 2018:1937): read by administrators.
create table tidig.accessibility_report (
    id          bigint generated always as identity primary key,
    at          timestamptz not null,
    text        text        not null,
    email       text,
    answered_by text,
    answered_at timestamptz
);
