-- A recipient whose account could not be verified after the grant began is asked for another one, and sees that.
alter table tidig.grant_case
    -- null if nothing is asked, or since the recipient has answered
    add column account_asked_at timestamptz;
