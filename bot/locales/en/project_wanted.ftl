# Fields of a project about whom it wants and what it asks, changed in the chat.

project-field-level = Language level
project-field-countries = Countries
project-field-skills = Knowledge
project-field-reason = Why, in words
project-none-level = any
project-none-countries = any
project-none-skills = none asked for
button-project-none-level = Any level
button-project-none-countries = Any country
button-project-none-skills = No knowledge
project-value-reason-never = never asked
project-value-reason-strong = asked for strong answers
project-value-reason-always = always asked
project-how-level = How well must people read and write the language? Tap a level for all languages of the project, or write one for each, such as <code>de fluent, en good</code>.
project-how-countries = Write where people must live, as codes such as <code>DE AT CH</code>; or where they must not, such as <code>not US</code>.
project-how-skills = Write what people must know, up to { $most } of these with commas between them: { $skills }; or codes of your own that begin with <code>{ $own }</code>.
project-how-reason = When are people to write why they answered so? “Strong answers” are those such as much better or better.
project-means-reason = It changes what is asked on each card. People who write why need more time: look at the time per task as well.
refused-project-levels = Write one of { $levels }, or a language with it, such as: de fluent, en good.
refused-project-levels-first = Choose the languages of the project first: [Languages]. Then say how well people must know them.
refused-project-levels-other = { $wrong } is none of the project's languages. They are: { $known }. Write one of these, or change [Languages] first.
refused-project-country = “{ $wrong }” is no code of a country. Write codes of two letters with spaces between them, such as DE AT CH, or: not US.
refused-project-skills = Write one to { $most } codes with commas between them.
refused-project-reason = Tap one of the buttons, or write one of these: { $values }.
refused-project-no-reason = The rating scheme of this project cannot ask that. Take out its file and change its questions there.
