-- Groups of staff: those that Tidig knows by itself, and those that a bundle has declared in bundle.yaml. None is removed:
-- a running case may still hand tasks to it.
create table tidig.staff_group (
    id   text primary key check (id ~ '^([a-zA-Z0-9]+|camunda-admin)$'),
    -- as people read it, in Swedish
    name text not null
);
comment on table tidig.staff_group is 'Reference data';
insert into tidig.staff_group (id, name) values
    ('registrars', 'Registratorer'),
    ('caseOfficers', 'Handläggare'),
    ('decisionMakers', 'Beslutsfattare'),
    ('headsOfUnit', 'Enhetschefer'),
    ('financeOfficers', 'Ekonomihandläggare'),
    ('financeApprovers', 'Attestanter'),
    ('coordinators', 'Samordnare'),
    ('processOwners', 'Processägare'),
    ('camunda-admin', 'Administratörer');

-- Who gave whom which groups, and when.
create table tidig.staff_change (
    at     timestamptz not null,
    actor  text not null,
    person text not null,
    groups text[] not null
);
comment on table tidig.staff_change is 'Reference data';
