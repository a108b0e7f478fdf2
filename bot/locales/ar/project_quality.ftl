# حقول المشروع عن درجة التأكد والمراجعة والحدود اليومية، تُغيَّر في المحادثة.

project-field-confidence = درجة التأكد
project-field-review_share = المراجعة
project-field-most_jobs_a_day = الحزم في اليوم
project-none-confidence = بقدر التكرار
project-none-review_share = كما في القاعة كلها
project-none-most_jobs_a_day = بقدر ما يستطيع المرء
button-project-none-confidence = لا أكثر من التكرار
button-project-none-review_share = كما في القاعة كلها
button-project-none-most_jobs_a_day = بلا حدّ
project-value-confidence = { $target }٪، وأقصى التقييمات { $most }
project-value-percent = { $share }٪ من التقييمات
project-how-confidence = اكتب درجة التأكد المطلوبة بالمئة (من { $least } إلى { $most })، وأقصى عدد تقييمات للمهمة في سبيل ذلك (حتى { $ratings })، مثل <code>80 5</code>.
project-how-review_share = اكتب كم تقييمًا من كل مئة يُسحب للمراجعة، من { $least } إلى { $most }. أما ما يُبلَّغ عنه أو يُختلف فيه فيُراجَع على كل حال.
project-how-most_jobs_a_day = اكتب كم حزمة من هذا المشروع تُعطى للشخص في اليوم، من { $least } إلى { $most }.
project-means-confidence = عدد تقييمات المهمة أولًا: { $overlap }، ويزيد حتى { $most } ما دامت إجابتها أقل تأكدًا، ثم تقييم واحد من خبير إن لم يكفِ ذلك. تكلّف المهمة { $usual }، <b>وأقصى ما تكلّفه { $money }، أي { $times } ضعفًا</b>. ويسري ذلك على المهام الموجودة أيضًا.
project-means-confidence-none = عدد تقييمات المهمة { $overlap } لا أكثر، مهما كانت درجة التأكد. ويسري ذلك على المهام الموجودة أيضًا؛ وما طُلب من قبل يبقى مفتوحًا.
project-means-review_share = مما يُسلَّم من الآن يُسحب للمراجعة { $share } من كل مئة، أيًّا كان صاحبها؛ بدلًا من الإكثار مع الجدد والتقليل مع الموثوقين.
project-means-share-none = ما يُسلَّم من الآن يُسحب للمراجعة كما في القاعة كلها: أكثر من الجدد، وأقل من الموثوقين.
project-means-most_jobs_a_day = يسري على كل استلام تالٍ للجميع.
project-means-time = هو التقدير الذي يُحسب به أجر الساعة والمهلة، إلى أن يُقاس زمن 20 حزمة.
refused-project-confidence = اكتب عددين صحيحين: درجة التأكد بالمئة من { $least } إلى { $most }، وأقصى عدد تقييمات من 2 إلى { $ratings }؛ مثل 80 5.
refused-project-confidence-few = عدد تقييمات المهمة الآن { $overlap }. اكتب عددًا أكبر، أو اخفض التكرار أولًا.
refused-project-no-answer = لا يسأل هذا المشروع سؤالًا له إجابة واحدة للمهمة، فلا شيء يُتأكد منه. غيّر التكرار بدلًا من ذلك.
project-field-requires = الشروط
project-none-requires = لا شيء غير اللغات والملف الشخصي
button-project-none-requires = لا شيء آخر
project-how-requires = اكتب من يحق له العمل فيه، بشروط يربطها <code>and</code> و<code>or</code> و<code>not</code>: <code>language de</code>، <code>country DE</code>، <code>skill law</code>، <code>tier law >= 40</code>، <code>qualification KEY</code>، <code>member "GROUP"</code>.
project-means-requires = عدد من حالتهم جيدة: { $everybody }. يحق العمل فيه الآن، بقدر ما هو معروف، لعدد { $now }؛ وبعد التغيير <b>{ $then }</b>.
project-edit-fault = لا يمكن قراءة ذلك: { $what }. لم يتغيّر شيء؛ اكتبه من جديد.
refused-project-requires = لا يمكن قراءة ذلك شروطًا. اكتب شروطًا مثل: { $example }
