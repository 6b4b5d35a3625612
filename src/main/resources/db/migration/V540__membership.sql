-- Who acts for which organisation in the portal, and what they may do there; each right includes the ones before it.
create table tidig.membership (
    person       uuid        not null references tidig.applicant_person (id),
    organisation text        not null references tidig.organisation (number),
    "right"      text        not null check ("right" in ('READ', 'WRITE', 'SUBMIT')),
    -- in the person's own words: chair, head of unit
    position     text,
    since        timestamptz not null,
    primary key (person, organisation)
);
create index on tidig.membership (organisation);
