-- Yesterday's history of drafts is found without reading the rest.
create index draft_change_at on tidig.draft_change (at);
