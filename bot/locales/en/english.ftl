# Where nobody who speaks a language reviewed it: what stands above the English of a notice.

english-below = <i>This text was translated by a program. Where they differ, the English below counts.</i>
english-follows = <i>This text was translated by a program. Where they differ, the English counts, which follows in a message of its own.</i>
english-alone = <i>In English, since the message above was translated by a program:</i>
