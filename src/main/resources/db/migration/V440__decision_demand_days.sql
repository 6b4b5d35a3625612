-- The last day to decide or to refuse a demand (12 § FL), as counted and as moved to the next weekday (lagen 1930:173).
-- Demands from before were told four weeks without a moved day, and keep the day that was told.
alter table tidig.decision_demand
    add column answer_counted_on date,
    add column answer_by date;

update tidig.decision_demand set answer_counted_on = received_on + 28, answer_by = received_on + 28;

alter table tidig.decision_demand
    alter column answer_counted_on set not null,
    alter column answer_by set not null;
