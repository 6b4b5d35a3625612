create table tidig.assessment (
    id                        bigint generated always as identity primary key,
    version                   integer     not null,
    reference                 text        not null,
    board                     text        not null,
    role                      text        not null,
    assessor                  text        not null,
    need                      text        not null,
    goal                      text        not null,
    economic_activity         boolean     not null,
    economic_activity_reason  text        not null,
    earlier_reports           text        not null,
    earlier_reports_reason    text,
    external_material         text,
    score                     numeric(4, 1),
    assessed_at               timestamptz not null,
    unique (reference, role)
);

create table tidig.assessment_score (
    assessment bigint  not null references tidig.assessment,
    criterion  text    not null,
    score      integer not null check (score between 0 and 4),
    reason     text    not null,
    primary key (assessment, criterion)
);

-- What the assessment of a case came to; the grounds are those that a grant would fall on.
create table tidig.assessment_result (
    reference   text          primary key,
    board       text          not null,
    score       numeric(4, 1) not null,
    grounds     text[]        not null,
    assessed_at timestamptz   not null,
    version     integer       not null
);
