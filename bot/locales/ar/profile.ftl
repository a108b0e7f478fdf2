# The work profile: what a person says of oneself, at the claim or under /settings.

# The questions of a project.
profile-language = مشروع <b>{ $project }</b> لغته { $language }. ما مدى إتقانك لها قراءةً وكتابةً؟
profile-level = يحتاج <b>{ $project }</b> إلى { $language } بمستوى { $level } أو أعلى. ما مدى إتقانك لها قراءةً وكتابةً؟
profile-languages = يأتي <b>{ $project }</b> بعدة لغات. أيّ هذه اللغات تقرؤها وتكتبها على أفضل وجه؟
profile-country = مشروع <b>{ $project }</b> غير متاح في كل بلد. أين تعيش؟
profile-skill = يحتاج <b>{ $project }</b> إلى من يعرف { $skill }. هل تعرفها من عمل أو دراسة؟
profile-once = نسأل مرة واحدة. لا علاقة لهذا بوضعك، ويمكنك تغييره في أي وقت من /settings.
button-level-basic = أساسي: أتدبر أمري
button-level-good = جيد: أقرأ وأكتب جيدًا
button-level-fluent = طلِق: أعمل بها
button-level-native = لغتي الأم
button-level-none = لا أعرفها
button-none-of-these = لا شيء منها
button-have-skill = نعم، أعرفها
button-no-skill = لا، لا أعرفها
button-other-country = بلد آخر
button-not-this-project = تخطي هذا المشروع

# The cards under /settings.
button-work-profile = ملف العمل
button-set-country = البلد
button-set-skills = المهارات
button-level-of = { $language }: المستوى
profile-head = <b>ملف عملك</b>
profile-speaks = ✍️ تعمل بـ: { $languages }
profile-lives = 🏠 تعيش في: { $country }
profile-lives-unsaid = 🏠 البلد: لم نسأل بعد
profile-skills = 🎓 تعرف: { $skills }
profile-skills-none = 🎓 المهارات: لم تُحدَّد
profile-what-for = يحدد هذا المشاريع التي يمكنك استلام حزمها، بدءًا من استلامك التالي. لا أحد يتحقق منه ضدك، فعملك يُظهره.
profile-level-ask = <b>ما مدى إتقانك { $language } قراءةً وكتابةً؟</b>
profile-skills-ask = <b>ماذا تعرف من عمل أو دراسة؟</b> المس لتضيف أو تزيل. بعض المشاريع تحتاج إليه.
profile-country-ask = <b>في أي بلد تعيش؟</b>
profile-country-write = <b>اكتب اسم بلدك</b> بأي لغة تشاء.
profile-country-found = <b>هل هو أحد هذه؟</b>
profile-country-unknown = لم نجد بلدًا بهذا الاسم. جرّب اسمه بالإنجليزية أو حرفيه الرمزيين.

# How well, and what one knows.
level-basic = أساسي
level-good = جيد
level-fluent = طلِق
level-native = لغة أم
skill-mathematics = الرياضيات
skill-programming = البرمجة
skill-statistics = الإحصاء
skill-physics = الفيزياء
skill-chemistry = الكيمياء
skill-biology = الأحياء
skill-medicine = الطب
skill-law = القانون
skill-finance = المالية
skill-history = التاريخ
skill-teaching = التدريس
skill-journalism = الصحافة
skill-creative-writing = الكتابة الإبداعية
skill-translation = الترجمة

# What a project asks for, on cards.
needs-languages = اللغات: { $languages }
needs-language = { $language } ({ $level })
needs-countries = لمن يعيش في { $countries }
needs-not-countries = ليس لمن يعيش في { $countries }
needs-more = { $named } و{ $more } غيرها
needs-skills = المعرفة: { $skills }

# Why there is nothing.
why-level = يحتاج إلى { $language } بمستوى { $level } أو أعلى. ذكرتَ { $have }؛ والأمر /settings يغيّر ذلك.
why-country = غير متاح في { $country } حيث تعيش. إن انتقلتَ فالأمر /settings يغيّر ذلك.
why-skill = يحتاج إلى من يعرف { $skill }. قلتَ إنك لا تعرفها؛ والأمر /settings يغيّر ذلك.
refused-level = يحتاج هذا إلى { $language } بمستوى { $level } أو أعلى. ذكرتَ { $have }؛ والأمر /settings يغيّر ذلك.
refused-country = هذا غير متاح في { $country } حيث تعيش.
refused-skill = يحتاج هذا إلى من يعرف { $skill }. قلتَ إنك لا تعرفها.

# What an answer would open.
work-held = ⏳ <b>{ $project }</b>: مكانك محجوز حتى { $until }. تابع من الأسفل.
work-unasked = ❓ { $questions ->
    [one] سؤال واحد
    [two] سؤالان
    [few] { $questions } أسئلة
   *[other] { $questions } سؤالًا
 } عنك أولًا، وقد يُتاح لك { $count ->
    [one] مشروع واحد آخر
    [two] مشروعان آخران
    [few] { $count } مشاريع أخرى
   *[other] { $count } مشروعًا آخر
 }: { $projects }.
button-to-question = متابعة: { $project }
button-answer = أجب: { $count ->
    [one] مشروع واحد آخر
    [two] مشروعان آخران
    [few] { $count } مشاريع أخرى
   *[other] { $count } مشروعًا آخر
 }

# Between the names of several languages, countries or skills.
profile-list-comma = { "، " }
