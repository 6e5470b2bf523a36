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
# # SPARQL-এ প্রশ্ন · Asking with SPARQL
#
# তৈরি প্রশ্ন যেখানে শেষ, সেখান থেকে নিজের প্রশ্ন শুরু। উত্তর আসে DataFrame হয়ে।
#
# Where the ready questions end, your own begin. Answers come as data frames. Three layers are to be asked: *entities* (who), *claims* (what one article says), *events* (claims of one happening, joined).

# %%
from pathlib import Path

import kg

ROOT = Path.cwd() if Path("seeds").is_dir() else Path.cwd().parent
OUTPUT = ROOT / "output"
if not (OUTPUT / "graph.nq").is_file():
    kg.build([ROOT / "seeds"], OUTPUT)
graph = kg.open_graph(OUTPUT)

# %% [markdown]
# ## ১. তৈরি প্রশ্ন · Ready questions
#
# `graph.named(…)`: নামগুলি যে কোনো লিপিতে দেওয়া যায়। সব প্রশ্নের তালিকা:
#
# Names can be given in either script. All of them:

# %%
import pandas as pd

from kg.ask import named_queries

pd.set_option("display.max_colwidth", 160)
pd.Series({name: query.title_bn for name, query in named_queries().items()}).head(10).to_frame("প্রশ্ন")

# %%
graph.named("between", one="কিম", other="putin", language="bn").to_pandas()[["what", "status", "begin", "sentence"]].fillna("")

# %% [markdown]
# ## ২. নিজের প্রশ্ন · Your own
#
# দাবির স্তর: কার কথায় কী বলা হচ্ছে? উপসর্গগুলি জানা আছে, লিখতে হয় না।
#
# The layer of claims: who says what happened? The usual prefixes are known.

# %%
said = graph.to_pandas("""
SELECT ?কার_কথায় ?ধরন (COUNT(DISTINCT ?claim) AS ?n)
WHERE {
  ?claim a kg:Claim ; kg:eventType/rdfs:label ?ধরন ; kg:attributedTo/skos:prefLabel ?কার_কথায় .
  FILTER (LANG(?ধরন) = "bn" && LANG(?কার_কথায়) = "bn")
}
GROUP BY ?কার_কথায় ?ধরন
""")
said.pivot_table(index="কার_কথায়", columns="ধরন", values="n", fill_value=0, aggfunc="sum").astype(int)

# %% [markdown]
# ঘটনার স্তর, শ্রেণিসহ: `kg:Consult`-এর নিচে যা কিছু আছে (বৈঠক, সফর, আলোচনা…), সব একসঙ্গে।
#
# The layer of events, by class: everything under `kg:Consult` (meetings, visits, negotiations…) at once.

# %%
graph.to_pandas("""
SELECT ?ধরন ?কে ?অবস্থা ?সংবাদ
WHERE {
  ?event a ?type ; kg:articleCount ?সংবাদ ; kg:status/rdfs:label ?অবস্থা ; kg:agent/skos:prefLabel ?কে .
  ?type rdfs:subClassOf+ kg:Consult ; rdfs:label ?ধরন .
  FILTER (LANG(?ধরন) = "bn" && LANG(?কে) = "bn" && LANG(?অবস্থা) = "bn" && ?সংবাদ > 1)
}
ORDER BY DESC(?সংবাদ) ?ধরন ?কে
""")

# %% [markdown]
# ## ৩. প্রমাণ পর্যন্ত · Down to the evidence
#
# একটি দাবি থেকে তার বাক্য, আর বাক্যটি সংবাদের কোথায় (অক্ষর গুনে)।
#
# From a claim to its sentence, and where the sentence stands in the article (in code points). The binding `?kind` is filled in from Python.

# %%
evidence = graph.to_pandas(
    """
SELECT ?article ?begin ?sentence ?confidence
WHERE {
  ?claim kg:eventType ?kind ; kg:confidence ?confidence ; kg:evidence ?mention ;
    prov:wasDerivedFrom/dcterms:identifier ?article .
  ?mention nif:anchorOf ?sentence ; nif:beginIndex ?begin .
}
ORDER BY DESC(?confidence) ?article ?begin
LIMIT 5
""",
    kind="https://w3id.org/barta/ontology#ArmsTransfer",
)
evidence

# %% [markdown]
# ভুল প্রশ্নের উত্তরও পরিষ্কার: কোন লাইনে কী ভুল।
#
# A question that is wrong is told so, with line and column.

# %%
from kg.errors import QueryError

try:
    graph.sparql("SELECT ?who WHERE { ?who a kg:Person")
except QueryError as error:
    print(error)

# %% [markdown]
# অন্য রূপে · In other forms: `graph.to_rdflib()`, `graph.to_networkx()`; `kg serve` answers the same over HTTP.

# %%
dataset = graph.to_rdflib()
print(f"{len(dataset)} triples in rdflib")
