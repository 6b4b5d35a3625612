-- What a recipient has sent in to complete a report, otherwise than by a whole new one.
alter table tidig.report add column completion_reply text;
