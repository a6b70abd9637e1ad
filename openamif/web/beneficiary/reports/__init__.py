"""The progress reports of a beneficiary: prepared by several, checked, signed, corrected."""
