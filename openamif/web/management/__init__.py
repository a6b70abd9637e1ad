"""Commands of the site for cron."""
