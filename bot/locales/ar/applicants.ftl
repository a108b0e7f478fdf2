# Newcomers who wait to be approved, for admins; and what an applicant is told.

applicants-head = 🕓 <b>مقدّمو الطلبات</b>: { $count }، الأقرب موعدًا أولًا
applicants-none = لا أحد ينتظر القبول.
applicants-line = • { $name } · { $number }: الجواب حتى { $date }
applicants-hint = من لا يأتيه جواب حتى الموعد يُقبل من تلقاء نفسه ويُبلَّغ.
applicants-wait = { $count ->
    [one] 🕓 مقدّم طلب واحد ({ $count }) ينتظر القبول.
   *[other] 🕓 مقدّمو طلبات ينتظرون القبول: { $count }.
 } موعد الجواب الأقرب { $date }. ومن دون جواب يُقبلون من تلقاء أنفسهم.
applicant-head = 🕓 <b>{ $name }</b> · { $number }
    قدّم طلبه { $date }.
applicant-open = الجواب حتى { $date }؛ ومن دون جواب يُقبل من تلقاء نفسه.
applicant-accepted = ✅ قُبل { $date }.
applicant-declined = ✖️ رُفض { $date } بهذه الكلمات:
applicant-ask-words = <b>لماذا يُرفض طلب { $name }؟</b> اكتب ذلك في رسالة. يقرؤها مقدّم الطلب كما هي، ويمكنه السؤال من /support.
applicant-reads = <b>سيقرأ { $name }:</b>
applicant-mend = رسالة أخرى تحل محل هذه الكلمات.
applied-accepted = ✅ <b>يمكنك البدء: قُبل طلبك.</b> يعرض /work ما يوجد لك.
applied-accepted-silence = ✅ <b>يمكنك البدء.</b> لم يُجَب عن طلبك حتى موعده، فهو مقبول. يعرض /work ما يوجد لك.
applied-declined = ✖️ <b>رُفض طلبك.</b> قرّر ذلك شخص، بهذه الكلمات:
applied-declined-more = هل هذا خطأ؟ اكتب إلى /support: يجيبك شخص، ويمكنه قبولك بعد ذلك. وما نحفظه عنك: /settings.
button-applicants = 🕓 مقدّمو الطلبات ({ $count })
button-applicant = { $name } · { $number }
button-approve-applicant = ✅ قبول
button-decline-applicant = ✖️ رفض
button-confirm-decline = ✖️ رفض بهذه الكلمات
toast-approved = قُبل الطلب، ويُبلَّغ صاحبه.
toast-declined = رُفض الطلب، ويُبلَّغ صاحبه بالسبب.
refused-standing-applicant-until = يُجاب عن طلبك حتى { $until }. تُبلَّغ هنا؛ وإن لم يُجب أحد فيمكنك البدء حينها.
refused-application-declined-you = رُفض طلبك وأُبلغت بالسبب؛ اكتب إلى /support إن كان ذلك خطأ.
refused-application-accepted = قُبل هذا الطلب من قبل.
refused-application-declined = رُفض هذا الطلب من قبل.
why-standing-applicant-until = يُجاب عن طلبك حتى { $until }.
why-application-declined-you = رُفض طلبك. /support
stands-applied = 📅 الجواب حتى { $date }. وإن لم يُجب أحد فيمكنك البدء حينها.
stands-application-declined = ✖️ <b>رُفض طلبك.</b>
start-applied = 🕓 <b>شكرًا، وصل طلبك.</b> تُبلَّغ هنا بموعد الجواب. لغتك { $language }، ومنطقتك الزمنية { $zone }. لا يزعجك بين { $from } و{ $to } ما يمكنه الانتظار. يغيّر /settings كل هذا.
