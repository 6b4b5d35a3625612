-- A person with the right to submit invites another, by e-mail address, to act for the organisation.
create table tidig.organisation_invitation (
    id           uuid primary key default gen_random_uuid(),
    organisation text        not null references tidig.organisation (number),
    email        text        not null check (email = lower(email)),
    "right"      text        not null check ("right" in ('READ', 'WRITE', 'SUBMIT')),
    invited_by   uuid        not null references tidig.applicant_person (id),
    invited_at   timestamptz not null,
    expires_at   timestamptz not null,
    answer       text check (answer in ('ACCEPTED', 'DECLINED', 'WITHDRAWN')),
    answered_at  timestamptz,
    check ((answer is null) = (answered_at is null))
);
create unique index on tidig.organisation_invitation (organisation, email) where answer is null;
create index on tidig.organisation_invitation (email) where answer is null;

-- A person asks to act for an organisation that is known already. Those who may submit for it answer; if it has no
-- people, staff do.
create table tidig.organisation_request (
    id           uuid primary key default gen_random_uuid(),
    organisation text        not null references tidig.organisation (number),
    person       uuid        not null references tidig.applicant_person (id),
    position     text        not null,
    asked_at     timestamptz not null,
    answer       text check (answer in ('ADMITTED', 'REFUSED', 'WITHDRAWN')),
    answered_at  timestamptz,
    check ((answer is null) = (answered_at is null))
);
create unique index on tidig.organisation_request (organisation, person) where answer is null;

-- What was done about who acts for an organisation, in order; names as they were then.
create table tidig.organisation_event (
    id           bigint generated always as identity primary key,
    organisation text        not null references tidig.organisation (number),
    at           timestamptz not null,
    actor        text        not null,
    what         text        not null,
    about        text,
    "right"      text
);
create index on tidig.organisation_event (organisation, id);
