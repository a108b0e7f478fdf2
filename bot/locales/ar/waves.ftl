# Calls that come privately, with a place held.

private-head = 📣 <b>حزمة لك: { $project }</b>
private-held = ⏳ <b>محجوزة لك حتى { $until }.</b> بعدها تنتقل إلى الشخص التالي. إن لم تناسبك فأخبرنا: لا يكلّفك ذلك شيئًا، ويحصل عليها غيرك فورًا.
work-called = 📣 <b>{ $project }</b>: حزمة محجوزة لك حتى { $until }. استلمها من الأسفل.
private-claimed = ✅ <b>{ $project }</b>: استلمتَ هذه الحزمة.
private-lapsed = ⌛️ <b>{ $project }</b>: انتهى وقت الاستلام وانتقلت الحزمة إلى الشخص التالي. لا يكلّفك ذلك شيئًا.
private-freed = <b>{ $project }</b>: لا يمكنك استلام حزمة أخرى الآن، فانتقلت هذه إلى الشخص التالي. لا يكلّفك ذلك شيئًا؛ ويعرض /work السبب والموعد.
private-closed = 🔒 <b>{ $project }</b>: أُغلق هذا الإعلان ولم يعد لك مكان محجوز. لا يكلّفك ذلك شيئًا.
private-declined = <b>{ $project }</b>: انتقلت إلى الشخص التالي. لا يكلّفك ذلك شيئًا. إن شئت فأخبرنا بالسبب:
private-declined-thanks = <b>{ $project }</b>: انتقلت إلى الشخص التالي. شكرًا لإخبارنا بالسبب.
button-not-this-time = ليس هذه المرة
button-why-time = لا وقت لدي
button-why-pay = الأجر قليل
button-why-topic = ليس مجالي
button-why-other = سبب آخر
button-no-private = لا مزيد من الدعوات الخاصة
toast-call-declined = انتقلت إلى غيرك. لا يكلّفك ذلك شيئًا.
toast-thanks = شكرًا لك.
toast-private-off = لن تصلك دعوات خاصة بعد الآن. تبقى المجموعات كما هي، وكذلك /work. يمكنك تشغيلها من /settings.
settings-private = الدعوات الخاصة: قد تصلك حزمة هنا محجوزة لك بضع دقائق
settings-private-none = الدعوات الخاصة: متوقفة
button-private-off = 📣 إيقاف الدعوات الخاصة
button-private-on = 📣 الدعوات الخاصة
refused-offer-over = لم يعد هذا المكان محجوزًا لك. انظر /work لمعرفة المتاح.
journal-act-call-reason = سبب رفض الدعوة
journal-act-set-private-calls = ضُبطت الدعوات الخاصة
data-field-idle-since = بلا حزمة جديدة منذ
data-field-ignored-calls = دعوات خاصة متتالية بلا رد
data-field-private = بدعوة خاصة
data-field-private-calls = الدعوات الخاصة مطلوبة
data-word-time = لا وقت
data-word-topic = ليس مجالي

# What came of private calls, for who posted the call.

private-tally-none = 📣 بشكل خاص: لم يُسأل أحد بعد.
private-tally = 📣 سُئلوا بشكل خاص: { $count }
private-tally-claimed = ▫️ استُلمت: { $count }
private-tally-held = ▫️ محجوزة بلا رد بعد: { $count }
private-tally-declined = ▫️ رُفضت: { $count }
private-tally-lapsed = ▫️ بلا رد، انتقلت: { $count }
private-tally-why = ▫️ «{ $why }»: { $count }
