-- The findings that were put before the applicant, so that only what is new is put before it again (25 § FL).
alter table tidig.hearing add column codes text[] not null default '{}';

-- Why the last day was moved, or the application is examined as it is.
alter table tidig.completion add column outcome_reason text;

-- A demand that comes too early or again is rejected by a decision of its own, so that a case has several (12 § FL).
alter table tidig.decision_demand drop constraint decision_demand_pkey;
alter table tidig.decision_demand add column id bigint generated always as identity primary key;
alter table tidig.decision_demand add column standing text not null default 'ADMISSIBLE';
alter table tidig.decision_demand add column taken_up boolean not null default true;
alter table tidig.decision_demand alter column standing drop default;
alter table tidig.decision_demand alter column taken_up drop default;
create index on tidig.decision_demand (reference);
