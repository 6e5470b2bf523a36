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
# # শীর্ষ বৈঠক: পরিকল্পিত, ঘটেছে, অস্বীকৃত · The summit: planned, reported, denied
#
# সেপ্টেম্বর ২০২৩: পাঁচটি সংবাদ, নয় দিন। একই ঘটনা প্রথমে সম্ভাবনা, পরে পরিকল্পনা, শেষে সত্যি; আর অস্ত্রের কথা কখনো অস্বীকৃত, কখনো নিশ্চিত। কে কবে কী বলেছে?
#
# September 2023: five articles within nine days. The same happening is first possible, then planned, then done; of the weapons it is said now that they come, now that they must not. Who said what, when?

# %%
from pathlib import Path

import kg

ROOT = Path.cwd() if Path("seeds").is_dir() else Path.cwd().parent
OUTPUT = ROOT / "output"
if not (OUTPUT / "graph.nq").is_file():
    kg.build([ROOT / "seeds"], OUTPUT)
graph = kg.open_graph(OUTPUT)

# %%
import matplotlib.pyplot as plt
import pandas as pd
from babel.dates import format_date
from matplotlib.lines import Line2D

from kg.language import bengali_digits
from kg.show import use_bengali_font

use_bengali_font()
pd.set_option("display.max_colwidth", 160)
claims = graph.to_pandas("""
SELECT ?event ?kind ?agent ?recipient ?article ?outlet ?published ?state ?status ?articles
WHERE {
  ?claim a kg:Claim ; kg:event ?event ; kg:status ?state ; prov:wasDerivedFrom ?source .
  ?source dcterms:identifier ?article ; schema:datePublished ?published .
  OPTIONAL { ?source dcterms:publisher ?outlet }
  ?event a ?type ; kg:articleCount ?articles ; kg:agent/skos:prefLabel ?agent ; kg:recipient/skos:prefLabel ?recipient .
  ?type rdfs:label ?kind . ?state rdfs:label ?status .
  FILTER (LANG(?kind) = "bn" && LANG(?agent) = "bn" && LANG(?recipient) = "bn" && LANG(?status) = "bn")
}
ORDER BY ?published ?article ?event ?state
""").drop_duplicates()
claims["state"] = claims["state"].str.split("#").str[-1]
claims["what"] = claims["kind"] + ": " + claims["agent"] + " – " + claims["recipient"]
print(f"{claims['event'].nunique()} events with two sides, {claims['article'].nunique()} articles")

# %% [markdown]
# ## ১. সময়রেখা · The timeline
#
# প্রতিটি সারি একটি ঘটনা, যা অন্তত দুটি সংবাদে আছে বা যার অবস্থা বদলেছে; প্রতিটি স্তম্ভ একটি সংবাদ, প্রকাশের দিন অনুযায়ী। চিহ্ন বলে ঘটনাটি তখন কী ছিল।
#
# Each row is an event that at least two articles report, or whose status is not the same throughout; each column an article, in the order of publication. The mark says what the event was at the time.

# %%
MARKS = {
    "Occurred": ("o", "#1b2733", "full"),
    "Ongoing": (">", "#0072B2", "full"),
    "Planned": ("s", "#E69F00", "none"),
    "Possible": ("o", "#6b7a8c", "none"),
    "RequestedNot": ("P", "#b24a00", "full"),
    "Denied": ("X", "#b24a00", "full"),
    "Negated": ("X", "#b24a00", "full"),
}
varied = claims.groupby("event")["state"].transform("nunique") > 1
told = claims[(claims["articles"] > 1) | varied]
rows = told.groupby("event").agg(what=("what", "first"), n=("article", "nunique")).sort_values(["n", "what"])
columns = told.fillna("")[["article", "outlet", "published"]].drop_duplicates().sort_values(["published", "article"])

figure, axes = plt.subplots(figsize=(9, 0.52 * len(rows) + 1.9))
at = {article: x for x, article in enumerate(columns["article"])}
for y, event in enumerate(rows.index):
    axes.axhline(y, color="#e6eaee", zorder=0)
    for article, mine in told[told["event"] == event].groupby("article"):
        states = [state for state in MARKS if state in set(mine["state"])]
        for number, state in enumerate(states):
            mark, color, fill = MARKS[state]
            x = at[article] + 0.2 * (number - (len(states) - 1) / 2)
            axes.plot(x, y, mark, color=color, fillstyle=fill, markersize=10, markeredgewidth=1.8)
axes.set_yticks(range(len(rows)), rows["what"])
days = [
    bengali_digits(format_date(day, "d MMMM", locale="bn")) + f"\n{outlet or article[:3]}"
    for article, outlet, day in columns.itertuples(index=False)
]
axes.set_xticks(range(len(columns)), days)
axes.set_xlim(-0.5, len(columns) - 0.5)
axes.tick_params(length=0)
axes.spines[:].set_visible(False)
axes.set_title("কোন সংবাদ কবে কী বলেছে · What each article said", loc="left", fontsize=13)
words = dict(zip(claims["state"], claims["status"]))
legend = [
    Line2D([], [], marker=mark, color=color, fillstyle=fill, linestyle="", markersize=9, markeredgewidth=1.8, label=f"{words[state]} · {state}")
    for state, (mark, color, fill) in MARKS.items() if state in set(told["state"])
]
axes.legend(handles=legend, ncols=len(legend), loc="upper left", bbox_to_anchor=(0, -0.14), frameon=False)
plt.show()

# %% [markdown]
# ## ২. যা পরিকল্পনা ছিল, তার কী হলো · What became of the plans
#
# আগে যা পরিকল্পিত বা সম্ভাব্য বলা হয়েছিল, আর পরে কোনো সংবাদ ঘটেছে বলে জানিয়েছে:
#
# Foretold, and later told as done:

# %%
came = graph.named("came-true", language="bn").to_pandas()
came[["what", "agents", "recipients", "where", "begin"]].fillna("")

# %% [markdown]
# আর যা এই সংবাদগুলিতে নিশ্চিত হয়নি · and what these articles never confirm:

# %%
open_plans = graph.named("planned-never-confirmed", language="bn").to_pandas()
open_plans[["what", "agents", "recipients", "status", "sentence"]].fillna("")

# %% [markdown]
# ## ৩. অস্বীকার · Denied
#
# কে কী হয়নি বলেছে, বা হতে মানা করেছে?
#
# Who says that something did not happen?

# %%
denied = graph.named("denied", language="bn").to_pandas()
denied[["what", "agents", "recipients", "status", "deniedBy", "sentence"]].fillna("")

# %% [markdown]
# ## ৪. যেখানে মেলে না · Where the sources differ

# %%
differ = graph.named("disagreements", language="bn").to_pandas()
differ[["what", "aspects", "article", "agents", "where", "status"]].fillna("")

# %% [markdown]
# ## যা দাঁড়াল · What it comes to
#
# সংখ্যাগুলি ওপরের ছক থেকে · The figures are from the tables above.

# %%
met = came[came["where"].notna() & came["begin"].notna()]
for row in met.itertuples():
    print(f"{row.what}: {row.agents} – {row.recipients}, {row.where}, {row.begin}")
print(bengali_digits(f"আগে বলা {len(came)}টি ঘটনা পরে ঘটেছে; {len(open_plans)}টি নিশ্চিত হয়নি; {differ['event'].nunique()}টি নিয়ে সংবাদ মেলে না।"))
print(f"{len(came)} events were foretold and then told as done; {len(open_plans)} were never confirmed.")
print(f"The articles differ on {differ['event'].nunique()} events, about: {', '.join(sorted(set(differ['aspects'])))}.")
