# Files of votes, which the commands agreement and aggregate read.
fault-duplicate-vote = has a label on this task already
