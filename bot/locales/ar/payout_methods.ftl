# Where a contractor is paid: asked for, confirmed, changed, taken away.

method-head = <b>طريقة الدفع</b>
method-none = لا توجد طريقة بعد. كيف تريد أن يُدفع لك؟
method-now = 💳 يُدفع لك هنا: <b>{ $method }</b>
method-now-none = 💳 لا مكان يُدفع لك فيه الآن. ما تكسبه محفوظ لك.
method-waiting = ⏳ ابتداءً من { $from }: <b>{ $method }</b>. وحتى ذلك الحين لا يتغيّر شيء، ليمكن إيقاف تغيير أجراه شخص غريب.
method-closed = لا يمكن إعطاء بيانات الدفع هنا بعد: ليس لدى القاعة مفتاح لتشفيرها. ما تكسبه محفوظ لك.
method-is-iban = حساب مصرفي …{ $end }
method-is-bank-account = حساب مصرفي …{ $end }
method-is-paypal = PayPal …{ $end }
method-is-wise = Wise …{ $end }
method-is-mobile-money = محفظة الهاتف …{ $end }
button-payout-method = طريقة الدفع
button-method-iban = حساب مصرفي (IBAN)
button-method-bank-account = حساب مصرفي (رقم)
button-method-paypal = PayPal
button-method-wise = Wise
button-method-mobile-money = محفظة الهاتف
button-method-change = تغيير
button-method-remove = إزالة
button-method-take-back = سحب التغيير

method-choose = <b>كيف تريد أن يُدفع لك من الآن فصاعدًا؟</b> يسري التغيير بعد { $hours ->
    [zero] { $hours } ساعة
    [one] ساعة واحدة
    [two] ساعتين
    [few] { $hours } ساعات
    [many] { $hours } ساعة
   *[other] { $hours } ساعة
 }؛ وحتى ذلك الحين تُستخدم الطريقة القديمة.
method-ask-iban = <b>اكتب رقم IBAN</b> في رسالة. أحذف الرسالة فورًا وأحفظ الرقم مشفّرًا.
method-ask-account = <b>اكتب سطرين</b>: رمز مصرفك (BIC أو رقم التوجيه أو رمز الفرع أو IFSC)، وتحته رقم حسابك. أحذف الرسالة فورًا وأحفظها مشفّرة.
method-ask-email = <b>اكتب عنوان البريد الإلكتروني</b> لحسابك هناك. أحذف الرسالة فورًا وأحفظ العنوان مشفّرًا.
method-ask-phone = <b>اكتب رقم الهاتف</b> لمحفظتك مع رمز البلد، مثل ‎+254 700 000000. أحذف الرسالة فورًا وأحفظ الرقم مشفّرًا.
method-ask-holder = <b>باسم من الحساب؟</b> اكتبه كما هو لدى المصرف. أحذف الرسالة فورًا وأحفظ الاسم مشفّرًا.
method-ask-until = أنتظره حتى { $until }.
method-ask-nothing = لا شيء مطلوب الآن.
button-method-name = استخدم «{ $name }»

method-fault-no-iban = ⚠️ لم يكن ذلك رقم IBAN، وقد حذفته. يبدأ الرقم بحرفين للبلد ورقمين؛ تجده في تطبيق مصرفك.
method-fault-iban-slip = ⚠️ في رقم IBAN ذلك خطأ، وقد حذفته. فيه رقم أو حرف خاطئ أو ناقص أو زائد. يُرجى كتابته مجددًا.
method-fault-two-lines = ⚠️ حذفت تلك الرسالة: يلزم سطران، رمز المصرف أولًا وتحته رقم الحساب.
method-fault-bank-code = ⚠️ لا يمكن أن يكون رمز المصرف ذلك صحيحًا، وقد حذفت الرسالة. يتكوّن من 4 إلى 15 حرفًا ورقمًا. يُرجى كتابة السطرين مجددًا.
method-fault-account-number = ⚠️ لا يمكن أن يكون رقم الحساب ذلك صحيحًا، وقد حذفت الرسالة. يتكوّن من 4 إلى 34 حرفًا ورقمًا. يُرجى كتابة السطرين مجددًا.
method-fault-no-email = ⚠️ لم يكن ذلك عنوان بريد إلكتروني، وقد حذفته. يكون بالشكل name@example.com.
method-fault-no-phone = ⚠️ لم يكن ذلك رقم هاتف، وقد حذفته. يتكوّن من 8 إلى 15 رقمًا ويبدأ بعلامة + ورمز البلد.
method-fault-no-country = ⚠️ كان رمز البلد ناقصًا، وقد حذفت الرسالة. يُرجى كتابة الرقم مجددًا، بدءًا بعلامة + ورمز البلد.
method-fault-no-name = ⚠️ لم يكن ذلك اسمًا، وقد حذفته. اكتبه في سطر واحد، بما لا يزيد على 70 حرفًا.
method-fault-not-text = ⚠️ حذفت ذلك: يُرجى كتابته رسالة نصية.
method-fault-forwarded = ⚠️ حذفت ذلك: الرسائل المُعاد توجيهها لا تُقبل. يُرجى كتابته بنفسك.
method-fault-edited = ⚠️ حذفت الرسالة التي عدّلتها. يُرجى كتابة رسالة جديدة.
method-fault-too-late = ⚠️ انتهى الوقت المحدد لذلك، فحذفت رسالتك ولم آخذ بها. يُرجى كتابته مرة أخرى.

method-right = <b>هل هذا صحيح: { $method }؟</b>
    قارن نهايته بما قصدته. لا يرى أحد منه أكثر من هذا، إلا من يدفع.
method-right-first = يسري فورًا.
method-right-change = يسري بعد { $hours ->
    [zero] { $hours } ساعة
    [one] ساعة واحدة
    [two] ساعتين
    [few] { $hours } ساعات
    [many] { $hours } ساعة
   *[other] { $hours } ساعة
 }؛ وحتى ذلك الحين يُدفع لك كما كان.
button-method-yes = نعم، ادفعوا لي هنا
button-method-again = لا، من جديد
toast-method-set = حُفظت. يُدفع لك هنا الآن.
toast-method-waits = حُفظت. تسري ابتداءً من { $from }.

method-changed = 💳 <b>تغيّرت طريقة الدفع لك</b> إلى { $method }. تسري ابتداءً من { $from }. وحتى ذلك الحين يُدفع لك كما كان.
method-changed-hint = ألم تكن أنت؟ ربما يستخدم غيرك حسابك في Telegram: أوقف التغيير، ثم أنهِ الجلسات الغريبة من الإعدادات ثم الأجهزة في Telegram.
button-method-not-me = لم أكن أنا
method-effective = 💳 من الآن فصاعدًا يُدفع لك هنا: <b>{ $method }</b>.
method-dropped = 💳 <b>أُزيلت طريقة دفع:</b> { $method }. لن يُدفع شيء هناك بعد الآن.
method-dropped-hint = ألم تكن أنت؟ أخبر مشرفًا، وأنهِ الجلسات الغريبة من الإعدادات ثم الأجهزة في Telegram.
method-disowned = ✅ <b>أُوقف التغيير.</b> يُدفع لك كما كان. أُبلغ المشرفون جميعًا. أنهِ الجلسات الغريبة من الإعدادات ثم الأجهزة في Telegram، وفعّل التحقق بخطوتين.
method-disowned-admin = 🚨 <b>يقول { $name } ({ $pseudonym }) إن غيره غيّر طريقة الدفع.</b> أُوقف التغيير، ويذهب المال إلى حيث كان يذهب. ربما يستخدم شخص غريب حساب Telegram ذاك: اسأل صاحبه بطريق آخر قبل أن تدفع شيئًا جديدًا.
method-remove-ask = <b>هل تريد إزالة { $method }؟</b> لن يُدفع شيء هناك من الآن. وتسري أي طريقة جديدة بعد { $hours ->
    [zero] { $hours } ساعة
    [one] ساعة واحدة
    [two] ساعتين
    [few] { $hours } ساعات
    [many] { $hours } ساعة
   *[other] { $hours } ساعة
 }.
method-gone = لم تعد طريقة الدفع هذه مستخدمة.

delete-failed = ⚠️ في رسالة أعلاه بيانات دفع، ولا يسمح لي Telegram بحذفها. يُرجى حذفها بنفسك: اضغط عليها مطوّلًا ثم احذفها.

refused-method-no-key = لا يمكن أخذ بيانات الدفع هنا بعد. لم يُطلب شيء؛ وما تكسبه محفوظ لك.
refused-method-too-long = طُلبت منك بيانات الدفع، وهذه الرسالة أطول من ذلك. أهي إجابة عن مهمة؟ المس «إلغاء» حيث سُئلت، ثم أرسلها مجددًا.
refused-method-gone = لم تعد طريقة الدفع هذه مستخدمة. الأمر /pay يريك ما هو مستخدم.
refused-method-change-over = ذلك التغيير سارٍ بالفعل. أزل الطريقة من /pay ثم أخبر مشرفًا.
