-- Every deployment of the bundle, in order. The engine's own list knows neither content nor origin, and its times follow
-- a clock that tests and demonstrations move.
create table tidig.bundle_deployment (
    number bigint generated always as identity primary key,
    deployment text not null,
    hash text not null,
    origin text not null check (origin in ('START', 'PERSON')),
    actor text,
    deployed_at timestamptz not null
);

comment on table tidig.bundle_deployment is 'Reference data';
