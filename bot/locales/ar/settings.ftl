# /settings: language, work languages, time zone, quiet hours.

settings-head = <b>الإعدادات</b>
settings-language = 🌐 اللغة: { $language }
settings-work-languages = ✍️ لغات العمل: { $languages }
settings-zone = 🕓 المنطقة الزمنية: { $zone }
settings-quiet = 🌙 ساعات الهدوء: من { $from } إلى { $to }. ما يحتمل الانتظار ينتظر.
settings-quiet-none = 🌙 ساعات الهدوء: لا توجد.
settings-country = 🏠 البلد: { $country }
settings-skills = 🎓 المهارات: { $skills }
settings-evening = 🔔 رسالة المساء: في 19:00، ما كسبتَه.
settings-evening-none = 🔕 رسالة المساء: لا.
button-evening-on = رسالة المساء
button-evening-off = بلا رسالة مساء
settings-data = نحفظ معرّفك واسمك في Telegram، وهذه الإعدادات، وما استلمته وقيّمته وكسبته. لا يظهر اسمك في الملفات المُصدَّرة إلا مستعارًا.
button-set-language = اللغة
button-set-work-languages = لغات العمل
button-set-zone = المنطقة الزمنية
button-set-quiet = ساعات الهدوء
settings-work-ask = <b>بأي اللغات تعمل؟</b> المس لغة لإضافتها أو إزالتها.
settings-quiet-ask = <b>متى يجب ألا يزعجك شيء يحتمل الانتظار؟</b>
button-quiet = من { $from } إلى { $to }
button-quiet-none = بلا ساعات هدوء
button-mark = { $mark } { $name }
