"""Score: a built graph against gold annotations, layer by layer."""

from kg.score.figures import Figure, Scores, format_scores, score

__all__ = ["Figure", "Scores", "format_scores", "score"]
