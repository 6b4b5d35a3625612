-- The recipient's address is the application's; a copy would only grow old.
alter table tidig.grant_case drop column email;
