"""From question to expert: proposals and invitations as one explicit state machine."""
