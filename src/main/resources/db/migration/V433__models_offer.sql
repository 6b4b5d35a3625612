-- Models that a start brought and did not put in force, since process owners had published others; what differs by file,
-- and what of the models in force the program finds wrong. Process owners are told by the task Nya medföljande modeller.
alter table tidig.bundle_deployment drop constraint bundle_deployment_origin_check;
alter table tidig.bundle_deployment add constraint bundle_deployment_origin_check
    check (origin in ('START', 'FOLDER', 'PERSON'));

create table tidig.models_offer (
    number     bigint generated always as identity primary key,
    hash       text        not null,
    origin     text        not null,
    faults     text[]      not null,
    offered_at timestamptz not null
);
comment on table tidig.models_offer is 'Reference data';

create table tidig.models_offer_file (
    offer  bigint not null references tidig.models_offer,
    file   text   not null,
    change text   not null,
    primary key (offer, file)
);
comment on table tidig.models_offer_file is 'Reference data';
