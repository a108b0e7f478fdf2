"""What people see: screens by topic, each a function of the hall, the person and some facts."""
