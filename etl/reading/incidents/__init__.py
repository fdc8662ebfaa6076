"""From clauses to incidents: what each clause tells, which of them tell of the same one."""
