# What a project requires of people: on cards, in reasons; faults of the expression in its file.

needs-requires = المطلوب: { $needs }
needs-most-a-day = أقصى ما لكل شخص في اليوم: { $count ->
    [zero] لا حزم
    [one] حزمة واحدة
    [two] حزمتان
    [few] { $count } حزم
    [many] { $count } حزمة
   *[other] { $count } حزمة
 }
requires-between = { "؛ " }
requires-and = { $first } و{ $last }
requires-or = { $first } أو { $last }
requires-inside = ({ $inside })
requires-language = { $language }
requires-language-level = { $language } (بمستوى { $level } أو أعلى)
requires-country = العيش في { $countries }
requires-skill = معرفة { $skill }
requires-tier = الدرجة { $least } فأعلى في { $skill }
requires-qualification = المؤهل «{ $qualification }»
requires-member = العضوية في «{ $group }»
requires-not-language = ألّا تكون { $language } لغة عمل
requires-not-language-level = من دون { $language } (بمستوى { $level } أو أعلى)
requires-not-country = عدم العيش في { $countries }
requires-not-skill = من دون معرفة { $skill }
requires-not-tier = درجة دون { $least } في { $skill }
requires-not-qualification = من دون المؤهل «{ $qualification }»
requires-not-member = خارج «{ $group }»

# Why there is nothing.
why-requires-other = هو لمن تتوفر فيه: { $needs }. ويمكن تغيير ما ذكرتَه عن نفسك من /settings.
why-requires-tier = يتطلب الدرجة { $least } في { $skill }، ودرجتك { $tier }. ما ينقصك تحت /standing، «جودة عملي». لا موعد معروفًا.
why-requires-tier-unknown = يتطلب الدرجة { $least } في { $skill }، ولا درجة لك فيها بعد. كيف تنالها تحت /standing، «جودة عملي». لا موعد معروفًا.
why-requires-qualification = يتطلب المؤهل «{ $qualification }»، وليس لديك. اسأل من /support كيف تناله.
why-requires-member = هو لأعضاء «{ $group }»، ولم يرك البوت هناك. إن كنت فيها فافتح «مجموعات العمل» من /settings.
refused-requires-other = هذا لمن تتوفر فيه: { $needs }. ويمكن تغيير ما ذكرتَه عن نفسك من /settings.
refused-requires-tier = يتطلب هذا الدرجة { $least } في { $skill }، ودرجتك { $tier }. ما ينقصك تحت /standing، والأمر /work يعرض أعمالًا أخرى.
refused-requires-tier-unknown = يتطلب هذا الدرجة { $least } في { $skill }، ولا درجة لك فيها بعد. يقول /standing كيف تنالها، والأمر /work يعرض أعمالًا أخرى.
refused-requires-qualification = يتطلب هذا المؤهل «{ $qualification }»، وليس لديك. اسأل من /support كيف تناله.
refused-requires-member = هذا لأعضاء «{ $group }»، ولم يرك البوت هناك. إن كنت فيها فافتح «مجموعات العمل» من /settings.

# To who publishes the project.
refused-no-qualification = لا تدريب ولا امتحان بالمعرّف { $key }، فلا أحد يمكنه أن ينال ذلك المؤهل. انشر المقرر أولًا أو صحّح المعرّف.
refused-no-such-group = لا مجموعة عمل باسم «{ $group }». الأمر /groups يبيّن أسماءها.
refused-group-twice = هناك أكثر من مجموعة عمل باسم «{ $group }». اكتب معرّف المقصودة بدلًا من الاسم: member { $example }

# What can be wrong with it, behind "line N, requires:".
fault-requires-else = فيه غير المتوقع في موضعه
fault-requires-quote = فيه علامة اقتباس ناقصة أختها
fault-requires-many = يطلب أكثر مما يمكن قراءته
fault-requires-unknown = فيه كلمة لا معنى لها هنا
fact-column = عند الحرف { $value }
fact-found = المكتوب: { $value }
fact-nearest = لعل المقصود { $value }
