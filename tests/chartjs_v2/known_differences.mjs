// Configurations that differ from Chart.js 2.9.4, each with the reason. The test fails if one of them begins to agree.

export const KNOWN_DIFFERENCES = {};
