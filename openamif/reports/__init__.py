"""Progress reports and the values of indicators: counted from the register, examined, frozen, explained."""
