-- How a call's prioritisation is to be made: what people have chosen along the way.
create table tidig.ranking_choice (
    call             text primary key references tidig.call,
    reserve          boolean not null default false,
    release_earmarks boolean not null default false
);

-- Versions of a call's ranking; the last one is settled.
create table tidig.ranking (
    id                bigint generated always as identity primary key,
    call              text not null references tidig.call,
    version           integer not null,
    computed_at       timestamptz not null,
    -- null where it was computed by itself
    actor             text,
    earmarks_released boolean not null,
    settled_at        timestamptz,
    settled_by        text,
    unique (call, version)
);
create unique index on tidig.ranking (call) where settled_at is not null;

create table tidig.placement (
    ranking   bigint not null references tidig.ranking,
    reference text not null,
    -- null where not assessed
    rank      integer,
    score     numeric(4, 1),
    requested numeric(15, 2) not null,
    max_grant numeric(15, 2) not null,
    amount    numeric(15, 2) not null check (amount between 0 and max_grant),
    kind      text not null,
    reason    text not null,
    adjusted  boolean not null,
    primary key (ranking, reference)
);
create index on tidig.placement (reference);

-- Who set which amount, and why; a null amount takes an earlier one back.
create table tidig.ranking_adjustment (
    id        bigint generated always as identity primary key,
    call      text not null references tidig.call,
    reference text not null,
    amount    numeric(15, 2) check (amount >= 0),
    reason    text not null,
    actor     text not null,
    at        timestamptz not null
);
create index on tidig.ranking_adjustment (call);
