-- How high a criterion's score may be is said by the table assessment-weights.
alter table tidig.assessment_score drop constraint assessment_score_score_check;
alter table tidig.assessment_score add check (score >= 0);
