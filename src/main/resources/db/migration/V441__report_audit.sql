-- The auditor that a report demands, by what had been received when it was asked for (14 a §). Reports that were awaited
-- before have none until they are checked: the decision's auditor is shown.
alter table tidig.report add column audit text;
