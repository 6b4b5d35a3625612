-- What process owners have changed under its old version tag is told in the task Nya medföljande modeller too.
alter table tidig.models_offer
    add column tags text[] not null default '{}';
