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
# # কে কে · Who is who
#
# একই মানুষের অনেক নাম: ‘কিম জং উন’, ‘কিম’, ‘উত্তর কোরিয়ার নেতা’, ‘তিনি’। গ্রাফ এগুলিকে এক জনের কাছে নিয়ে যায়, আর কেন নিয়ে গেল তা বলে।
#
# One person has many names: Kim Jong Un, Kim, the leader of North Korea, he. The graph leads them to one person. Here we see what was joined, why, and what to doubt.

# %%
from pathlib import Path

import kg

ROOT = Path.cwd() if Path("seeds").is_dir() else Path.cwd().parent
OUTPUT = ROOT / "output"
if not (OUTPUT / "graph.nq").is_file():
    kg.build([ROOT / "seeds"], OUTPUT)
graph = kg.open_graph(OUTPUT)

# %% [markdown]
# ## ১. এক সত্তার সব রূপ · All the forms of one thing
#
# কিম জং উন, সংবাদগুলি যেভাবে লিখেছে, বিভক্তি বাদ দিয়ে।
#
# Kim Jong Un as the articles write him, case endings taken off.

# %%
graph.named("spellings", person="কিম জং উন", language="bn").to_pandas()

# %% [markdown]
# ## ২. উল্লেখ থেকে সত্তা · From mention to entity
#
# নাম, সর্বনাম আর বর্ণনা: কে কীভাবে উল্লিখিত? যাঁর সর্বনাম বেশি, তাঁকে নিয়ে দাবিগুলি পড়ার সময় বাক্যটিও দেখে নেওয়া ভালো।
#
# Names, pronouns, descriptions: how is each person referred to? A pronoun is a guess from the sentences before it, so claims about those with many pronouns deserve a look at the sentence.

# %%
mentions = graph.to_pandas("""
SELECT ?কে ?ধরন (COUNT(DISTINCT ?mention) AS ?n)
WHERE {
  ?mention kg:refersTo ?who ; kg:mentionType/rdfs:label ?ধরন .
  ?who a kg:Person ; skos:prefLabel ?কে .
  FILTER (LANG(?কে) = "bn" && LANG(?ধরন) = "bn")
}
GROUP BY ?কে ?ধরন
""")
table = mentions.pivot_table(index="কে", columns="ধরন", values="n", fill_value=0, aggfunc="sum")
table.assign(মোট=table.sum(axis=1)).sort_values("মোট", ascending=False).astype(int).head(8)

# %% [markdown]
# সর্বনাম ও বর্ণনাগুলি নিজে দেখুন: কোন কথাটি কার দিকে গেল?
#
# See for yourself: which words were led to whom, and in which sentence order?

# %%
graph.to_pandas("""
SELECT ?কথা ?কে (COUNT(DISTINCT ?mention) AS ?n)
WHERE {
  ?mention kg:refersTo/skos:prefLabel ?কে ; kg:mentionType ?type ; nif:anchorOf ?কথা .
  FILTER (?type IN (kg:Nominal, kg:Pronoun) && LANG(?কে) = "bn")
}
GROUP BY ?কথা ?কে
ORDER BY DESC(?n) ?কথা ?কে
LIMIT 12
""")

# %% [markdown]
# ## ৩. পদ দেখে চেনা · Known by their posts
#
# সংবাদ পদের নাম দিলে দুই ‘কিম’ আলাদা থাকে: নেতা এক জন, তাঁর বোন আরেক জন।
#
# Where an article gives a post, two Kims stay apart: the leader is one, his sister another.

# %%
graph.named("positions", language="bn").to_pandas()[["holder", "role", "body"]].head(12)

# %% [markdown]
# ## ৪. কোথায় সন্দেহ · Where to doubt
#
# `kg merges`: যা জোড়া হয়েছে অথচ গেজেটিয়ারে নেই, সবচেয়ে সন্দেহজনকটি আগে। `why` বলে কেন; `score` বলে নাম দুটি কত কাছাকাছি।
#
# `kg merges` lists what was joined without the gazetteer's word, the most doubtful first: `why` is the reason, `score` how alike the names are. A verdict written into its first column is kept to by the next build (`kg build --world`).

# %%
import pandas as pd

from kg.ask import merges
from kg.world import load_world

doubtful = pd.DataFrame(merges(graph, load_world()))
doubtful[["kind", "score", "why", "one_name", "other_name", "articles"]] if len(doubtful) else "—"

# %% [markdown]
# সারসংক্ষেপ, এই গ্রাফ থেকেই গোনা · In short, counted from this graph:

# %%
names = graph.to_networkx()
people = [id for id, kind in names.nodes(data="type") if kind == "Person"]
pronouns = int(mentions[mentions["ধরন"] == "সর্বনাম"]["n"].sum())
print(f"{len(people)} people; {int(mentions['n'].sum())} mentions lead to them, {pronouns} of these are pronouns.")
print(f"{len(doubtful)} joins to review by hand.")
