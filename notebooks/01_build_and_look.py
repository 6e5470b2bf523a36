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
# # সংবাদ থেকে জ্ঞানচিত্র · From news to a knowledge graph
#
# পাঁচটি বাংলা সংবাদ পড়ে আমরা একটি গ্রাফ বানাব: কে, কার সঙ্গে, কোথায়, কখন, কী করেছে, আর কার কথায় তা জানা গেছে। তারপর গ্রাফটি দেখব, তাকে প্রশ্ন করব, আর একটি দাবির পেছনের বাক্যটি খুঁজে বের করব।
#
# We read five Bengali articles into a graph: who did what to whom, where, when, and on whose word. Then we look at it, ask it, and find the sentence behind a claim.

# %% [markdown]
# ## ১. গ্রাফ বানানো · Build
#
# গ্রাফ আগে থেকে বানানো থাকলে সেটিই খোলা হয়; নইলে বানাতে আধ মিনিট লাগে।
#
# A graph that is there already is opened; otherwise building takes half a minute.

# %%
from pathlib import Path

import pandas as pd

import kg
from kg.ask import explain

ROOT = Path.cwd() if Path("seeds").is_dir() else Path.cwd().parent
OUTPUT = ROOT / "output"

if not (OUTPUT / "graph.nq").is_file():
    kg.build([ROOT / "seeds"], OUTPUT)

graph = kg.open_graph(OUTPUT)


# %% [markdown]
# ## ২. দেখা · Look
#
# প্রতিটি সংবাদ থেকে কতটুকু পাওয়া গেছে?
#
# How much did each article give?

# %%
graph.named("article-summary", language="bn").to_pandas().fillna("")

# %% [markdown]
# কারা ও কী কী আছে: নামের সংখ্যা অনুযায়ী প্রথম দশটি। একই সত্তা সব সংবাদে একই, যেভাবেই লেখা হোক না কেন।
#
# Who and what is in them: the ten named most. A thing is the same in all articles, however they spell it.

# %%
graph.named("entities", language="bn").to_pandas()[["name", "kind", "mentions", "articles"]].head(10)

# %% [markdown]
# networkx-এ গ্রাফটি: সত্তাগুলি বিন্দু, ঘটনাগুলি রেখা। কে সবচেয়ে বেশি ঘটনায় যুক্ত?
#
# The graph in networkx: things are nodes, events are edges. Who takes part in most of them?

# %%
network = graph.to_networkx()
labels = dict(network.nodes(data="label_bn"))
degrees = pd.Series(dict(network.degree()), name="রেখা").sort_values(ascending=False, kind="stable")
degrees.rename(index=labels).head(8).to_frame()

# %% [markdown]
# কী ধরনের ঘটনা কতবার আছে, আর সেগুলির অবস্থা কী: ঘটেছে, চলছে, পরিকল্পিত, সম্ভাব্য…
#
# What kinds of events there are, and their status: happened, under way, planned, possible…

# %%
events = graph.to_pandas("""
SELECT ?ধরন ?অবস্থা (COUNT(DISTINCT ?event) AS ?n)
WHERE {
  ?event a ?type ; kg:claimCount ?claims ; kg:status ?status .
  ?type rdfs:label ?ধরন . ?status rdfs:label ?অবস্থা .
  FILTER (LANG(?ধরন) = "bn" && LANG(?অবস্থা) = "bn")
}
GROUP BY ?ধরন ?অবস্থা
""")
events.pivot_table(index="ধরন", columns="অবস্থা", values="n", fill_value=0, aggfunc="sum").astype(int)

# %% [markdown]
# একই গ্রাফ একটি পাতা হিসেবে। রেখায় চাপ দিলে বাক্যগুলি দেখা যায়।
#
# The same graph as a page. Click a line to read its sentences.

# %%
kg.view(graph)

# %% [markdown]
# ## ৩. প্রশ্ন · Ask
#
# তৈরি প্রশ্ন: কে কার সঙ্গে, কোথায়, কখন দেখা করেছেন?
#
# A named query: who met whom, where, when?

# %%
graph.named("who-met-whom", language="bn", person="কিম জং উন").to_pandas().fillna("")

# %% [markdown]
# কে কাকে অস্ত্র দিচ্ছে, আর তা ঘটেছে, না কেবল অনুমান?
#
# Who supplies weapons to whom, and did it happen or is it a guess?

# %%
graph.named("arms-transfers", language="bn").to_pandas().fillna("")

# %% [markdown]
# নিজের প্রশ্ন SPARQL-এ: কার কথার ওপর কতগুলি দাবি দাঁড়িয়ে আছে?
#
# Your own question in SPARQL: on whose word do claims rest, and how many?

# %%
graph.to_pandas("""
SELECT ?source (COUNT(DISTINCT ?claim) AS ?claims)
WHERE {
  ?claim a kg:Claim ; kg:attributedTo/skos:prefLabel ?source .
  FILTER (LANG(?source) = "bn")
}
GROUP BY ?source
ORDER BY DESC(?claims) ?source
LIMIT 8
""")

# %% [markdown]
# ## ৪. একটি দাবি, আর তার বাক্য · One claim and its sentence
#
# গ্রাফের প্রতিটি কথার পেছনে সংবাদের একটি বাক্য আছে, আর জানা আছে কোন নিয়মে তা পাওয়া গেছে। শেষ সংবাদটির সবচেয়ে নিশ্চিত দাবি:
#
# Behind everything in the graph stands a sentence of an article, and the rule that found it is known. The surest claim of the last article:

# %%
statements = explain(graph, "004")
surest = max((s for s in statements if s.status), key=lambda s: s.confidence)
print(surest.statement, surest.status, surest.when)
print(f"confidence {surest.confidence:.2f}, found by {surest.found_by}")
for note in surest.notes:
    print("   ", note)
for sentence in surest.sentences:
    print(f"“{sentence}”")

# %% [markdown]
# ভুলও আছে: নির্ভরযোগ্যতা (confidence) কম হলে বাক্যটি নিজে পড়ে দেখুন। নিজের সংবাদ দিতে `kg.build(["my_articles"], OUTPUT)` লিখুন।
#
# There are errors, too: where the confidence is low, read the sentence yourself. For your own articles write `kg.build(["my_articles"], OUTPUT)`.
