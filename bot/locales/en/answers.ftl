why-experts-only = what is left of it is for experts, because earlier ratings did not agree.
refused-experts-only = What is left of { $project } is for experts, because earlier ratings did not agree. /work shows other work.
