"""The worker: carries out, after the transaction, what the outbox holds, and does what the clock asks."""
