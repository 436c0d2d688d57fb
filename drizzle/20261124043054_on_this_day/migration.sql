-- "On this day" over all years: month and day of pieces that are dated to the day, newest first within each.
CREATE INDEX articles_by_day_of_year ON articles (substr(date_published, 6, 5), sort_key, id);
