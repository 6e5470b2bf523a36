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
# # জাল: কারা কেন্দ্রে · The network: who is at its centre
#
# সত্তা হলো বিন্দু, একসঙ্গে অংশ নেওয়া ঘটনা হলো রেখা। কে কেন্দ্রে, কারা এক দলে, কে দুই দলকে জোড়ে, আর সময়ের সঙ্গে কী বদলায়?
#
# Entities are nodes, events that they take part in together are edges. Who is central, who belongs together, who bridges groups, and what changes over time?

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
import networkx as nx
import pandas as pd
from matplotlib.patheffects import withStroke

from kg.show import use_bengali_font

use_bengali_font()
pd.set_option("display.max_colwidth", 200)
events = graph.to_networkx()
name = dict(events.nodes(data="label_bn"))
print(f"{events.number_of_nodes()} nodes, {events.number_of_edges()} edges")

# %% [markdown]
# ## ১. কেন্দ্র · Centrality
#
# এক জোড়ার সব রেখা মিলিয়ে এক রেখা, ওজন হলো ঘটনার সংখ্যা। একা করা ঘটনা (নিজের সঙ্গে রেখা) এখানে গোনা হয় না।
#
# All edges of a pair become one, weighted by its events; loops (what somebody does alone) do not count here.

# %%
ties = nx.Graph()
for one, other, event in sorted(events.edges(data="event")):
    if one != other:
        together = ties.get_edge_data(one, other, {"events": set()})["events"]
        ties.add_edge(one, other, events=together | {event}, weight=len(together | {event}))

centrality = pd.DataFrame(
    {
        "কে": [name[id] for id in ties],
        "প্রতিবেশী": [ties.degree(id) for id in ties],
        "ঘটনা": [int(ties.degree(id, weight="weight")) for id in ties],
        "মধ্যবর্তিতা": [round(b, 3) for b in nx.betweenness_centrality(ties).values()],
    },
    index=list(ties),
).sort_values(["মধ্যবর্তিতা", "ঘটনা"], ascending=False, kind="stable")
centrality.head(8).reset_index(drop=True)

# %% [markdown]
# মধ্যবর্তিতা (betweenness) বলে, অন্যদের সংক্ষিপ্ততম পথ কতবার তার মধ্য দিয়ে যায়: যারা সেতু, তারা ওপরে।
#
# Betweenness says how often the shortest paths of others lead through somebody: brokers are at the top.

# %%
print("Brokers:", ", ".join(events.nodes[id]["label_en"] for id in centrality.index[:3]))
cut = sorted(nx.articulation_points(ties), key=list(centrality.index).index)
print("Without these the network falls apart:", ", ".join(events.nodes[id]["label_en"] for id in cut))

# %% [markdown]
# ## ২. কারা এক দলে · Communities
#
# লুভাঁ পদ্ধতিতে (Blondel et al. 2008), বীজ স্থির রেখে।
#
# By the Louvain method (Blondel et al. 2008), with a fixed seed.

# %%
groups = nx.community.louvain_communities(ties, weight="weight", seed=1)
groups = sorted((sorted(group) for group in groups), key=lambda group: (-len(group), group))
pd.DataFrame({"দল": [", ".join(name[id] for id in group) for group in groups]})

# %%
figure, axes = plt.subplots(figsize=(9, 6))
largest = ties.subgraph(max(nx.connected_components(ties), key=len))
place = nx.kamada_kawai_layout(largest, weight=None)
of_group = {id: number for number, group in enumerate(groups) for id in group}
widths = [1 + weight / 2 for _, _, weight in largest.edges(data="weight")]
nx.draw_networkx_edges(largest, place, ax=axes, edge_color="#b8c2cc", width=widths)
nx.draw_networkx_nodes(
    largest, place, ax=axes, node_color=[of_group[id] for id in largest], cmap="Set2",
    node_size=[120 + 60 * largest.degree(id) for id in largest],
)
for id, (x, y) in place.items():
    label = axes.text(x, y + 0.05, name[id], ha="center", va="bottom", fontsize=9)
    label.set_path_effects([withStroke(linewidth=3, foreground="white")])
axes.set_title("রং: দল · আকার: কত জনের সঙ্গে যুক্ত")
axes.margins(0.12)
axes.axis("off")
plt.show()

# %% [markdown]
# ## ৩. সময়ের সঙ্গে · Over time
#
# যেসব ঘটনার দিন জানা, মাস ধরে: কোন জোড়া কখন?
#
# The pairs by month, of events whose days are known.

# %%
months = graph.named("pairs-by-month", language="bn").to_pandas()
months.pivot_table(
    index=["one", "other"], columns="inMonth", values="events", fill_value=0, aggfunc="sum"
).astype(int)

# %% [markdown]
# ছোট গ্রাফে এসব সংখ্যা ইঙ্গিত মাত্র: পাঁচটি সংবাদ একই সাক্ষাৎ নিয়ে, তাই যারা তাতে আছে তারাই কেন্দ্রে।
#
# In a graph this small the figures are hints: five articles tell of one summit, so those in it are its centre. Read with many articles, the same cells say more.
