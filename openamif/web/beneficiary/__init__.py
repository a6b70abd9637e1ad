"""The beneficiary's door: grants, register and progress reports of one's own organisation."""
