# What a tier is about, and what people read of it.
skill-rating = rating in general
project-field-skill = Skill
project-none-skill = rating in general
project-how-skill = Write what the work is about, so that ratings of it count towards the tier in that skill: { $skills }; or a code of your own that begins with <code>{ $own }</code>.
project-means-skill = Ratings count towards the tier in that skill from the next night on; people with a high one are asked first.
button-project-none-skill = Rating in general
refused-project-skill = That is none of the skills. Write one of those that are named above, or a code of your own such as { $example }.
