-- What comes on the weekday after a free last day is in time unless a person judges it late, with this reason.
alter table tidig.application add column late_reason text;
alter table tidig.incoming_document add column late_reason text;
alter table tidig.report add column late_reason text;
