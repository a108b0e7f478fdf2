# Drawing what is reviewed, verdicts given again, and how reviewers are checked.

journal-act-reviewed-again = روجع مرة ثانية
journal-act-second-decided = نظر شخص ثالث في حكم
review-left = { $project }: { $count ->
    [zero] لا تقييمات أخرى لم تُسحب
    [one] تقييم واحد آخر لم يُسحب
    [two] تقييمان آخران لم يُسحبا
    [few] { $count } تقييمات أخرى لم تُسحب
    [many] { $count } تقييمًا آخر لم يُسحب
   *[other] { $count } تقييم آخر لم يُسحب
 } للمراجعة، ويُقبل ذلك عند حلول الموعد. ويمكنك النظر فيها مع ذلك.
button-review-left = { $project }: غير مسحوبة ({ $count })
review-card-disagreement = ⚡ اختلف من قيّموا هذه المهمة.

# A verdict that took money and fell in the second look.

doubt-head = 🔍 <b>مراجعان مختلفان</b> · { $project }
doubt-why = أنقص الحكم الأول من الأجر. ووجد مراجع ثانٍ لم يعلم به أن العمل صحيح. لم يتغيّر شيء بذلك: أنت من يقرّر أيّهما يسري.
doubt-first = <b>المراجع الأول</b>
doubt-second = <b>المراجع الثاني، دون علم بالأول</b>
doubt-effect = إن كان الحكم الأول خطأ فللمقيِّم { $money } إضافية، ويُبلَّغ بذلك. وإن بقي فلا يُبلَّغ أحد.
doubt-was-upheld = حُسم الأمر: يبقى الحكم الأول.
doubt-was-overturned = حُسم الأمر: كان الحكم الأول خطأ، وما أنقصه مستحق.
doubt-was-lapsed = لم يعد هذا مطلوبًا: اعترض المقيِّم على الحكم.
button-doubt-overturn = كان خطأ: تُستحق { $money }
button-doubt-uphold = يبقى
button-doubt-desk = المكتب
toast-doubt-upheld = يبقى الحكم الأول.
toast-doubt-overturned = تُستحق { $money } إضافية.
doubt-righted = ⚖️ <b>كان حكم على عملك خطأ.</b> نظر شخص آخر من جديد في البند <code>{ $number }</code> من { $project }. لك { $money } إضافية تأتي مع دفعة الأجور القادمة بندًا يذكر البند القديم. لا يلزمك فعل شيء.
desk-doubts = { $count ->
    [zero] لا أحكام يختلف فيها مراجعان
    [one] حكم واحد يختلف فيه مراجعان
    [two] حكمان يختلف فيهما مراجعان
    [few] { $count } أحكام يختلف فيها مراجعان
    [many] { $count } حكمًا يختلف فيه مراجعان
   *[other] { $count } حكم يختلف فيه مراجعان
 }
button-desk-doubts = اختلاف
