# The terms of the hall: versions, agreeing, declining.

terms-own-head = <b>شروط هذه القاعة، الإصدار { $version }</b>
terms-changed = <b>تغيّرت الشروط.</b> اقرأها من فضلك قبل حزمتك التالية. الحزم التي عندك وأجرك ووضعك تبقى كما هي.
terms-choice = هل توافق؟
terms-declined = لم توافق، فلا حزمة جديدة الآن. وكل شيء آخر مستمر: الحزم التي عندك و /pay و /standing و /settings مع بياناتك و /support. يمكنك الموافقة في أي وقت.
terms-agreed = وافقتَ على الإصدار { $version } من الشروط في { $date }، باللغة: { $language }.
terms-not-yet = يسري الآن الإصدار { $version }. لم توافق عليه بعد.
toast-agreed = شكرًا لك. يمكنك استلام الحزم.
toast-terms-newer = تغيّرت الشروط مرة أخرى. اقرأها من فضلك من جديد.
button-not-now = ليس الآن
button-read-terms = الشروط
start-declined = إذن لا يبدأ شيء، ولا يُحجز لك مكان. أرسل /start إن غيّرت رأيك.
