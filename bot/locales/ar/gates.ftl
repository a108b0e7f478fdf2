# What is asked between the tap on [Claim] and the job.

gate-held = مكانك محجوز حتى { $until }.
gate-passed = شكرًا لك. حزمتك في الأسفل.
gate-warning-head = <b>{ $project }</b>: قبل أن تبدأ
gate-warning-choice = خذها فقط إن كان ذلك يناسبك. الرفض لا يكلفك شيئًا ولا يغيّر شيئًا.
gate-declined = رفضتَ. لا يكلفك ذلك شيئًا، ويمكنك استلام حزم أخرى.
button-accept-warning = لا مانع لدي، ابدأ
button-decline = لا، شكرًا
