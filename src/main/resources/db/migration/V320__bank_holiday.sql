-- Weekdays on which Swedish banks make no payments. Saturdays and Sundays need no row. Years after the last one given
-- must be added here before a payment reaches them; Tidig says so when one is missing.
create table tidig.bank_holiday (
    day date primary key,
    name text not null
);

comment on table tidig.bank_holiday is 'Reference data';

insert into tidig.bank_holiday (day, name)
select make_date(year, month, day), name from (
    select year, month, day, name
    from generate_series(2025, 2035) year
    cross join (values
        (1, 1, 'Nyårsdagen'),
        (1, 6, 'Trettondedag jul'),
        (5, 1, 'Första maj'),
        (6, 6, 'Sveriges nationaldag'),
        (12, 24, 'Julafton'),
        (12, 25, 'Juldagen'),
        (12, 26, 'Annandag jul'),
        (12, 31, 'Nyårsafton')) as fixed (month, day, name)) days;

-- Easter Day of each year, from which the others are counted.
insert into tidig.bank_holiday (day, name)
select easter + offset_days, name
from (values
    (date '2025-04-20'),
    (date '2026-04-05'),
    (date '2027-03-28'),
    (date '2028-04-16'),
    (date '2029-04-01'),
    (date '2030-04-21'),
    (date '2031-04-13'),
    (date '2032-03-28'),
    (date '2033-04-17'),
    (date '2034-04-09'),
    (date '2035-03-25')) as years (easter)
cross join (values
    (-2, 'Långfredagen'),
    (1, 'Annandag påsk'),
    (39, 'Kristi himmelsfärdsdag')) as counted (offset_days, name)
on conflict do nothing;

-- Midsummer Eve: the Friday between 19 and 25 June.
insert into tidig.bank_holiday (day, name)
select make_date(year, 6, 19) + (12 - extract(isodow from make_date(year, 6, 19))::int) % 7, 'Midsommarafton'
from generate_series(2025, 2035) year;
