-- Persons are counted too, and have no amount.
alter table tidig.call_figure alter column amount drop not null;
