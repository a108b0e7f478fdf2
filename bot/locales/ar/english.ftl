# Where nobody who speaks a language reviewed it: what stands above the English of a notice.

english-below = <i>تُرجم هذا النص ببرنامج. عند أي اختلاف، يُعتمد النص الإنجليزي أدناه.</i>
english-follows = <i>تُرجم هذا النص ببرنامج. عند أي اختلاف، يُعتمد النص الإنجليزي الذي يصل في رسالة مستقلة بعد هذه.</i>
english-alone = <i>بالإنجليزية، لأن الرسالة السابقة تُرجمت ببرنامج:</i>
