"""Who is let in: persons and organisations entered, accounts closed, roles given and ended; each leaves its trail."""
