# ما الذي تخصه الدرجة، وما يقرؤه الناس عنها.
skill-rating = التقييم عمومًا
project-field-skill = المهارة
project-none-skill = التقييم عمومًا
project-how-skill = اكتب موضوع العمل، لتُحسب تقييماته في درجة تلك المهارة: { $skills }؛ أو رمزًا خاصًا بك يبدأ بـ<code>{ $own }</code>.
project-means-skill = تُحسب التقييمات في درجة تلك المهارة من الليلة التالية؛ ويُسأل أولًا أصحاب الدرجة العالية.
button-project-none-skill = التقييم عمومًا
refused-project-skill = هذه ليست من المهارات. اكتب واحدة من المذكورة أعلاه، أو رمزًا خاصًا بك مثل { $example }.
