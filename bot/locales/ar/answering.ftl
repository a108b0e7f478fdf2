# Questions of several kinds.
job-question-nth = { $question } ({ $nth } من { $count })
job-about-response = الإجابة { $letter }
job-about-turn = الرد { $nth }
job-scale-says = { $label } = { $says }
job-how-many = انقر كل ما ينطبق، ثم «تم».
job-how-rank = انقر الأفضل أولًا، ثم الذي يليه.
job-how-long = أرسل نصك في رسالة أو أكثر، ثم انقر «تم».
job-how-long-words = أرسل نصك في رسالة أو أكثر، { $words ->
    [one] كلمة واحدة
    [two] كلمتين
    [few] { $words } كلمات
   *[other] { $words } كلمة
 } على الأقل، ثم انقر «تم».
job-lacks-too-few-words = حُفظ: { $words ->
    [zero] لا كلمات
    [one] كلمة واحدة
    [two] كلمتان
    [few] { $words } كلمات
   *[other] { $words } كلمة
 } من { $needed } على الأقل. أرسل الباقي في رسالة أخرى أو عدّل رسالتك.
job-lacks-too-few-links = حُفظ: { $links ->
    [zero] لا روابط
    [one] رابط واحد
    [two] رابطان
    [few] { $links } روابط
   *[other] { $links } رابطًا
 } من { $needed } على الأقل. أرسل رسالة أخرى فيها رابط يبدأ بـ https://.
job-written = كتبت حتى الآن: { $words ->
    [zero] لا كلمات
    [one] كلمة واحدة
    [two] كلمتين
    [few] { $words } كلمات
   *[other] { $words } كلمة
 }. أرسل المزيد أو عدّل رسائلك أو انقر «تم».
button-done = تم
button-start-over = ابدأ من جديد
button-onward = التالي ›
button-optional = ＋ { $question }
button-copy-answer = أرسل لي الإجابة لأنسخها
button-ranked = { $nth }. { $label }
