-- The year whose prisbasbelopp the auditor's limit of a proposal was counted on (14 a §).
alter table tidig.proposal add column price_base_year integer;
