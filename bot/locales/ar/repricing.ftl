# Another price for a task.

button-reprice = تغيير السعر
button-reprice-yes = اجعلها { $money } للمهمة
reprice-ask = <b>سعر آخر لـ { $project }</b>

    الآن: { $money } للمهمة، أي { $hourly } في الساعة ({ $basis }).

    اكتب السعر الجديد للمهمة الواحدة، مثل <code>0.45</code>. وسترى معناه قبل أن يتغيّر شيء.
reprice-head = <b>سعر جديد لـ { $project }</b>
reprice-change = { $old } ← <b>{ $new }</b> للمهمة
    { $before } ← <b>{ $after }</b> في الساعة ({ $basis })
reprice-below = ⚠️ هذا أقل من { $floor } في الساعة، وهو الحد الذي تُنبَّه دونه.
reprice-new-claims = يسري على الحزم التي تُستلم من الآن فقط. ومن استلم حزمة تبقى له شروطها. وتُظهره بطاقات الإعلانات المفتوحة خلال ثوانٍ.
reprice-done = ✅ <b>{ $project }</b> يدفع { $money } للمهمة من الآن (الإصدار { $version }).
refused-price-range = السعر فوق الصفر وليس بهذا القدر. اكتبه مثل 0.45.
refused-price-same = هذا هو السعر الحالي.
refused-price-meanwhile = غيّر أحدهم المشروع في هذه الأثناء؛ المهمة الآن بـ { $price }. لم يتغيّر شيء؛ ابدأ من جديد إن لزم.

# Amounts that a person wrote.

refused-wrong-amount-empty = اكتب مبلغًا، مثل 12.50.
refused-wrong-amount-bad-amount = هذا ليس مبلغًا. اكتب أرقامًا فقط، مثل 12.50.
refused-wrong-amount-unknown-currency = هذه ليست عملة في ISO 4217. اكتبها مثل { $example }.
refused-amount-no-currency = اكتب العملة أيضًا، مثل { $example }.
refused-amount-other-currency = المبالغ هنا بعملة { $currency }، ولا يُحوَّل شيء.
refused-wrong-amount-ambiguous-amount = هذا يحتمل مبلغين. اكتب 1234 للألف فما فوق، و1.23 لما دونه.
refused-wrong-amount-out-of-range = هذا دون الصفر أو فوق أي أجر. اكتب مبلغًا فوق الصفر.
refused-wrong-amount-too-exact = لهذه العملة { $digits ->
    [0] صفر من المنازل العشرية
    [zero] { $digits } منزلة عشرية
    [one] منزلة عشرية واحدة
    [two] منزلتان عشريتان
    [few] { $digits } منازل عشرية
    [many] { $digits } منزلة عشرية
   *[other] { $digits } منزلة عشرية
 }؛ لا تكتب أكثر منها.
refused-amount-zero = اكتب مبلغًا فوق الصفر.
