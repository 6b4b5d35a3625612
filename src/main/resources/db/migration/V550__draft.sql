-- Applications that are being written in the portal. An organisation has at most one open draft in a call.
create table tidig.draft (
    id           uuid primary key,
    call         text        not null,
    organisation text        not null,
    begun_by     text        not null,
    begun_at     timestamptz not null,
    -- counts the saves; a page that was shown at a version is compared with what the draft said then
    version      integer     not null,
    saved_by     text,
    saved_at     timestamptz,
    -- the questions of the form as its writers have been told of them, by key
    told_form    jsonb       not null,
    -- the closing time that they have been told of
    told_closing timestamptz not null,
    submitted    boolean     not null default false
);
create unique index draft_open on tidig.draft (call, organisation) where not submitted;
create index draft_organisation on tidig.draft (organisation);

-- What is typed now, exactly as it was posted, by the form's keys. Answers to questions that the form no longer has stay.
create table tidig.draft_answer (
    draft    uuid        not null references tidig.draft (id) on delete cascade,
    question text        not null,
    value    jsonb       not null,
    by       text        not null,
    at       timestamptz not null,
    primary key (draft, question)
);

-- The parts that have been saved, if only to say that they have no answer.
create table tidig.draft_part (
    draft uuid        not null references tidig.draft (id) on delete cascade,
    part  text        not null,
    by    text        not null,
    at    timestamptz not null,
    primary key (draft, part)
);

-- What each save replaced, and whose: nothing typed is lost, and the version that a page showed can be told.
create table tidig.draft_change (
    draft    uuid        not null references tidig.draft (id) on delete cascade,
    question text        not null,
    version  integer     not null,
    -- {"value": …}; null if nothing had been typed
    before   jsonb,
    -- what the page sent, if it was joined with what a colleague had saved
    mine     jsonb,
    -- the shown page that it was typed on
    page     text        not null,
    by       text        not null,
    at       timestamptz not null,
    primary key (draft, question, version)
);

-- Answers that a colleague had changed meanwhile, until their writer chooses, and afterwards what was chosen.
create table tidig.draft_conflict (
    id       bigint generated always as identity primary key,
    draft    uuid        not null references tidig.draft (id) on delete cascade,
    question text        not null,
    before   jsonb,
    mine     jsonb,
    by       text        not null,
    at       timestamptz not null,
    ended_at timestamptz,
    -- MINE, THEIRS, JOINT; REPLACED by newer text of the same person
    ended    text
);
create index draft_conflict_open on tidig.draft_conflict (draft, by) where ended_at is null;

-- Who has which part of a draft open.
create table tidig.draft_visit (
    draft  uuid        not null references tidig.draft (id) on delete cascade,
    person text        not null,
    part   text        not null,
    since  timestamptz not null,
    at     timestamptz not null,
    primary key (draft, person)
);
