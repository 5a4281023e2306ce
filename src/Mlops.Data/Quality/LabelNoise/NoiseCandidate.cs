namespace Mlops.Data.Quality.LabelNoise;

/// <summary>A row whose label its neighbours contradict.</summary>
/// <param name="Row">The row, from 0.</param>
/// <param name="Label">Its label, as text.</param>
/// <param name="Suggested">What its neighbours say: the class that most of them have for its frequency, or the median of their numbers.</param>
/// <param name="Score">
/// How suspicious it is: of classes the share of neighbours with the suggested label less that with its own, in [-1,1]; of numbers the residual from the neighbours'
/// median in robust standard deviations, at least 3.5.
/// </param>
public sealed record NoiseCandidate(long Row, string Label, string Suggested, double Score);
