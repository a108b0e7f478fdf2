# حقول المشروع عمّن يريدهم وما يسأل عنه، تُغيَّر في المحادثة.

project-field-level = مستوى اللغة
project-field-countries = البلدان
project-field-skills = المعرفة
project-field-reason = التعليل كتابةً
project-none-level = أي مستوى
project-none-countries = أي بلد
project-none-skills = لا تُطلب
button-project-none-level = أي مستوى
button-project-none-countries = أي بلد
button-project-none-skills = بلا معرفة مطلوبة
project-value-reason-never = لا يُسأل أبدًا
project-value-reason-strong = يُسأل في الإجابات القاطعة
project-value-reason-always = يُسأل دائمًا
project-how-level = ما مستوى القراءة والكتابة المطلوب؟ اضغط مستوى لكل لغات المشروع، أو اكتب مستوى لكل لغة، مثل <code>de fluent, en good</code>.
project-how-countries = اكتب أين يجب أن يعيش الناس برموز مثل <code>DE AT CH</code>، أو أين يجب ألا يعيشوا مثل <code>not US</code>.
project-how-skills = اكتب ما يجب أن يعرفه الناس، حتى { $most } من هذه وبينها فواصل: { $skills }؛ أو رموزًا خاصة بك تبدأ بـ<code>{ $own }</code>.
project-how-reason = متى يُطلب من الناس أن يكتبوا لماذا أجابوا هكذا؟ الإجابات القاطعة هي مثل «أفضل بكثير» أو «أفضل».
project-means-reason = يغيّر ما تسأل عنه كل بطاقة. من يكتب التعليل يحتاج إلى وقت أطول: راجع وقت المهمة أيضًا.
refused-project-levels = اكتب واحدًا من { $levels }، أو لغة معه، مثل: de fluent, en good.
refused-project-levels-first = اختر لغات المشروع أولًا: [اللغات]. ثم حدّد المستوى المطلوب فيها.
refused-project-levels-other = ليست { $wrong } من لغات المشروع، وهي: { $known }. اكتب واحدة منها، أو غيّر [اللغات] أولًا.
refused-project-country = ليس «{ $wrong }» رمز بلد. اكتب رموزًا من حرفين وبينها مسافات، مثل DE AT CH، أو: not US.
refused-project-skills = اكتب من رمز واحد إلى { $most } وبينها فواصل.
refused-project-reason = اضغط أحد الأزرار، أو اكتب واحدًا من هذه: { $values }.
refused-project-no-reason = لا يستطيع نظام التقييم لهذا المشروع أن يسأل ذلك. خذ ملفه وغيّر أسئلته فيه.
