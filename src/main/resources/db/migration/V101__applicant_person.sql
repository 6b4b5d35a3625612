-- People who act for applicants in the portal; they log in with their e-mail address.
create table tidig.applicant_person (
    id       uuid primary key default gen_random_uuid(),
    email    text not null check (email = lower(email)),
    name     text not null,
    password text not null,
    unique (email)
);
