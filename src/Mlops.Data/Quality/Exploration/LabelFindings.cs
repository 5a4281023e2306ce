using Mlops.Data.Quality.LabelNoise;
using Mlops.Reporting;

namespace Mlops.Data.Quality.Exploration;

/// <summary>Says what was found of labels.</summary>
internal static class LabelFindings
{
    public const string Contradictory = "explore/contradictory-labels";
    public const string Noise = "explore/label-noise";

    public static IEnumerable<ExplorationFinding> Of(LabelNoiseResult noise, ExplorationOptions options)
    {
        if (noise.Contradictory is { Total: > 0 } against)
        {
            var verdict = against.Against(options.MaximumContradictoryShare);
            yield return new ExplorationFinding(
                Contradictory,
                noise.Label,
                verdict,
                $"{ReportFormat.Count(against.Count)} of {ReportFormat.Count(against.Total)} rows have another {noise.Label} than most rows with exactly their features{Share(against)}; {ReportFormat.Percent(options.MaximumContradictoryShare, 1)} may."
            )
            {
                Observed = against.Value,
                Bound = options.MaximumContradictoryShare,
                Interval = against.Interval,
                Rows = noise.ContradictoryRows,
                Advice =
                    verdict == Verdict.Pass
                        ? ""
                        : "Look at equal rows side by side: correct the labels, or add the feature that tells them apart.",
            };
        }

        if (noise.Status == ResultStatus.Ok)
        {
            var verdict = noise.Noise.Against(options.MaximumNoiseShare);
            yield return new ExplorationFinding(
                Noise,
                noise.Label,
                verdict,
                $"The nearest rows contradict the {noise.Label} of {ReportFormat.Count(noise.Noise.Count)} of {ReportFormat.Count(noise.Noise.Total)} rows{Share(noise.Noise)}: wrong labels and hard rows together{(noise.IsSampled ? $", by a sample of {ReportFormat.Count(noise.ReferenceCount)} rows" : "")}."
            )
            {
                IsCounted = false,
                Observed = noise.Noise.Value,
                Bound = options.MaximumNoiseShare,
                Interval = noise.Noise.Interval,
                Rows = [.. noise.Candidates.Take(10).Select(candidate => candidate.Row)],
                Advice =
                    verdict == Verdict.Pass
                        ? ""
                        : "Have people look at the candidates from the top: if the first ones are right, the classes overlap and the labels need not be wrong.",
            };
        }
    }

    private static string Share(ShareOfRows share) =>
        share.Count == 0
            ? ""
            : $", {ReportFormat.Percent(share.Value, 1)} (interval {ReportFormat.Percent(share.Interval.Lower, 1)} to {ReportFormat.Percent(share.Interval.Upper, 1)})";
}
