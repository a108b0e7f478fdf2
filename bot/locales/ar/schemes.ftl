# What is wrong with a scheme, or with tasks for one.
fault-name-taken = اسم نموذج تقييم مرفق بالقاعة؛ اختر اسمًا آخر
fault-needs-responses = سؤال عن إجابات أكثر مما في المهمة
fault-no-condition-on = لا يمكن التعليق على سؤال من هذا النوع؛ يصلح الاختيار أو المقياس أو الخيارات المتعددة
fault-no-mirror = يحتاج إلى مهام بإجابتين، ولكل رقم عكسه (‎-2 و2)
fault-not-a-pick = يجب أن يذكر سؤالًا سابقًا من نوع pick، أو response حين تكون للمهمة إجابة واحدة
fault-not-a-range = ليس مدى: الرقم الأصغر أولًا ثم الأكبر
fault-not-for-kind = ليس جزءًا من سؤال من هذا النوع
fault-nothing-required = لا يحوي سؤالًا تجب الإجابة عنه في كل مهمة
fault-other-each = يُسأل لكل إجابة أو رد؛ لا يعلَّق عليه إلا سؤال يُسأل بالطريقة نفسها
fault-question-too-long = أطول مما تتسع له البطاقة مع معاني خياراته
fault-too-many-steps = درجاته أكثر مما يتسع له صف أزرار على الهاتف
fault-unknown-question = ليس سؤالًا يسبق هذا السؤال
fault-unknown-value = ليس جوابًا من أجوبة السؤال المقصود
