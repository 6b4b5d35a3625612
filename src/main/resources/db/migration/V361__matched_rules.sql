-- Which rules of the table's version matched: {"cost-eligibility": ["rule id", ...], ...}; empty for checks made before.
alter table tidig.eligibility_record add column matched jsonb not null default '{}';
