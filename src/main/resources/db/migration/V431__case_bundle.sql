-- The deployment of the bundle that a case was opened under and carries through all its processes. Cases from before
-- have no row: they go on under the deployment of their newest process.
create table tidig.case_bundle (
    reference  text primary key,
    deployment text not null
);
