# Files of votes, which the commands agreement and aggregate read.
fault-duplicate-vote = له تصنيف لهذه المهمة من قبل
