# /people: finding a person.

command-people = ابحث عن شخص: الوضع والعمل والمال والقرارات
people-ask = <b>عمّن تبحث؟</b>

    اكتب جزءًا من الاسم أو اسم المستخدم أو الرقم التعريفي في Telegram أو أي رقم لحزمة أو بند أو كشف أو دفعة أو خطوة أو تظلّم أو سؤال.
people-found = <b>{ $count ->
    [zero] لم يُعثر على أحد.
    [one] عُثر على شخص واحد.
    [two] عُثر على شخصين.
    [few] عُثر على { $count } أشخاص.
    [many] عُثر على { $count } شخصًا.
   *[other] عُثر على { $count } شخص.
 }</b> انقر أحدهم.
people-more = هناك المزيد. اكتب أكثر من الاسم.
people-none = لم يُعثر على أحد بـ «{ $text }».
button-people-again = بحث آخر
person-head = 👤 <b>{ $name }</b> · { $number }
person-facts = الرقم <code>{ $id }</code>
    { $language } · { $zone }
person-away = ⚠️ حظر البوت أو لا يمكن مراسلته.
person-no-money = لم يُكسب شيء بعد.
person-submitted = ⏳ { $money } ينتظر المراجعة ({ $count })
person-accepted = 🤝 { $money } ينتظر العميل ({ $count })
person-confirmed = ✅ { $money } مستحق في دورة الدفع القادمة ({ $count })
person-in-run = 🧾 { $money } في دورة دفع ({ $count })
person-paid = 💰 { $money } دُفع ({ $count })
person-rejected = ❌ { $money } لما رُفض ({ $count })
person-reversed = ↩️ { $money } لما أُلغي ({ $count })
standing-applicant = مقدّم طلب
standing-good = وضعه سليم
standing-warned = مُنذَر
standing-suspended = موقوف
standing-deactivating = في مهلة الإلغاء
standing-deactivated = مُلغى
refused-no-person = لا يوجد شخص كهذا.

# Bonuses and adjustments.

button-bonus = مكافأة
button-adjustment = تسوية
gift-ask-bonus = <b>مكافأة لـ { $name }</b>

    اكتب المبلغ، مثل <code>{ $example }</code>. ومن غير عملة يكون بعملة أجر هذا الشخص.
gift-ask-adjustment = <b>تسوية لـ { $name }</b>

    اكتب ما يُضاف، مثل <code>{ $example }</code>. ومن غير عملة يكون بعملة أجر هذا الشخص. ولا يُسحب شيء مما كُسب أبدًا.
gift-head = <b>{ $money } لـ { $name }</b>
gift-ask-reason = مقابل ماذا؟
gift-ask-words = اكتب في جملة مقابل ماذا. يقرؤها الشخص حرفًا بحرف.
gift-preview = <b>سيقرأ { $name }:</b>
gift-then = يصبح مستحقًا من حينه، ولا يمكن سحبه.
gift-sure = ⚠️ <b>{ $money } مبلغ كبير. أمتأكد أن { $name } سيحصل عليه؟</b>
button-gift-yes = أعطِ { $money }
button-gift-sure = نعم، أعطِ { $money }
gift-given = ✅ <b>{ $name } يحصل على { $money }</b> (البند { $number }) ويُبلَّغ بذلك.
gift-bonus = 🎁 <b>مكافأة لك: { $money }</b>
gift-adjustment = ⚖️ <b>صُحّح أمر: { $money } لك</b>
gift-top-up = ⚖️ <b>استُكمل أجرك: { $money } لك</b>
gift-why = { $reason }: { $because }
gift-why-alone = { $reason }
gift-week = في ذلك الأسبوع كسب عملك المقبول في الساعة أقل من الحد الأدنى لدينا. وهذا ما كان ينقص.
gift-paid = هو لك، ويأتي مع دفعتك القادمة.
refused-gift-negative = ما كُسب لا يُسحب أبدًا. الحكم ({ $command }) قد يُنقص ما لم يُقبل بعد، ولا شيء غير ذلك.
refused-amount-too-much = هذا فوق أي أجر.
refused-gift-self = لا أحد يعطي نفسه مالًا. على شخص آخر أن يفعل ذلك.
refused-gift-words = اكتب من { $least } إلى { $most } حرفًا من النص العادي ليفهم الشخص المقابل.

# What money is for.

reason-extra-work = عمل إضافي
reason-good-work = عمل جيد جدًا
reason-helped-others = ساعد الآخرين
reason-thanks = شكرًا لك
reason-our-mistake = خطأ منا
reason-lost-work = عمل ضاع
reason-unpaid-time = وقت لم يُدفع
reason-training = تدريب
reason-floor = الحد الأدنى للساعة

# The hourly floor.

floor-head = ⚖️ <b>{ $project }: { $count ->
    [zero] لا أحد كسب
    [one] شخص واحد كسب
    [two] شخصان كسبا
    [few] { $count } أشخاص كسبوا
    [many] { $count } شخصًا كسبوا
   *[other] { $count } شخص كسبوا
 } أقل من { $floor } في الساعة</b>
    الأسبوع { $week }. الناقص: <b>{ $missing }</b>
floor-line = • <b>{ $name }</b>: { $hourly } في الساعة ({ $time }، { $count ->
    [zero] { $count } تقييم
    [one] تقييم واحد
    [two] تقييمان
    [few] { $count } تقييمات
    [many] { $count } تقييمًا
   *[other] { $count } تقييم
 })، ينقص { $missing }
floor-none = ✅ <b>{ $project }</b>: في الأسبوع { $week } لم يبقَ أحد كسب أقل من الحد الأدنى.
floor-done = استُكمل لـ { $count ->
    [zero] { $count } شخص
    [one] شخص واحد
    [two] شخصين
    [few] { $count } أشخاص
    [many] { $count } شخصًا
   *[other] { $count } شخص
 }.
floor-why = يُحسب العمل المقبول مقابل وقته الفعلي، من نصف ساعة فصاعدًا. وإذا تكرر ذلك فالسعر قليل على المهمة، أو المهمة أصعب مما تبدو.
button-floor-see = عرض
button-floor-all = { $count ->
    [zero] استكمل: { $money }
    [one] استكمل: { $money }
    [two] استكمل لكليهما: { $money }
    [few] استكمل للجميع ({ $count }): { $money }
    [many] استكمل للجميع ({ $count }): { $money }
   *[other] استكمل للجميع ({ $count }): { $money }
}
button-floor-one = { $name }: { $money }
button-project = المشروع
toast-topped-up = استُكمل { $money } لـ { $count ->
    [zero] { $count } شخص
    [one] شخص واحد
    [two] شخصين
    [few] { $count } أشخاص
    [many] { $count } شخصًا
   *[other] { $count } شخص
 }.
toast-topped-up-before = تم ذلك من قبل.
refused-floor-met = لم يعد ينقص شيء هناك.
