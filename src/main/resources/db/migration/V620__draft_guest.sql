-- A person who is invited to one draft. The right holds for that draft only, and not for the organisation.
create table tidig.draft_guest (
    id          uuid        primary key default gen_random_uuid(),
    draft       uuid        not null references tidig.draft (id) on delete cascade,
    email       text        not null check (email = lower(email)),
    "right"     text        not null check ("right" in ('READ', 'WRITE', 'SUBMIT')),
    invited_by  text        not null,
    invited_at  timestamptz not null,
    expires_at  timestamptz not null,
    accepted_at timestamptz,
    -- declined, taken back or left
    ended_at    timestamptz
);
create unique index on tidig.draft_guest (draft, email) where ended_at is null;
create index on tidig.draft_guest (email) where ended_at is null;

-- What was done about who takes part in a draft, in order; names as they were then.
create table tidig.draft_event (
    id      bigint generated always as identity primary key,
    draft   uuid        not null references tidig.draft (id) on delete cascade,
    at      timestamptz not null,
    actor   text        not null,
    what    text        not null,
    about   text,
    "right" text
);
create index on tidig.draft_event (draft, id);
