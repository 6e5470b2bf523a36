# ---
# jupyter:
#   jupytext:
#     formats: ipynb,py:percent
#     text_representation:
#       extension: .py
#       format_name: percent
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # নিজের সংবাদ, দশ মিনিটে · Your own articles in ten minutes
#
# একটি ফোল্ডারে লেখা রাখুন (`.txt`, সংরক্ষিত `.html` পাতা, বা `.jsonl`), বাকিটা এক লাইন। এখানে আমরা দুটি ছোট সংবাদ নিজেরাই লিখে দেখি।
#
# Put texts into a folder (`.txt`, saved `.html` pages, or `.jsonl`); the rest is one line. Here we write two short articles ourselves.

# %%
import json
import tempfile
import warnings
from datetime import date
from pathlib import Path

import kg

warnings.filterwarnings("ignore", message="IProgress not found")
mine, output = Path(tempfile.mkdtemp()), Path(tempfile.mkdtemp())
articles = [
    {
        "id": "one",
        "title": "ঢাকায় দুই পররাষ্ট্রমন্ত্রীর বৈঠক",
        "published": "2024-05-07",
        "publisher": "আমার কাগজ",
        "text": "মঙ্গলবার ঢাকায় ভারতের পররাষ্ট্রমন্ত্রী এস জয়শঙ্করের সঙ্গে বৈঠক করেছেন বাংলাদেশের পররাষ্ট্রমন্ত্রী হাছান মাহমুদ। "
        "আগামী মাসে প্রধানমন্ত্রী শেখ হাসিনা ভারত সফর করবেন বলে জানিয়েছেন হাছান মাহমুদ।",
    },
    {
        "id": "two",
        "title": "শেখ হাসিনা দিল্লিতে",
        "published": "2024-06-22",
        "publisher": "আমার কাগজ",
        "text": "শনিবার নয়াদিল্লিতে প্রধানমন্ত্রী নরেন্দ্র মোদির সঙ্গে বৈঠক করেছেন প্রধানমন্ত্রী শেখ হাসিনা।",
    },
]
lines = [json.dumps(article, ensure_ascii=False) for article in articles]
(mine / "articles.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
(mine / "empty.txt").write_text("", encoding="utf-8")
sorted(path.name for path in mine.iterdir())

# %% [markdown]
# ## ১. বানানো · Build
#
# প্রকাশের দিন জরুরি: তা ছাড়া ‘মঙ্গলবার’ কোন দিন, বলা যায় না। যা পড়া যায়নি, তা কারণসহ জানানো হয়; বাকিগুলি তবু হয়।
#
# The day of publication matters: without it nobody knows which Tuesday is meant. What cannot be read is named with the reason, and costs no other article.

# %%
built = kg.build([mine], output)
for left_out in built.skipped:
    print(Path(left_out.source).name, left_out.reason)

# %% [markdown]
# ## ২. কী পাওয়া গেল · What came out
#
# `kg build` কমান্ডে এই কথাগুলিই শেষে ছাপা হয়; `report.html`-এ আরও বিস্তারে।
#
# The command `kg build` ends with these words; `report.html` tells more.

# %%
from kg.show import tell

print(tell(built.digest))

# %% [markdown]
# ## ৩. প্রশ্ন · Ask

# %%
graph = kg.open_graph(output)
graph.named("who-met-whom", language="bn").to_pandas()[["who", "whom", "where", "begin", "sentence"]]

# %%
graph.named("timeline-of-person", person="হাসিনা", language="bn").to_pandas()

# %% [markdown]
# ## ৪. কেন · Why does it say so?

# %%
from kg.ask import explain

for statement in explain(graph, "two"):
    print(statement.statement, "|", statement.status, statement.when, "|", statement.found_by)

# %% [markdown]
# ## ৫. আরও সংবাদ · More articles
#
# পুরোটা আবার পড়তে হয় না; কেবল নতুনটি।
#
# Nothing is read twice; only what is new.

# %%
from kg.pipeline import add

more = mine / "three.txt"
more.write_text("বুধবার বেইজিংয়ে চীনের প্রেসিডেন্ট সি চিন পিংয়ের সঙ্গে বৈঠক করেছেন প্রধানমন্ত্রী শেখ হাসিনা।", encoding="utf-8")
grown, change = add([more], output, published=date(2024, 7, 10))
print(change.done, "→", grown.graph.articles, "articles,", grown.graph.events, "events")

# %%
graph = kg.open_graph(output)
graph.named("who-met-whom", language="bn").to_pandas()[["who", "whom", "where", "begin"]]

# %% [markdown]
# পাতাটি দেখতে `kg.view(graph)` লিখুন, বা `graph.html` খুলুন। কোনো নাম না চিনলে নিজের তালিকা দিন: `kg build --world` (docs/resolve.md)।
#
# To see the page, write `kg.view(graph)` or open `graph.html`. Where a name is not known, give your own tables: `kg build --world` (docs/resolve.md).
