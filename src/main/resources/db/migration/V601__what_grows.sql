-- The latest application of an organisation and its open drafts, without reading all that it has sent in over the years.
drop index tidig.application_organisation_number_idx;
create index application_organisation on tidig.application (organisation_number, received_at desc, reference desc);
create index draft_of_organisation_open on tidig.draft (organisation) where not submitted;
-- The job threads ask many times a second which job is due. Every open case has timers that are due in months.
create index job_due on engine.act_ru_job (duedate_);
