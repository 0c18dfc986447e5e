"""What every room stands on: database, events, outbox, clock, refusals, text from people. No feature, no Flask."""
