# ملف مشروع أُرسل: ما الذي يغيّره.

project-staged-less = 📄 <b>{ $file }: أقلّ لمن يعمل في { $project }.</b> لم يُنشر شيء بعد.
project-part-review_days = مهلة القبول التلقائي بالأيام: { $old } ← <b>{ $new }</b>
project-part-fixed_percent = العمل المصحَّح: { $old }٪ ← <b>{ $new }٪</b> من الأجر
project-part-rejected_percent = العمل المرفوض: { $old }٪ ← <b>{ $new }٪</b> من الأجر
project-part-flag_percent = البلاغ الصحيح: { $old }٪ ← <b>{ $new }٪</b> من الأجر
project-part-confirm_days = الأيام التي يحقّ فيها للعميل رفض العمل: { $old } ← <b>{ $new }</b>
project-unchanged = <b>لم يتغيّر شيء.</b> الملف يقول ما في { $project } أصلًا (الإصدار { $version })، فلا إصدار جديد.
button-forget-file = انسَ الملف
