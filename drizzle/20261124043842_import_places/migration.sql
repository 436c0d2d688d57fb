CREATE TABLE `followed_feeds` (
	`address` text PRIMARY KEY,
	`url` text NOT NULL,
	`etag` text,
	`last_modified` text,
	`content_hash` text,
	`failures` integer DEFAULT 0 NOT NULL,
	`interval_ms` integer NOT NULL,
	`next_at` integer NOT NULL,
	`stopped` text
);
--> statement-breakpoint
CREATE TABLE `mappings` (
	`place` text PRIMARY KEY,
	`name` text NOT NULL,
	`content_hash` text NOT NULL,
	`source` text NOT NULL,
	`imported_at` text NOT NULL
);
--> statement-breakpoint
ALTER TABLE `quarantine` ADD `name` text DEFAULT '' NOT NULL;