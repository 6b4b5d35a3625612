-- Applicants, by organisation number; what the newest application says about them.
create table tidig.organisation (
    number       text primary key check (number ~ '^[0-9]{10}$'),
    name         text        not null,
    type         text,
    email        text,
    phone        text,
    address      text,
    giro         text,
    version      integer     not null,
    updated_at   timestamptz not null
);

-- Those who act for the organisation.
create table tidig.organisation_person (
    organisation text not null references tidig.organisation (number) on delete cascade,
    name         text not null,
    role         text
);
create index on tidig.organisation_person (organisation);

-- Due, enforceable claims to recover a grant; seen by every board (9 § 3 of ordinance 2016:1364).
create table tidig.overdue_claim (
    claim        text primary key,
    organisation text           not null,
    board        text           not null,
    amount       numeric(15, 2) not null check (amount > 0),
    due_on       date           not null,
    settled_on   date
);
create index on tidig.overdue_claim (organisation);
