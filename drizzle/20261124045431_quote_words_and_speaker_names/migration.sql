CREATE TABLE `reextractions` (
	`version` integer PRIMARY KEY,
	`last_article_id` integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE `speaker_names` ADD `reason` text DEFAULT 'FULL_NAME' NOT NULL;--> statement-breakpoint
ALTER TABLE `speaker_names` ADD `last_word` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `speaker_names_by_last_word` ON `speaker_names` (`last_word`,`speaker_id`);--> statement-breakpoint
-- Nothing had been written to it. Keys are whole numbers now, and its rows are its primary key: half the size.
DROP TABLE `quote_bands`;--> statement-breakpoint
CREATE TABLE `quote_bands` (
	`band_key` integer NOT NULL,
	`quote_id` integer NOT NULL,
	CONSTRAINT `quote_bands_pk` PRIMARY KEY(`band_key`, `quote_id`),
	CONSTRAINT `fk_quote_bands_quote_id_quotes_id_fk` FOREIGN KEY (`quote_id`) REFERENCES `quotes`(`id`) ON DELETE CASCADE
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `quote_bands_by_quote` ON `quote_bands` (`quote_id`);
